function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** The value of a `datetime-local` field: the time on the reader's clock, to the minute. */
export function localMinute(time: Date): string {
  const day = [String(time.getFullYear()), twoDigits(time.getMonth() + 1), twoDigits(time.getDate())].join('-');
  return `${day}T${twoDigits(time.getHours())}:${twoDigits(time.getMinutes())}`;
}

const MORNING = 9;

/** Times that people mean when they say "later", on the reader's clock. */
export function usualTimes(now: Date): { tomorrow: string; monday: string; week: string } {
  const morning = (days: number) =>
    localMinute(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING));
  // On a Monday it is the next one.
  const toMonday = (8 - now.getDay()) % 7 || 7;
  return { tomorrow: morning(1), monday: morning(toMonday), week: morning(7) };
}
