/* ISO 8601 texts in UTC sort as text; null stands for never. */

/** The earlier of two times; of one and never, that one. */
export function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** The later of two times; of one and never, that one. */
export function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
