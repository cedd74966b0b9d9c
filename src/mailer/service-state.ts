import type { SmtpCause, SmtpFailure } from './outcome.ts';
import { TeamFailure, type TeamCause } from './team-call.ts';

/** How the way out does, and the way in where there is a team, as the last attempts showed it. */
export interface ServiceState {
  ok: boolean;
  /** Why mails do not go out; null when they do, or when none was tried. */
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
    teamAnswered(): void {
      team = FINE;
    },
    teamFailed(error: unknown): void {
      if (error instanceof TeamFailure) team = { ok: false, cause: error.cause, detail: error.detail };
    },
  };
}
