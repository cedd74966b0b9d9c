import type { Database } from '../../stack/harness/databases.ts';

/** The member who asks, and what a question needs to be asked about something. */
export const MEMBER = '11111111-1111-4111-8111-111111111111';
export const PROJECT = '22222222-2222-4222-8222-222222222222';

const SIGNATURES = 1_000;
const CHUNK = 250_000;

/**
 * A team that has used Vigie for a month: a thousand errors with a ticket each, seen by five clients, and so many occurrences in the log.
 * Only the log differs between two sizes.
 */
export async function fill(database: Database, rows: number, say: (text: string) => void): Promise<void> {
  await database.query(`
    insert into public.cm_members (email, role, user_id, joined_at) values ('qa@example.com', 'agent', '${MEMBER}', now());
    select set_config('vigie.actor', 'system', false)`);
  await fillTeam(database);
  const indexes = await database.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = 'public.cm_error_logs'::regclass and not indisprimary`,
  );
  for (const { name } of indexes) await database.query(`drop index ${name}`);
  for (let from = 0; from < rows; from += CHUNK) {
    await fillLog(database, from, Math.min(CHUNK, rows - from), rows);
    say(`${Math.min(rows, from + CHUNK)} of ${rows} rows`);
  }
  for (const { definition } of indexes) await database.query(definition);
  await database.query('vacuum analyze');
}

/** Signature `n` of the team. */
export function signatureOf(n: number): string {
  return `cart.js|Uncaught TypeError: total${n} is not a function|12`;
}

const NAMED = `format('cart.js|Uncaught TypeError: total%s is not a function|12', n)`;

async function fillTeam(database: Database): Promise<void> {
  await database.query(`
    create temp table errors as select n, ${NAMED} as signature, vigie.uuid8('ticket', '${PROJECT}', ${NAMED}) as ticket,
      now() - n % 30 * interval '1 day' as seen from generate_series(1, ${SIGNATURES}) as n;
    insert into public.cm_support_tickets (id, sujet, description, priorite, statut, source, error_signature, created_at, updated_at, closed_at, metadata)
    select ticket, signature, signature, 'haute', case when n % 2 = 0 then 'ouvert' else 'ferme' end, 'auto_detection', signature, seen, seen,
      case when n % 2 = 1 then seen + interval '1 day' end,
      jsonb_build_object('project', '${PROJECT}', 'episode', 1, 'last_seen', vigie.iso(seen), 'closed_by', 'system') from errors;
    insert into public.cm_support_ticket_history (ticket_id, action) select ticket, action from errors, unnest(array['created', 'client_linked', 'closed']) as action;
    insert into public.cm_signature_aliases (id, project, signature, ticket_id, reason)
    select vigie.uuid8('alias', '${PROJECT}', signature), '${PROJECT}', signature, ticket, 'creation' from errors;
    insert into public.cm_error_sightings (id, install, epoch, project, signature, client_id, client_email, count, first_seen, last_seen)
    select gen_random_uuid(), md5(client::text)::uuid, 1, '${PROJECT}', signature, md5(client::text)::uuid, format('client%s@example.com', client), 10 + n % 50,
      seen - interval '1 hour', seen
    from errors, generate_series(1, 5) as client`);
}

async function fillLog(database: Database, from: number, count: number, all: number): Promise<void> {
  await database.query(
    `insert into public.cm_error_logs (error_type, message, source, stack_trace, resolved, "timestamp", metadata)
     select 'js_error', message, 'https://shop.example/js/cart.js', message || repeat(E'\\n    at step (https://shop.example/js/cart.js:12:5)', 8),
       i % 10 = 0, now() - interval '30 days' * (i::float8 / ${all}),
       jsonb_build_object('project', '${PROJECT}', 'signature', 'cart.js|' || message || '|12', 'signature_version', 1, 'line', 12, 'column', 5,
         'url', 'https://shop.example/cart', 'title', 'Cart', 'count', 1, 'client_id', md5((i % 5)::text)::uuid,
         'client_email', format('client%s@example.com', i % 5), 'user_agent', 'Mozilla/5.0', 'browser', 'chromium')
     from generate_series(${from}, ${from + count - 1}) as i
     cross join lateral (select format('Uncaught TypeError: total%s is not a function', i % ${SIGNATURES} + 1) as message) as said`,
  );
}
