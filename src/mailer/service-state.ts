import type { SmtpCause, SmtpFailure } from './outcome.ts';
import { TeamFailure, type TeamCause } from './team-call.ts';

/** How the way out does, and the way in where there is a team, as the last attempts showed it. */
export interface ServiceState {
  /** Whether mails go out, as far as one was tried. */
  ok: boolean;
  /** Why they do not, or what should be mended though they do; null for nothing. */
  cause: SmtpCause | TeamCause | null;
  detail: string;
}

/** What only concerns one mail says nothing about the service. */
const OF_ONE_MAIL = new Set<SmtpCause>(['refused-recipient', 'refused-message', 'later']);

const FINE: ServiceState = { ok: true, cause: null, detail: '' };

export function createServiceState() {
  let smtp = FINE;
  let team = FINE;
  return {
    current: (): ServiceState => (smtp.ok ? team : smtp),
    worked(): void {
      smtp = FINE;
    },
    failed({ cause, detail }: SmtpFailure): void {
      if (!OF_ONE_MAIL.has(cause)) smtp = { ok: false, cause, detail };
    },
    /** @param older the database's SQL is older than this service: mails go out, slower than they could. */
    teamAnswered(older: TeamFailure | null): void {
      team = older === null ? FINE : { ok: true, cause: older.cause, detail: older.detail };
    },
    teamFailed(error: unknown): void {
      if (error instanceof TeamFailure) team = { ok: false, cause: error.cause, detail: error.detail };
    },
  };
}
