import { createHash } from 'node:crypto';
import type { SmtpFailure } from './outcome.ts';
import type { QueuedEmail } from './queue.ts';

/** What the service writes down about its work: one JSON object a line. */
export interface Journal {
  sent: (email: QueuedEmail) => void;
  failed: (email: QueuedEmail, failure: SmtpFailure, retryAt: number | null) => void;
  /** `flaw`: see `renderWording`. */
  flawed: (email: QueuedEmail, flaw: string) => void;
  broken: (error: unknown) => void;
}

/** @param write takes one line. No address is in it: a person is told from another by the beginning of a hash. */
export function createJournal(write: (line: string) => void = toConsole): Journal {
  const note = (level: 'info' | 'warn' | 'error', fields: Record<string, unknown>): void =>
    write(JSON.stringify({ time: new Date().toISOString(), level, ...fields }));
  return {
    sent: (email) => note('info', { event: 'sent', ...named(email) }),
    failed: (email, { cause, detail }, retryAt) =>
      note(retryAt === null ? 'error' : 'warn', {
        event: retryAt === null ? 'given-up' : 'failed',
        ...named(email),
        cause,
        detail,
        ...(retryAt !== null && { retry_at: new Date(retryAt).toISOString() }),
      }),
    flawed: (email, flaw) => note('warn', { event: 'broken-template', ...named(email), detail: flaw }),
    broken: (error) =>
      note('error', { event: 'broken', detail: error instanceof Error ? error.message : String(error) }),
  };
}

function named({ id, to, attempts }: QueuedEmail) {
  return { id, to: createHash('sha256').update(to.toLowerCase()).digest('hex').slice(0, 12), attempts };
}

function toConsole(line: string): void {
  process.stdout.write(`${line}\n`);
}
