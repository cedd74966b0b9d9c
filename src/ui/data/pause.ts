const PAUSE_MS = 3_600_000;

/** The end of a pause of an hour that begins now, ISO 8601. */
export function inAnHour(): string {
  return new Date(Date.now() + PAUSE_MS).toISOString();
}
