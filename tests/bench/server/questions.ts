import * as v from 'valibot';
import type { Database } from '../../stack/harness/databases.ts';
import { median } from '../pages/statistics.ts';
import { MEMBER, PROJECT, signatureOf } from './fill.ts';

const ERROR = signatureOf(500);

/** What the dashboard and those who look into the tables ask, as PostgREST puts it. */
export const QUESTIONS: Record<string, string> = {
  'newest occurrences': 'select * from public.cm_error_logs order by "timestamp" desc limit 50',
  'newest unresolved occurrences':
    'select * from public.cm_error_logs where resolved = false order by "timestamp" desc limit 50',
  'a page far back, by its time': `select * from public.cm_error_logs where "timestamp" < now() - interval '20 days' order by "timestamp" desc limit 50`,
  'occurrences of one error (cm_errors)': `select * from public.cm_errors('${PROJECT}', '${ERROR}', null, 50)`,
  'older occurrences of one error (cm_errors)': `select * from public.cm_errors('${PROJECT}', '${ERROR}', now() - interval '20 days', 10)`,
  'open tickets, last changed first': `select * from public.cm_support_tickets where statut = 'ouvert' order by updated_at desc limit 50`,
  'history of one ticket': `select * from public.cm_support_ticket_history where ticket_id = (select id from public.cm_support_tickets where error_signature = '${ERROR}')`,
  'figures of a month (cm_indicators)': `select public.cm_indicators(now() - interval '30 days', now())`,
  'first page of a new browser (cm_pull)': 'select public.cm_pull(null)',
};

/** What a question cost. */
export interface Cost {
  /** Milliseconds, the median of several. */
  took: number;
  /** Pages of 8 kB that were looked at. */
  buffers: number;
  /** Large tables that were read from beginning to end. */
  scanned: string[];
}

/** Databases take turns, so that what else the machine does slows down all of them. */
const TURNS = 5;
const TIMES_A_TURN = 3;

const EXPLAINED = v.tuple([
  v.object({
    Plan: v.object({ 'Shared Hit Blocks': v.number(), 'Shared Read Blocks': v.number() }),
    'Execution Time': v.number(),
  }),
]);
type Plan = v.InferOutput<typeof EXPLAINED>[0];

/** Asks databases as a member does, in turns, and reads what Postgres says about it: their costs in the same order. */
export async function ask(databases: readonly Database[], question: string): Promise<Cost[]> {
  const asked = databases.map((database) => ({ database, plans: [] as Plan[], scanned: new Set<string>() }));
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const { database, plans, scanned } of asked) {
      const found = await askSome(database, question);
      plans.push(...found.plans);
      for (const table of found.scanned) scanned.add(table);
    }
  }
  return asked.map(({ plans, scanned }) => ({
    took: median(plans.map((plan) => plan['Execution Time'])),
    buffers: median(plans.map(({ Plan }) => Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'])),
    scanned: [...scanned],
  }));
}

async function askSome(database: Database, question: string): Promise<{ plans: Plan[]; scanned: string[] }> {
  const plans: Plan[] = [];
  await database.query(`begin; set local role authenticated;
    select set_config('request.jwt.claims', '{"sub":"${MEMBER}"}', true)`);
  const before = await scans(database);
  for (let time = 0; time < TIMES_A_TURN; time += 1) {
    const [row] = await database.query<Record<string, unknown>>(`explain (analyze, buffers, format json) ${question}`);
    plans.push(v.parse(EXPLAINED, row?.['QUERY PLAN'])[0]);
  }
  const after = await scans(database);
  await database.query('rollback');
  return { plans, scanned: Object.keys(after).filter((table) => after[table] !== before[table]) };
}

async function scans(database: Database): Promise<Record<string, string>> {
  const rows = await database.query<{ name: string; times: string }>(
    `select relname::text as name, seq_scan as times from pg_stat_xact_user_tables where relname = 'cm_error_logs'`,
  );
  return Object.fromEntries(rows.map(({ name, times }) => [name, times]));
}
