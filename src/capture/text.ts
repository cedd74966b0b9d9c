import { charCodeAt, slice } from './natives.ts';

/** `text` in at most `max` UTF-16 units; a cut text ends in "…" and never in half a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = charCodeAt(text, max - 2);
  return slice(text, 0, last >= 0xd800 && last <= 0xdbff ? max - 2 : max - 1) + '…';
}

/** `value` if it is a string, else ''. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** `value` if it is a whole number above zero, else 0. */
export function positionOf(value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : 0;
}
