import type { NotificationRow } from '../rows.ts';

/** How long a message waits for somebody to allow its address, in milliseconds: over a weekend, and not for ever. */
const HELD_FOR = 7 * 86_400_000;

/** Whether nobody came for so long that a held message is given up. `now` in milliseconds. */
export function isForgotten({ updated_at }: NotificationRow, now: number): boolean {
  return now - Date.parse(updated_at) > HELD_FOR;
}

/**
 * Held messages once their addresses are allowed. Of what the system has to tell one person about one ticket the newest is enough: it says
 * how things are. What a person wrote goes out in any case. `now` is ISO 8601.
 */
export function released(held: readonly NotificationRow[], now: string): NotificationRow[] {
  const newest = new Map<string, NotificationRow>();
  for (const row of held.filter(({ event }) => event !== 'notify')) {
    const key = JSON.stringify([row.ticket_id, row.recipient]);
    const known = newest.get(key);
    if (!known || row.created_at > known.created_at) newest.set(key, row);
  }
  const goes = new Set(newest.values());
  return held.map(({ reason: _past, ...row }, index): NotificationRow => {
    const whole = held[index];
    if (row.event === 'notify' || (whole && goes.has(whole))) return { ...row, status: 'due', updated_at: now };
    return { ...row, status: 'skipped', reason: 'overtaken', updated_at: now };
  });
}
