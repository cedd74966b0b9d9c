import type { Database } from '../../stack/harness/databases.ts';

/** Megabytes for each million occurrences, indexes included. */
export interface Growth {
  log: number;
  /** Everything else together. */
  rest: number;
}

/** How large the tables have become by what was pushed. */
export async function growthOf(database: Database): Promise<Growth> {
  await database.query('vacuum analyze');
  const [sizes] = await database.query<{ rows: string; log: string; rest: string }>(`
    select (select count(*) from public.cm_error_logs) as rows, pg_total_relation_size('public.cm_error_logs') as log,
      (select sum(pg_total_relation_size(oid)) from pg_class
        where relkind = 'r' and (relnamespace = 'vigie'::regnamespace or relname like 'cm\\_%') and relname <> 'cm_error_logs') as rest`);
  const megabytes = (bytes: string | undefined) => Number(bytes) / Number(sizes?.rows);
  return { log: megabytes(sizes?.log), rest: megabytes(sizes?.rest) };
}
