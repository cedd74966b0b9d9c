/** Longest text that is read for a signature; what differs only later is the same bug. */
export const READ_LIMIT = 2_000;

/** Longest message and whole of a signature, in UTF-16 units. */
export const MESSAGE_LIMIT = 200;
export const SIGNATURE_LIMIT = 400;

/** One line of well-formed text: no control characters, no half surrogate pairs (Postgres refuses them), single spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Cs}\p{Co}\ufffd]+/gu, ' ').trim();
}

/** At most `limit` units, never cutting a surrogate pair. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
