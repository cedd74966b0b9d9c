/** Where a mail came from: a browser without a team, or the team's own messages. */
export type MailOrigin = 'queue' | 'team';

/** How one attempt ended: `later` is tried again, `failed` is not. */
export type AttemptEnd = 'sent' | 'later' | 'failed';

const ORIGINS: readonly MailOrigin[] = ['queue', 'team'];
const ENDS: readonly AttemptEnd[] = ['sent', 'later', 'failed'];

/** Attempts since this service started. What a team still has due is the team's to say: its messages may be any service's. */
export function createAttemptsCounter() {
  const counts = new Map<string, number>();
  for (const origin of ORIGINS) for (const end of ENDS) counts.set(keyOf(origin, end), 0);
  return {
    add(origin: MailOrigin, end: AttemptEnd): void {
      const key = keyOf(origin, end);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    /** By their labels, as Prometheus writes them. */
    counts: (): ReadonlyMap<string, number> => counts,
  };
}

function keyOf(origin: MailOrigin, end: AttemptEnd): string {
  return `origin="${origin}",end="${end}"`;
}

export type AttemptsCounter = ReturnType<typeof createAttemptsCounter>;
