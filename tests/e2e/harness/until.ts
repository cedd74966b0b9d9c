import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is no longer undefined or false. The deadline is far beyond what any machine needs. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, deadline = 45_000): Promise<T> {
  const end = Date.now() + deadline;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`did not happen within ${deadline} ms: ${what}`);
    await sleep(20);
  }
}
