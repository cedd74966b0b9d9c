import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { deterministicId, ticketNumber } from '../../src/core/ids.ts';
import { TICKET_STATUSES } from '../../src/core/rows.ts';
import { canChange } from '../../src/core/ticket.ts';
import { createDatabase, type Database } from './harness/databases.ts';

let db: Database;

beforeAll(async () => {
  db = await createDatabase(inject('postgres'), 'vigie');
});

afterAll(() => db.drop());

async function ticket(statut: string, metadata: object = {}): Promise<string> {
  const rows = await db.query<{ id: string }>(
    `insert into cm_support_tickets (sujet, statut, metadata) values ('x', $1, $2) returning id`,
    [statut, metadata],
  );
  return rows[0]?.id ?? '';
}

describe('ids', () => {
  it.each([['ticket'], ['ticket', 'é€😀', ''], ['ab', 'c'], ['a', 'bc']])(
    'are derived as the extension derives them: %j',
    async (kind, ...parts) => {
      const rows = await db.query('select vigie.uuid8(variadic $1) as id', [[kind, ...parts]]);
      expect(rows).toEqual([{ id: deterministicId(kind, ...parts) }]);
    },
  );

  it.each([
    '00000000-0000-8000-8000-000000000000',
    'ffffffff-0000-8000-8000-000000000000',
    '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
  ])('have the same short number: %s', async (id) => {
    expect(await db.query('select vigie.ticket_number($1) as number', [id])).toEqual([{ number: ticketNumber(id) }]);
  });
});

describe('the status of a ticket', () => {
  const pairs = TICKET_STATUSES.flatMap((from) => TICKET_STATUSES.map((to) => ({ from, to })));

  it.each(['human', 'system'] as const)('may change as the extension has it: %s', async (actor) => {
    const told = await db.query(
      'select was as "from", becomes as "to", vigie.can_change(was, becomes, $2) as said from unnest($1::text[]) was, unnest($1::text[]) becomes',
      [TICKET_STATUSES, actor],
    );
    expect(told).toEqual(pairs.map(({ from, to }) => ({ from, to, said: canChange(from, to, actor) })));
  });

  it('is held to that against the owner of the table too', async () => {
    const id = await ticket('ouvert');
    const change = db.query(`update cm_support_tickets set statut = 'ferme' where id = $1`, [id]);
    await expect(change).rejects.toMatchObject({
      code: '23514',
      message: 'transition-refused',
      detail: 'ouvert → ferme',
    });
  });

  it('closes from a status that the settings add, at the end of the watch only', async () => {
    const id = await ticket('en_cours');
    const close = `begin; select set_config('vigie.actor', 'system', true); update cm_support_tickets set statut = 'ferme' where id = '${id}'; commit`;
    await expect(db.query(close)).rejects.toThrow('transition-refused');
    await db.query('rollback');
    await db.query(`insert into cm_settings (key, value) values ('tickets', '{"closeStatuses": ["en_cours"]}')`);
    await db.query(close);
    expect(await db.query('select statut from cm_support_tickets where id = $1', [id])).toEqual([{ statut: 'ferme' }]);
    await db.query('delete from cm_settings');
  });

  it('lets a merge close a ticket and its undoing bring the status back', async () => {
    const id = await ticket('en_cours');
    const merged = { merged_into: id, before_merge: { statut: 'en_cours' } };
    await db.query(`update cm_support_tickets set statut = 'ferme', metadata = $2 where id = $1`, [id, merged]);
    const elsewhere = db.query(`update cm_support_tickets set statut = 'resolu', metadata = '{}' where id = $1`, [id]);
    await expect(elsewhere).rejects.toThrow('transition-refused');
    await db.query(`update cm_support_tickets set statut = 'en_cours', metadata = '{}' where id = $1`, [id]);
  });
});

describe('history', () => {
  it('is added to and never changed, deleted or emptied, by nobody', async () => {
    const id = await ticket('ouvert');
    await db.query(`insert into cm_support_ticket_history (ticket_id, action) values ($1, 'created')`, [id]);
    const attempts = [
      `update cm_support_ticket_history set description = 'x'`,
      'delete from cm_support_ticket_history',
      `delete from cm_support_tickets where id = '${id}'`,
      'truncate cm_support_ticket_history',
      'truncate cm_support_tickets cascade',
    ];
    for (const attempt of attempts) await expect(db.query(attempt)).rejects.toThrow('history-is-append-only');
  });

  it('has the person blanked when a client is forgotten, and nothing else', async () => {
    const forgetting = (change: string) =>
      db.query(
        `begin; select set_config('vigie.forgetting', 'on', true); update cm_support_ticket_history set ${change}; commit`,
      );
    await forgetting(`description = ''`);
    await expect(forgetting(`action = 'other'`)).rejects.toThrow('history-is-append-only');
    await db.query('rollback');
  });
});

describe('values', () => {
  it.each([
    `insert into cm_support_tickets (sujet, priorite) values ('x', 'urgent')`,
    `insert into cm_error_sightings values (gen_random_uuid(), gen_random_uuid(), 0, gen_random_uuid(), 's', null, null, 0, now(), now())`,
    `insert into cm_error_sightings values (gen_random_uuid(), gen_random_uuid(), 0, gen_random_uuid(), 's', null, null, 1, now(), now() - interval '1 s')`,
    `insert into cm_members (email, role) values ('Ana@example.com', 'agent')`,
    `insert into cm_members (email, role) values ('ana@example.com', 'owner')`,
    `insert into cm_error_logs (error_type, message, metadata) values ('js_error', 'x', '[]')`,
  ])('are refused by the database: %s', async (statement) => {
    await expect(db.query(statement)).rejects.toMatchObject({ code: '23514' });
  });

  it('may be longer than an index of the tree kind holds', async () => {
    const signature = Array.from({ length: 2_000 }, () => crypto.randomUUID()).join('|');
    await db.query(
      `insert into cm_error_sightings (id, install, epoch, project, signature, count, first_seen, last_seen)
       values (gen_random_uuid(), gen_random_uuid(), 0, gen_random_uuid(), $1, 1, now(), now())`,
      [signature],
    );
    await db.query(`insert into cm_support_tickets (sujet, error_signature) values ('x', $1)`, [signature]);
  });
});
