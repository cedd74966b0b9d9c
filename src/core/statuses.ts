import * as v from 'valibot';

/** One status, "404", or a range with both ends, "500-999". */
export const statusRange = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[1-9]\d\d(-[1-9]\d\d)?$/),
  v.check((range) => range.length === 3 || range.slice(0, 3) <= range.slice(4), 'The range is the wrong way round'),
);

/** Whether a status is one of these, or in one of these ranges. */
export function isAmong(status: number, ranges: readonly string[]): boolean {
  return ranges.some((range) => {
    const [from, to = from] = range.split('-').map(Number);
    return from !== undefined && to !== undefined && from <= status && status <= to;
  });
}

export function isStatusRange(text: string): boolean {
  return v.is(statusRange, text);
}
