/**
 * At most `max` units of a text, "…" in place of what was cut; lone surrogates and NUL, which pages may have in their strings and
 * Postgres refuses, become U+FFFD. Anything but a text is ''.
 */
export function harmless(text: unknown, max: number): string {
  if (typeof text !== 'string') return '';
  return (text.length > max ? `${text.slice(0, max - 1)}…` : text).replace(/[\0\p{Surrogate}]/gu, '\uFFFD');
}
