import { MessageError } from '../../messages/message-error.ts';
import type { Applied } from '../../storage/apply.ts';
import type { SetAside } from '../../storage/set-aside.ts';
import { unstorable } from './sort-out.ts';
import { isAboutTheRows } from './storage-errors.ts';
import type { NewOccurrence } from '../../storage/local-rows.ts';

export interface StorePorts {
  /** One transaction, durable when it resolves. */
  apply: (items: readonly NewOccurrence[]) => Promise<Applied>;
  /** Told of every occurrence that cannot be stored. Must not throw. */
  onFailure: (where: string, error: unknown) => void;
}

/**
 * Stores occurrences, all in one transaction unless one of them spoils it: then halves, until that one is alone. Returns what can
 * never be stored; rejects when nothing can be stored at present, and what was stored by then is known again the next time.
 */
export async function storeOccurrences(items: readonly NewOccurrence[], ports: StorePorts): Promise<SetAside[]> {
  const [only] = items;
  if (only === undefined) return [];
  let applied: Applied;
  try {
    applied = await ports.apply(items);
  } catch (error) {
    if (!isAboutTheRows(error)) throw error;
    if (items.length > 1) return storeHalves(items, ports);
    ports.onFailure('capture.store', error);
    return [unstorable(only)];
  }
  for (const { reason } of applied.refused) ports.onFailure('capture.store', new MessageError('unstorable', reason));
  const refused = new Set(applied.refused.map(({ id }) => id));
  return items.filter(({ row }) => refused.has(row.id)).map(unstorable);
}

async function storeHalves(items: readonly NewOccurrence[], ports: StorePorts): Promise<SetAside[]> {
  const middle = Math.ceil(items.length / 2);
  const first = await storeOccurrences(items.slice(0, middle), ports);
  return [...first, ...(await storeOccurrences(items.slice(middle), ports))];
}
