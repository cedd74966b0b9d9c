/** Whether something could not be stored for want of space. Dexie wraps what made a transaction fail, often more than once. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'QuotaExceededError') return true;
  return 'inner' in error && isDiskFull(error.inner);
}
