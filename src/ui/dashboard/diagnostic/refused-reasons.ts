import { setAsideTexts } from '../../../platform/texts/set-aside.ts';
import type { SetAsideTallies } from '../../../storage/set-aside.ts';

type Reason = keyof typeof setAsideTexts.refused.byCode;

function isReason(key: string): key is Reason {
  return Object.hasOwn(setAsideTexts.refused.byCode, key);
}

/** Why how many occurrences were not stored, most first; reasons that are not known here are counted together as `other`. */
export function refusedReasons({ refused, dropped }: SetAsideTallies): { reason: Reason; count: number }[] {
  const counts = new Map<Reason, number>([['dropped', dropped]]);
  for (const [key, count] of Object.entries(refused)) {
    const reason = isReason(key) ? key : 'other';
    counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}
