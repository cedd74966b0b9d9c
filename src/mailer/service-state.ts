import type { SmtpCause, SmtpFailure } from './outcome.ts';

/** How the way out does, as the last attempts showed it. */
export interface ServiceState {
  ok: boolean;
  /** Why mails do not go out; null when they do, or when none was tried. */
  cause: SmtpCause | null;
  detail: string;
}

/** What only concerns one mail says nothing about the service. */
const OF_ONE_MAIL = new Set<SmtpCause>(['refused-recipient', 'refused-message', 'later']);

export function createServiceState() {
  let state: ServiceState = { ok: true, cause: null, detail: '' };
  return {
    current: (): ServiceState => state,
    worked(): void {
      state = { ok: true, cause: null, detail: '' };
    },
    failed({ cause, detail }: SmtpFailure): void {
      if (!OF_ONE_MAIL.has(cause)) state = { ok: false, cause, detail };
    },
  };
}
