import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as v from 'valibot';
import { callerOf, createAccount, createMember, serviceOf, type Answer, type Caller } from './harness/client.ts';
import { namedStack, startStack, type Stack } from './harness/stack.ts';
import {
  ACTORS,
  FUNCTIONS,
  OPERATIONS,
  TABLES,
  type Actor,
  type Operation,
  type Outcome,
  type TableCase,
} from './matrix.ts';

/** Other runs may have left theirs in the same project. */
const RUN = crypto.randomUUID().slice(0, 8);
const NAMED = namedStack(process.env);

let stack: Stack;
let stop: () => Promise<void> = () => Promise.resolve();
let callers: Record<Actor, Caller>;

beforeAll(async () => {
  if (NAMED) stack = NAMED;
  else {
    const local = await startStack(inject('postgres'));
    [stack, stop] = [local, () => local.stop()];
  }
  const [stranger, reporter, agent, admin] = await Promise.all([
    createAccount(stack, `stranger-${RUN}@example.com`),
    createMember(stack, `reporter-${RUN}@example.com`, 'reporter'),
    createMember(stack, `agent-${RUN}@example.com`, 'agent'),
    createMember(stack, `admin-${RUN}@example.com`, 'admin'),
  ]);
  callers = {
    anon: callerOf(stack, null),
    stranger: callerOf(stack, stranger.token),
    reporter: callerOf(stack, reporter.token),
    agent: callerOf(stack, agent.token),
    admin: callerOf(stack, admin.token),
  };
});

afterAll(() => stop());

const failure = v.object({ code: v.string() });

function outcomeOf({ status, body }: Answer): Outcome {
  if (status < 300) return Array.isArray(body) && body.length === 0 ? 'none' : 'rows';
  const { code } = v.parse(failure, body);
  if (code !== '42501') throw new Error(`${status} ${JSON.stringify(body)}`);
  return code;
}

/** A row that is there, and a ticket beside it. */
interface Seeded {
  columns: Record<string, unknown>;
  ticket: string;
}

/** Made with the service key. */
async function seeded(table: string, { row }: TableCase): Promise<Seeded> {
  const service = serviceOf(stack);
  const [id, ticket] = [crypto.randomUUID(), crypto.randomUUID()];
  const made = row({ id, ticket, member: `agent-${RUN}@example.com` });
  if (table !== 'cm_support_tickets') await service('POST', '/rest/v1/cm_support_tickets', { id: ticket, sujet: 'x' });
  const { status, body } = await service('POST', `/rest/v1/${table}`, made);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { columns: made, ticket };
}

function attempt(caller: Caller, operation: Operation, table: string, test: TableCase, row: Seeded): Promise<Answer> {
  const one = `/rest/v1/${table}?${test.key}=eq.${encodeURIComponent(String(row.columns[test.key]))}`;
  if (operation === 'select') return caller('GET', one);
  if (operation === 'update') return caller('PATCH', one, row.columns);
  if (operation === 'delete') return caller('DELETE', one);
  const ids = { id: crypto.randomUUID(), ticket: row.ticket, member: '' };
  return caller('POST', `/rest/v1/${table}`, test.row(ids));
}

describe.each(Object.entries(TABLES))('%s', (table, test) => {
  it.each(OPERATIONS)('%s', async (operation) => {
    const row = await seeded(table, test);
    const found: Outcome[] = [];
    for (const actor of ACTORS) found.push(outcomeOf(await attempt(callers[actor], operation, table, test, row)));
    expect(Object.fromEntries(ACTORS.map((actor, index) => [actor, found[index]]))).toEqual(
      Object.fromEntries(ACTORS.map((actor, index) => [actor, test.outcomes[operation][index]])),
    );
  });
});

describe('functions', () => {
  it.each(Object.entries(FUNCTIONS))('%s', async (name, test) => {
    const found: [Actor, Outcome][] = [];
    for (const actor of ACTORS)
      found.push([actor, outcomeOf(await callers[actor]('POST', `/rest/v1/rpc/${name}`, test.arguments))]);
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(ACTORS.map((actor, index) => [actor, test.outcomes[index]])),
    );
  });
});

describe('a member', () => {
  it('reads what he asked for himself, and nobody else’s', async () => {
    const [own, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const service = serviceOf(stack);
    await service('POST', '/rest/v1/cm_commands', {
      id: own,
      operation: 'comment',
      author: 'x',
      member: `reporter-${RUN}@example.com`,
    });
    await service('POST', '/rest/v1/cm_commands', {
      id: other,
      operation: 'comment',
      author: 'x',
      member: `agent-${RUN}@example.com`,
    });
    const { body } = await callers.reporter('GET', `/rest/v1/cm_commands?select=id&id=in.(${own},${other})`);
    expect(body).toEqual([{ id: own }]);
  });

  it.each(['auth', 'vigie'])('finds no way into the schema %s', async (schema) => {
    const { publishableKey, url } = stack;
    const headers = { apikey: publishableKey, 'accept-profile': schema };
    expect((await fetch(`${url}/rest/v1/sessions`, { headers })).status).toBe(406);
  });

  it.each(['revision', 'find_member', 'enter', 'set_config', 'start_epoch'])('cannot call %s', async (name) => {
    expect((await callers.admin('POST', `/rest/v1/rpc/${name}`, {})).status).toBe(404);
  });
});

describe.skipIf(NAMED)('the matrix', () => {
  it('names every table and every function that can be called', async () => {
    const { body } = await serviceOf(stack)('GET', '/rest/v1/');
    const { paths } = v.parse(v.object({ paths: v.record(v.string(), v.unknown()) }), body);
    const named = [
      ...Object.keys(TABLES).map((name) => `/${name}`),
      ...Object.keys(FUNCTIONS).map((name) => `/rpc/${name}`),
    ];
    const found = Object.keys(paths).filter((path) => /^\/(rpc\/)?cm_/.test(path));
    expect(found.filter((path) => !named.includes(path))).toEqual([]);
  });
});
