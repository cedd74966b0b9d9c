import { expect, test } from 'vitest';
import { ago, HOUR, NOW, occurrence, uuid } from '../core/samples.ts';
import { ALICE, batchOf } from './batches.ts';
import { useTeam } from './use-team.ts';
import { ask } from './team-database.ts';

const team = useTeam();

interface Claimed {
  notification: { id: string };
  audience: string;
  template: object | null;
}

async function claim(now: string): Promise<Claimed[]> {
  await ask(team.db, 'admin', now);
  const [row] = await team.db.query<{ claimed: Claimed[] }>('select cm_claim_notifications(10, 60) as claimed');
  return row?.claimed ?? [];
}

/** An error that has a client and so many administrators to tell. */
async function notified(...admins: string[]): Promise<void> {
  await team.db.query(`insert into cm_settings (key, value) values ('notifications', $1)`, [
    JSON.stringify({ enabled: true, allowed: ['example.com'], admins }),
  ]);
  await team.server.push(batchOf(occurrence(1, { metadata: ALICE })), NOW);
}

async function settleAll(results: unknown): Promise<void> {
  await team.db.query('select cm_settle_notifications($1)', [JSON.stringify(results)]);
}

test('the mail service settles many messages in one call, and none that is settled already', async () => {
  await notified('boss@example.com', 'chief@example.com', 'head@example.com');
  const claimed = await claim(NOW);
  expect(claimed).toHaveLength(4);
  const [first = '', second = '', third = '', fourth = ''] = claimed.map(({ notification }) => notification.id);
  await settleAll([]);
  await settleAll([{ id: first, outcome: { status: 'sent' } }]);
  await settleAll([
    { id: first, outcome: { status: 'failed', reason: 'too late' } },
    { id: second, outcome: { status: 'failed', reason: 'refused-recipient: 550' } },
    { id: third, outcome: { status: 'due', reason: 'later: 451', retry_at: ago(-HOUR) } },
    { id: fourth, outcome: { status: 'skipped', reason: 'unsubscribed' } },
    { id: uuid(99), outcome: { status: 'sent' } },
  ]);
  const rows = await team.db.query('select id, status, reason from cm_notifications');
  expect(rows).toHaveLength(4);
  expect(rows).toEqual(
    expect.arrayContaining([
      { id: first, status: 'sent', reason: null },
      { id: second, status: 'failed', reason: 'refused-recipient: 550' },
      { id: third, status: 'due', reason: 'later: 451' },
      { id: fourth, status: 'skipped', reason: 'unsubscribed' },
    ]),
  );
  expect(await claim(ago(-HOUR + 1))).toEqual([]);
  expect(await claim(ago(-HOUR))).toMatchObject([{ notification: { id: third }, attempts: 2 }]);
});

test.each([
  ['no list', { id: uuid(1), outcome: { status: 'sent' } }],
  ['no id', [{ outcome: { status: 'sent' } }]],
  ['no outcome', [{ id: uuid(1) }]],
  ['an outcome that is none', [{ id: uuid(1), outcome: { status: 'held' } }]],
  ['no time for the next attempt', [{ id: uuid(1), outcome: { status: 'due', reason: 'x' } }]],
  ['nothing at all', null],
  ['too many', Array.from({ length: 501 }, () => ({ id: uuid(1), outcome: { status: 'sent' } }))],
])('settles nothing where there is %s', async (_, results) => {
  await notified();
  const [{ notification } = { notification: { id: '' } }] = await claim(NOW);
  const good = { id: notification.id, outcome: { status: 'sent' } };
  await expect(settleAll(Array.isArray(results) ? [good, ...results] : results)).rejects.toThrow('malformed-outcome');
  expect(await team.db.query('select status, reason from cm_notifications')).toEqual([{ status: 'due', reason: null }]);
});

test('the mail service is told of a ticket the same whether one message or many are about it', async () => {
  await notified('boss@example.com');
  await team.db.query(
    `insert into cm_notification_templates (name, audience, language, subject, text, html) values ('error-detected', 'admin', 'fr', 's', 't', 'h')`,
  );
  const claimed = await claim(NOW);
  const common = { occurrences: 1, clients: 1, project: '', newest: { message: expect.any(String) } };
  expect(claimed).toMatchObject([common, common]);
  expect(new Map(claimed.map(({ audience, template }) => [audience, template]))).toEqual(
    new Map([
      ['client', null],
      ['admin', { subject: 's', text: 't', html: 'h' }],
    ]),
  );
  await team.db.query('delete from cm_notification_templates');
});
