/** Numbers with dots, whatever names them and follows them: "2.1", "v2.1.0-rc.1", "shop@2.1.0+build7". */
const NUMBERED = /^(?:.*@)?v?(\d{1,15}(?:\.\d{1,15}){0,5})(?:-([\w.-]+))?(?:\+.*)?$/i;

interface Numbered {
  numbers: number[];
  /** Of a preview, the parts after the hyphen; none of the release itself. */
  preview: string[];
}

/**
 * Whether a release came before another one: by their numbers where both have some, else by which was seen first in the project.
 * What cannot be told is not older: an error is rather opened once too often than lost.
 *
 * @param firstSeen when a release was first seen in the project, ISO 8601; null when it never was.
 */
export function isOlderRelease(release: string, than: string, firstSeen: (release: string) => string | null): boolean {
  if (release === than) return false;
  const a = numbered(release);
  const b = numbered(than);
  if (a && b) return compare(a, b) < 0;
  const seen = firstSeen(release);
  const seenOther = firstSeen(than);
  return seen !== null && seenOther !== null && seen < seenOther;
}

function numbered(release: string): Numbered | null {
  const [, numbers, preview = ''] = NUMBERED.exec(release.trim()) ?? [];
  if (numbers === undefined) return null;
  return { numbers: numbers.split('.').map(Number), preview: preview === '' ? [] : preview.split('.') };
}

/** As semantic versioning has it; a number that is missing is zero. */
function compare(a: Numbered, b: Numbered): number {
  const length = Math.max(a.numbers.length, b.numbers.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.preview.length === 0 || b.preview.length === 0) return b.preview.length - a.preview.length;
  return comparePreviews(a.preview, b.preview);
}

function comparePreviews(a: readonly string[], b: readonly string[]): number {
  const differing = a.findIndex((part, index) => part !== b[index]);
  if (differing === -1) return a.length - b.length;
  const one = a[differing] ?? '';
  const other = b[differing];
  if (other === undefined) return 1;
  const [number, otherNumber] = [asNumber(one), asNumber(other)];
  if (number !== null && otherNumber !== null) return number - otherNumber;
  // Numbers come before words.
  if (number !== null || otherNumber !== null) return number === null ? 1 : -1;
  return one < other ? -1 : 1;
}

function asNumber(part: string): number | null {
  return /^\d{1,15}$/.test(part) ? Number(part) : null;
}
