/** Errors that speak of the rows themselves and will be the same the next time. */
const ABOUT_THE_ROWS = new Set(['TypeError', 'RangeError', 'DataError', 'DataCloneError', 'ConstraintError']);

/**
 * Whether writing these rows can never succeed. Everything else (no space, a blocked or closed database, an aborted transaction, and
 * whatever is unknown) may be over the next time, so the rows must not be acknowledged.
 */
export function isAboutTheRows(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (ABOUT_THE_ROWS.has(error.name)) return true;
  // Dexie's wrappers of many failures at once.
  if (error.name !== 'BulkError' && error.name !== 'ModifyError') return false;
  const failures = 'failures' in error && Array.isArray(error.failures) ? error.failures : [];
  return failures.length > 0 && failures.every(isAboutTheRows);
}
