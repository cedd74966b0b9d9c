/** Longest text that is read for a signature; what differs only later is the same bug. */
export const READ_LIMIT = 2_000;

/** Longest message and whole of a signature, in UTF-16 units. */
export const MESSAGE_LIMIT = 200;
export const SIGNATURE_LIMIT = 400;

/** One line of well-formed text: no control characters, no half surrogate pairs (Postgres refuses them), single spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Cs}\p{Co}\ufffd]+/gu, ' ').trim();
}

/** FNV-1a of 32 bits in base 36: tells long texts apart whose beginnings agree; no protection of anything. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** At most `limit` units, never cutting a surrogate pair; a cut text ends in a fingerprint of the whole. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const tail = `…${fingerprint(text)}`;
  return `${text.slice(0, limit - tail.length).replace(/[\ud800-\udbff]$/, '')}${tail}`;
}
