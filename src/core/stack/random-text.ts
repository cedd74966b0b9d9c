/** Does a text look drawn at random: digits among letters, or capitals among small letters past the first? */
export function looksRandom(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  const upper = text.replace(/[^A-Z]/g, '').length;
  const lower = text.replace(/[^a-z]/g, '').length;
  if (/^[0-9a-f]+$/i.test(text)) return digits > 0 || text.length >= 16;
  if (digits > 0) return upper > 0 || digits >= 2 || text.length >= 16;
  if (lower === 0) return upper >= 8 && /[^AEIOUY]{5}/.test(text);
  return upper >= 2 && /[a-z][A-Z]/.test(text) && !isWords(text);
}

/** camelCase made of pronounceable words (`bookingCalendar`), in contrast to `BtgzfaOP`. */
function isWords(text: string): boolean {
  const humps = text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  return humps.every((hump) => hump.length >= 3 && /[aeiouy]/i.test(hump) && !/[^aeiouy]{5}/i.test(hump));
}

/** Is a text what programs call things, and neither an id nor a secret? */
export function isIdentifier(text: string): boolean {
  if (!/^[#$_@]?[\p{L}_$][\p{L}\d_$.-]{0,59}$/u.test(text) || /\d{3,}/.test(text)) return false;
  return text.length < 12 || text.split(/[._-]/).every((word) => !looksRandom(word));
}
