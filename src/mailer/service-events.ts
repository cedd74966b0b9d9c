import { createAttemptsCounter, type MailOrigin } from './attempts-counter.ts';
import type { Journal } from './journal.ts';
import type { SmtpFailure } from './outcome.ts';
import type { QueuedEmail } from './queue.ts';
import { createServiceState } from './service-state.ts';
import type { TeamFailure } from './team-call.ts';

/** The clock and the chance of a running service, and what it notes of its work: for the screens, and in its journal. */
export function createServiceEvents(journal: Journal) {
  const state = createServiceState();
  const attempts = createAttemptsCounter();
  const eventsOf = (origin: MailOrigin) => ({
    now: Date.now,
    random: Math.random,
    later(work: () => void, delay: number) {
      const timer = setTimeout(work, delay);
      return () => clearTimeout(timer);
    },
    onSent(email: QueuedEmail) {
      state.worked();
      attempts.add(origin, 'sent');
      journal.sent(email);
    },
    onFailed(email: QueuedEmail, failure: SmtpFailure, retryAt: number | null) {
      state.failed(failure);
      attempts.add(origin, retryAt === null ? 'failed' : 'later');
      journal.failed(email, failure, retryAt);
    },
    onBroken: journal.broken,
  });
  const teamEvents = {
    ...eventsOf('team'),
    onAnswered: (older: TeamFailure | null) => state.teamAnswered(older),
    onFlawed: journal.flawed,
    onBroken(error: unknown) {
      state.teamFailed(error);
      journal.broken(error);
    },
  };
  return { state: state.current, attempts, events: eventsOf('queue'), teamEvents };
}
