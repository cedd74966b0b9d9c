import { createMember, type Account } from '../../stack/harness/client.ts';
import type { LocalStack } from '../../stack/harness/stack.ts';
import type { Reporter } from './rows.ts';

/** How one way of sending did, with so many clients at once. */
export interface Load {
  errorsPerSecond: number;
  callsPerSecond: number;
  /** Of a call, in milliseconds. */
  p50: number;
  p99: number;
}

/**
 * `push`: what the extension does; `insert`: the same rows into a table that is like the log, as one plain INSERT of several rows; `named`:
 * the same with the names of the columns in the address, so that PostgREST need not look for them in the rows.
 */
export type Way = keyof typeof PATHS;

const PATHS = {
  push: '/rest/v1/rpc/cm_push?columns=protocol',
  insert: '/rest/v1/plain_log',
  named: '/rest/v1/plain_log?columns=id,error_type,message,source,stack_trace,resolved,timestamp,metadata',
};

/** Rows of one call. */
const ROWS = 100;

/** Those who send, and the table beside the log. */
export async function prepare(stack: LocalStack): Promise<Account> {
  await stack.database.query(`
    create table public.plain_log (like public.cm_error_logs including all);
    alter table public.plain_log enable row level security;
    grant insert on public.plain_log to authenticated;
    create policy "members add" on public.plain_log for insert to authenticated with check ((select vigie.role()) is not null)`);
  // It reads the schema when it starts.
  await stack.restartRest();
  return createMember(stack, 'qa@example.com', 'reporter');
}

/** So many clients send so many calls each, one after the other and all clients at once; see `Reporter` for `variety`. */
export async function measure(
  stack: LocalStack,
  account: Account,
  way: Way,
  reporters: readonly Reporter[],
  { calls, variety }: { calls: number; variety: number },
): Promise<Load> {
  // Made beforehand: what it costs to make them is no server's.
  const bodies = reporters.map((reporter) => Array.from({ length: calls }, () => bodyOf(way, reporter, variety)));
  const took: number[] = [];
  const send = async (body: string) => {
    const start = performance.now();
    await post(stack, account, way, body);
    took.push(performance.now() - start);
  };
  const start = performance.now();
  await Promise.all(
    bodies.map(async (own) => {
      for (const body of own) await send(body);
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  const callsPerSecond = took.length / seconds;
  return { callsPerSecond, errorsPerSecond: callsPerSecond * ROWS, p50: at(0.5), p99: at(0.99) };
}

/** Sends one call. @throws Error when it, or a row of it, is refused. */
export async function post(
  { url, publishableKey }: LocalStack,
  { token }: Account,
  way: Way,
  body: string,
): Promise<void> {
  const headers = {
    apikey: publishableKey,
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    prefer: 'return=minimal',
  };
  const answer = await fetch(`${url}${PATHS[way]}`, { method: 'POST', headers, body });
  const said = await answer.text();
  if (!answer.ok || (way === 'push' && !said.includes('"refused": []'))) throw new Error(said);
}

function bodyOf(way: Way, reporter: Reporter, variety: number): string {
  return JSON.stringify(way === 'push' ? reporter.batch(ROWS, variety) : reporter.errors(ROWS, variety));
}
