import { beforeEach, expect, it } from 'vitest';
import type { NotificationRow } from '../../../src/core/rows.ts';
import { uuid } from '../../core/samples.ts';
import type { FakeProfile } from '../harness.ts';
import { batchOf, newId, NOW, wireRecord } from '../records.ts';
import { joining, signedUp } from './joining.ts';

const AT = new Date(NOW).toISOString();

let profile: FakeProfile;
let row: NotificationRow;

const sync = () => profile.fromUi({ type: 'team.sync' });
const told = async () =>
  (await profile.db.cm_notifications.toArray())
    .map(({ status, reason }) => `${status} ${reason ?? ''}`)
    .toSorted((one, other) => one.localeCompare(other));
const sendAgain = () =>
  profile.fromUi({
    type: 'ticket.command',
    id: newId(),
    ticket: row.ticket_id,
    command: { op: 'resend', notification: row.id },
  });

/** A ticket of the team, of which its mail service could not tell somebody. */
beforeEach(async () => {
  profile = await signedUp();
  await profile.fromUi(joining());
  await profile.fromPage(batchOf([wireRecord({ id: newId() })]));
  await sync();
  const [ticket] = await profile.db.cm_support_tickets.toArray();
  row = {
    id: uuid(701),
    ticket_id: ticket?.id ?? '',
    event: 'created',
    episode: 1,
    recipient: 'zoe@example.com',
    status: 'failed',
    reason: 'refused-recipient: 550',
    created_at: AT,
    updated_at: AT,
  };
  await profile.team.team.change((db) => db.cm_notifications.put(row));
  await sync();
  expect(await told()).toEqual(['failed refused-recipient: 550']);
});

it('a message that the team’s service gave up is sent again by it, and by nobody else', async () => {
  await sendAgain();
  await sendAgain();
  await profile.background.mails.deliver();
  expect(profile.mail.mails.size).toBe(0);
  const asked = { operation: 'resend', ticket_id: row.ticket_id, arguments: { notification: row.id } };
  expect(await profile.db.cm_commands.toArray()).toMatchObject([asked, asked]);
  await sync();
  expect(profile.team.pushes.flatMap(({ commands }) => commands)).toMatchObject([asked, asked]);
  expect(await told()).toEqual(['due ', 'failed refused-recipient: 550']);
  expect(await profile.db.provisional.count()).toBe(0);
  await profile.team.team.change((db) => db.cm_notifications.where('status').equals('due').modify({ status: 'sent' }));
  await sync();
  expect(await told()).toEqual(['failed refused-recipient: 550', 'sent ']);
});

it('a message that the team will not send again is as it was, with the reason', async () => {
  await sendAgain();
  const [command] = await profile.db.cm_commands.toArray();
  profile.team.team.refuses.add(command?.id ?? '');
  await sync();
  expect(await told()).toEqual(['failed refused-recipient: 550']);
  expect(await profile.db.refused.toArray()).toMatchObject([{ id: command?.id, code: 'role-required' }]);
  const history = await profile.db.cm_support_ticket_history.toArray();
  expect(history.filter(({ action }) => action === 'resent')).toEqual([]);
});
