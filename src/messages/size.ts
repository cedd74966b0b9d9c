/**
 * Whether a received value is larger than `limit`, in UTF-16 units of its JSON. Counts a lower bound (no escapes, shortest numbers),
 * so that what an honest sender measured as JSON always passes; and gives up as soon as the limit is crossed, so that a hostile
 * message costs no more than the limit. Cycles, which Firefox lets through, end the same way.
 */
export function exceeds(value: unknown, limit: number): boolean {
  let size = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    size += ownSize(next);
    if (size > limit) return true;
    if (typeof next !== 'object' || next === null) continue;
    for (const child of Array.isArray(next) ? next : Object.values(next)) open.push(child);
  }
  return false;
}

/** What a value adds by itself; a container adds its brackets, keys and separators, so that its children are not walked in vain. */
function ownSize(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 1;
  if (Array.isArray(value)) return value.length + 1;
  let size = 1;
  for (const key of Object.keys(value)) size += key.length + 4;
  return size;
}
