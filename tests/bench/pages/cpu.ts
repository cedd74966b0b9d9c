import { readFileSync, readdirSync } from 'node:fs';
import { processTree } from '../../e2e/harness/processes.ts';

/** CPU time (ns) of each thread, by its id; the id of a main thread is that of its process. */
export type CpuTimes = ReadonlyMap<number, number>;

/**
 * Reads the CPU time of every thread of a process and its descendants from Linux' scheduler, which counts nanoseconds and is asked from
 * outside: an inspector in the browser would make what is measured dearer. A sleeping thread's time is exact.
 */
export function readCpu(root: number): CpuTimes {
  const times = new Map<number, number>();
  for (const pid of processTree(root)) {
    for (const thread of threadsOf(pid)) {
      const time = timeOf(pid, thread);
      if (time !== undefined) times.set(thread, time);
    }
  }
  return times;
}

/** CPU time (ns) of all threads together. What a thread that ended in between used is not known. */
export function spentByAll(before: CpuTimes, after: CpuTimes): number {
  return [...after].reduce((sum, [thread, time]) => sum + time - (before.get(thread) ?? 0), 0);
}

export function spentBy(thread: number, before: CpuTimes, after: CpuTimes): number {
  return (after.get(thread) ?? 0) - (before.get(thread) ?? 0);
}

/** The main thread of a page that used much CPU in between. */
export function busiestPage(before: CpuTimes, after: CpuTimes): number {
  const pages = [...after.keys()].filter(isRenderer);
  const [first] = pages.toSorted((a, b) => spentBy(b, before, after) - spentBy(a, before, after));
  if (first === undefined) throw new Error('no process of a page is running');
  return first;
}

function isRenderer(pid: number): boolean {
  return read(`/proc/${pid}/cmdline`)?.includes('--type=renderer') ?? false;
}

function threadsOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number);
  } catch {
    return []; // Ended meanwhile.
  }
}

function timeOf(pid: number, thread: number): number | undefined {
  const text = read(`/proc/${pid}/task/${thread}/schedstat`);
  return text === undefined ? undefined : Number(text.split(' ')[0]);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
