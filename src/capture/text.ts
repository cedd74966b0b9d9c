import { slice } from './natives.ts';

/** At most `max` units of a text, and "…" in place of what was cut. */
export function clip(text: string, max: number): string {
  return text.length > max ? (slice(text, 0, max - 1) ?? '') + '…' : text;
}

/** `value` if it is a text, else ''. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
