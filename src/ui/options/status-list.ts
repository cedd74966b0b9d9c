import { isStatusRange } from '../../core/statuses.ts';

/** The statuses and ranges that a text lists, in whatever way it parts them. */
export function statusesIn(text: string): string[] {
  return text.split(/[\s,;]+/u).filter((word) => word !== '');
}

/** The first word of a text that is neither a status nor a range. */
export function wrongStatus(text: string): string | undefined {
  return statusesIn(text).find((word) => !isStatusRange(word));
}
