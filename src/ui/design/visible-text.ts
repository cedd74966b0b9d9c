/**
 * Characters that would hide, reorder or break the text around them: controls, direction marks, invisible separators, tag letters and
 * lone surrogates. A page can put them into an error message to make it read as something else; here each one is shown.
 */
const UNSEEN = /\p{Cc}|\p{Cs}|\p{Default_Ignorable_Code_Point}|[\u2028\u2029\uFFF9-\uFFFB]/gu;

/** Invisible too, but parts of ordinary writing: joiners of emoji and of Arabic and Indic scripts, and their variants. */
const KEPT = /[\n\t\p{Join_Control}\p{Variation_Selector}]/u;

function symbolOf(character: string): string {
  if (KEPT.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The text with every unseen character replaced by a visible sign. Line ends become "\n"; tabs and line ends stay. */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(UNSEEN, symbolOf);
}

/** The first `limit` UTF-16 units of a text, never half a character, and how many units are left out. */
export function clampText(text: string, limit: number): { shown: string; hidden: number } {
  if (text.length <= limit) return { shown: text, hidden: 0 };
  const last = text.charCodeAt(limit - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
  return { shown: text.slice(0, end), hidden: text.length - end };
}

/** A text on one line for lists: spaces and line ends become single spaces, cut at `limit` with "…". */
export function oneLine(text: string, limit = 300): string {
  // A message of 100 kB is common in hostile pages; only its beginning is worth searching for spaces.
  const { shown, hidden } = clampText(
    text
      .slice(0, limit * 4)
      .replace(/\s+/gu, ' ')
      .trim(),
    limit,
  );
  return visibleText(shown) + (hidden > 0 || text.length > limit * 4 ? '…' : '');
}
