/** Minutes since midnight. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Whether a time of day, "HH:MM", lies within hours that may reach over midnight. Equal ends are no hours at all. */
export function isWithin(time: string, { from, to }: { from: string; to: string }): boolean {
  const [now, start, end] = [minutesOf(time), minutesOf(from), minutesOf(to)];
  return start <= end ? now >= start && now < end : now >= start || now < end;
}

/** How far back the last such time of day lies, in minutes: 0 to 1439. */
export function minutesSince(time: string, now: string): number {
  return (minutesOf(now) - minutesOf(time) + 1_440) % 1_440;
}
