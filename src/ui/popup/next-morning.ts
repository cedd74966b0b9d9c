const MORNING = 9;

/** Tomorrow at nine, on the reader's clock. */
export function nextMorning(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, MORNING);
}
