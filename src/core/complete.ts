import type { ErrorLogRow } from './rows.ts';

/**
 * An occurrence that only the browser saw, with what the page's record adds to it: where in the page's code the request was made, and how
 * long it took. Null when it adds nothing, or would make another error of it. Until then the row was not sealed: one of its two witnesses
 * had not spoken yet.
 */
export function completed(row: ErrorLogRow, page: ErrorLogRow): ErrorLogRow | null {
  if (row.stack_trace !== '' || page.stack_trace === '') return null;
  if (row.error_type !== page.error_type || row.metadata.signature !== page.metadata.signature) return null;
  const { line, column, name, http, causes } = page.metadata;
  return {
    ...row,
    message: page.message,
    source: page.source,
    stack_trace: page.stack_trace,
    metadata: {
      ...row.metadata,
      line,
      column,
      name,
      ...(causes ? { causes } : {}),
      ...(row.metadata.http && http ? { http: { ...row.metadata.http, duration_ms: http.duration_ms } } : {}),
    },
  };
}
