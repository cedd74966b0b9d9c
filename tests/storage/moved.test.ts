import { expect, test } from 'vitest';
import { automaticTicketId } from '../../src/core/ticket.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { historyOf } from '../../src/storage/queries.ts';
import { shownPage } from '../../src/storage/tabs.ts';
import { ago, context, HOUR, occurrence, PROJECT, uuid } from '../core/samples.ts';
import { captured, everything, freshDatabase } from './support.ts';

const ORIGIN = 'https://shop.example';

/** The error on that line, so many hours ago; delivered then. */
async function happens(db: VigieDatabase, number: number, line: number, hours: number, client = 901): Promise<void> {
  const message = 'total is not a function';
  const row = occurrence(number, {
    message,
    timestamp: ago(hours * HOUR),
    stack_trace: `TypeError: ${message}\n    at pay (https://shop.example/js/cart.js:${line}:5)`,
    metadata: {
      signature: `cart.js|${message}|${line}`,
      signature_parts: { source: 'cart.js', message, line, because: 'in-app frame' },
      lineless: 'cart.js|total is not a function|pay',
      line,
      client_id: uuid(client),
      client_email: `${client}@example.com`,
    },
  });
  await applyOccurrences(db, [captured(row, 7, ORIGIN)], context({}, ago(hours * HOUR)));
}

const TICKET = automaticTicketId(PROJECT, 'cart.js|total is not a function|12');

test('a moved error joins its ticket: alias, history, watch, and a new client is told once', async () => {
  const db = freshDatabase();
  await happens(db, 1, 12, 9);
  await shownPage(db, 7, ORIGIN, ago(8 * HOUR));
  await happens(db, 2, 20, 7);
  await happens(db, 3, 20, 6, 902);
  const tickets = await db.cm_support_tickets.toArray();
  expect(tickets).toMatchObject([{ id: TICKET, statut: 'ouvert', metadata: { last_seen: ago(6 * HOUR), episode: 1 } }]);
  const aliases = await db.cm_signature_aliases.toArray();
  expect(aliases.map(({ signature, ticket_id, reason }) => `${signature} ${ticket_id} ${reason}`).toSorted()).toEqual([
    `cart.js|total is not a function|12 ${TICKET} creation`,
    `cart.js|total is not a function|20 ${TICKET} redeploy`,
  ]);
  const history = await historyOf(db, TICKET);
  expect(history.filter(({ action }) => action === 'redeployed')).toMatchObject([
    { description: 'cart.js|total is not a function|12 → cart.js|total is not a function|20', created_by: 'system' },
  ]);
  const told = await db.cm_notifications.toArray();
  expect(told.map(({ event, recipient }) => `${event} ${recipient}`).toSorted()).toEqual([
    'created 901@example.com',
    'created 902@example.com',
  ]);
});

test('the same batch again changes nothing', async () => {
  const db = freshDatabase();
  await happens(db, 1, 12, 9);
  await shownPage(db, 7, ORIGIN, ago(8 * HOUR));
  await happens(db, 2, 20, 7);
  const before = await everything(db);
  await happens(db, 2, 20, 7);
  expect(await everything(db)).toEqual(before);
});

test('two lines that one page has shown are two bugs', async () => {
  const db = freshDatabase();
  await shownPage(db, 7, ORIGIN, ago(10 * HOUR));
  await happens(db, 1, 12, 9);
  await happens(db, 2, 20, 7);
  expect(await db.cm_support_tickets.count()).toBe(2);
});

test('two lines in one batch are two bugs', async () => {
  const db = freshDatabase();
  const both = [12, 20].map((line) =>
    captured(
      occurrence(line, {
        metadata: {
          signature: `cart.js|total|${line}`,
          signature_parts: { source: 'cart.js', message: 'total', line, because: 'in-app frame' },
          lineless: 'cart.js|total|pay',
          line,
        },
      }),
    ),
  );
  await applyOccurrences(db, both, context());
  expect(await db.cm_support_tickets.count()).toBe(2);
});

test('a moved error whose ticket was closed opens it again', async () => {
  const db = freshDatabase();
  await happens(db, 1, 12, 90);
  await db.cm_support_tickets.toCollection().modify((ticket) => {
    ticket.statut = 'ferme';
    ticket.closed_at = ago(60 * HOUR);
    ticket.metadata.monitoring_until = null;
  });
  await shownPage(db, 7, ORIGIN, ago(8 * HOUR));
  await happens(db, 2, 20, 7);
  expect(await db.cm_support_tickets.toArray()).toMatchObject([
    { id: TICKET, statut: 'ouvert', metadata: { episode: 2 } },
  ]);
});
