import { expect, test } from 'vitest';
import { notificationsFor } from '../../src/core/notification.ts';
import { automaticTicket } from '../../src/core/ticket.ts';
import { ago, HOUR, NOW, occurrence, settings, uuid } from './samples.ts';

const TICKET = automaticTicket(
  uuid(1),
  occurrence(1),
  { first_seen: ago(HOUR), last_seen: ago(HOUR) },
  settings().tickets,
  NOW,
);
const ALICE = { client_id: uuid(901), client_email: 'alice@example.com' };
const NAMELESS = { client_id: uuid(902), client_email: null };
const TWIN = { client_id: uuid(903), client_email: 'alice@example.com' };

test('each person with an address is told once', () => {
  const rows = notificationsFor({ event: 'created', at: NOW }, TICKET, [ALICE, NAMELESS, TWIN], NOW);
  expect(rows).toEqual([
    {
      id: expect.any(String),
      ticket_id: TICKET.id,
      event: 'created',
      episode: 1,
      recipient: 'alice@example.com',
      status: 'due',
      created_at: NOW,
      updated_at: NOW,
    },
  ]);
});

test('another event, episode, person or message is another notification; the same one has the same id at any time', () => {
  const next = { ...TICKET, metadata: { ...TICKET.metadata, episode: 2 } };
  const ids = [
    ...notificationsFor({ event: 'closed', at: NOW }, TICKET, [ALICE], NOW),
    ...notificationsFor({ event: 'closed', at: NOW }, next, [ALICE], NOW),
    ...notificationsFor({ event: 'created', at: NOW }, TICKET, [ALICE], NOW),
    ...notificationsFor({ event: 'closed', at: NOW }, TICKET, [{ ...ALICE, client_email: 'bob@example.com' }], NOW),
    ...notificationsFor({ event: 'notify', at: NOW, about: uuid(1) }, TICKET, [ALICE], NOW),
    ...notificationsFor({ event: 'notify', at: NOW, about: uuid(2) }, TICKET, [ALICE], NOW),
  ].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(notificationsFor({ event: 'closed', at: NOW }, TICKET, [ALICE], ago(-HOUR))[0]?.id).toBe(ids[0]);
});

test.each([
  [24 * HOUR, 'due'],
  [24 * HOUR + 1, 'skipped'],
])('nobody is told of what is more than a day old: after %i ms it is %s', (age, status) => {
  const rows = notificationsFor({ event: 'reopened', at: ago(age) }, TICKET, [ALICE], NOW);
  expect(rows).toMatchObject([{ status }]);
});
