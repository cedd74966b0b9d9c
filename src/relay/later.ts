import type { Scheduling } from './wire.ts';

/** Work in so many milliseconds. Not by a timer where there is another way: a page would find a gap between the ids of its own. */
export function later(work: () => void, delay: number): void {
  const { scheduler }: Scheduling = window;
  if (scheduler?.postTask) scheduler.postTask(work, { delay });
  else setTimeout(work, delay);
}
