import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** State letter and parent of a process; undefined once it is gone. */
function statusOf(pid: number): { state: string; parent: number } | undefined {
  try {
    // The name is in parentheses and may hold anything; state and parent follow the last of them.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

/** A process and all that descend from it, the root first. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    const parent = Number.isInteger(pid) ? statusOf(pid)?.parent : undefined;
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

function isAlive(pid: number): boolean {
  const status = statusOf(pid);
  return status !== undefined && status.state !== 'Z';
}

/** SIGKILL for a process and all its descendants, as a crash or a power cut would: nobody gets to say goodbye. */
export async function killTree(root: number): Promise<void> {
  const tree = processTree(root);
  for (const pid of tree) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      continue; // Ended by itself in the meantime.
    }
  }
  const deadline = Date.now() + 20_000;
  while (tree.some(isAlive)) {
    if (Date.now() > deadline) throw new Error(`still alive after SIGKILL: ${tree.filter(isAlive).join(', ')}`);
    await sleep(20);
  }
}
