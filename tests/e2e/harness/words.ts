const SYLLABLES = ['ba', 'co', 'du', 'fi', 'ga', 'hy', 'jo', 'ku', 'le', 'mi'];

/** A made-up word for a number: texts that differ only in numbers are one bug, texts that differ in words are many. */
export function wordFor(index: number): string {
  return Array.from(String(index).padStart(3, '0'), (digit) => SYLLABLES[Number(digit)]).join('');
}
