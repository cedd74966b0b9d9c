import { expect, test } from 'vitest';
import { automaticTicketId } from '../../src/core/ticket.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { ticketOfError } from '../../src/storage/counted-error.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { historyOf } from '../../src/storage/queries.ts';
import { sweep } from '../../src/storage/sweep.ts';
import { shownPage } from '../../src/storage/tabs.ts';
import { ago, context, HOUR, occurrence, PROJECT, settings, uuid } from '../core/samples.ts';
import { captured, everything, freshDatabase } from './support.ts';
import type { NewOccurrence } from '../../src/storage/local-rows.ts';

const ORIGIN = 'https://shop.example';
const MESSAGE = 'total is not a function';

/** The error on that line, so many hours ago. */
function failure(number: number, line: number, hours: number, client = 901): NewOccurrence {
  const row = occurrence(number, {
    message: MESSAGE,
    timestamp: ago(hours * HOUR),
    stack_trace: `TypeError: ${MESSAGE}\n    at pay (https://shop.example/js/cart.js:${line}:5)`,
    metadata: {
      signature: `cart.js|${MESSAGE}|${line}`,
      signature_parts: { source: 'cart.js', message: MESSAGE, line, because: 'in-app frame' },
      lineless: `cart.js|${MESSAGE}|pay`,
      line,
      client_id: uuid(client),
      client_email: `${client}@example.com`,
    },
  });
  return captured(row, 7, ORIGIN);
}

/** It is delivered when it happens. */
async function happens(db: VigieDatabase, number: number, line: number, hours: number, client = 901): Promise<void> {
  await applyOccurrences(db, [failure(number, line, hours, client)], context({}, ago(hours * HOUR)));
}

async function sweeps(db: VigieDatabase, hours: number): Promise<void> {
  await sweep(db, { tickets: settings().tickets, now: ago(hours * HOUR), words: () => 'silence' });
}

const TICKET = automaticTicketId(PROJECT, `cart.js|${MESSAGE}|12`);

/** The error has its ticket, and its page was loaded anew. */
async function known(): Promise<VigieDatabase> {
  const db = freshDatabase();
  await happens(db, 1, 12, 9);
  await sweeps(db, 9);
  await shownPage(db, 7, ORIGIN, ago(8 * HOUR));
  return db;
}

async function ends(db: VigieDatabase): Promise<string[]> {
  const aliases = await db.cm_signature_aliases.toArray();
  return aliases.map(({ signature, ticket_id, reason }) => `${signature} ${ticket_id} ${reason}`).toSorted();
}

const LED = [`cart.js|${MESSAGE}|12 ${TICKET} creation`, `cart.js|${MESSAGE}|20 ${TICKET} redeploy`];

test('a moved error joins its ticket at the sweep: alias, history, watch, and a new client is told once', async () => {
  const db = await known();
  await happens(db, 2, 20, 7);
  await happens(db, 3, 20, 6, 902);
  expect(await db.cm_support_tickets.count()).toBe(1);
  expect(await ends(db)).toHaveLength(1);
  await sweeps(db, 5);
  const tickets = await db.cm_support_tickets.toArray();
  expect(tickets).toMatchObject([{ id: TICKET, statut: 'ouvert', metadata: { last_seen: ago(6 * HOUR), episode: 1 } }]);
  expect(await ends(db)).toEqual(LED);
  const history = await historyOf(db, TICKET);
  expect(history.filter(({ action }) => action === 'redeployed')).toMatchObject([
    { description: `cart.js|${MESSAGE}|12 → cart.js|${MESSAGE}|20`, created_by: 'system' },
  ]);
  expect(history.filter(({ action }) => action === 'client_linked')).toHaveLength(2);
  const told = await db.cm_notifications.toArray();
  expect(told.map(({ event, recipient }) => `${event} ${recipient}`).toSorted()).toEqual([
    'created 901@example.com',
    'created 902@example.com',
  ]);
  await happens(db, 4, 20, 4);
  expect(await db.cm_support_tickets.toArray()).toMatchObject([{ metadata: { last_seen: ago(4 * HOUR) } }]);
});

test('the same batch or sweep again changes nothing', async () => {
  const db = await known();
  await happens(db, 2, 20, 7);
  const waiting = await everything(db);
  await happens(db, 2, 20, 7);
  expect(await everything(db)).toEqual(waiting);
  await sweeps(db, 6);
  const before = await everything(db);
  await happens(db, 2, 20, 7);
  await sweeps(db, 6);
  expect(await everything(db)).toEqual(before);
});

test('an old line that turns out not to be silent, however late that is told, leaves the new one a ticket of its own', async () => {
  const db = await known();
  await happens(db, 2, 20, 7);
  await happens(db, 3, 12, 6);
  await sweeps(db, 5);
  const own = automaticTicketId(PROJECT, `cart.js|${MESSAGE}|20`);
  expect((await db.cm_support_tickets.toArray()).map(({ id }) => id).toSorted()).toEqual([TICKET, own].toSorted());
  // Nobody sees that it waited.
  expect(await db.cm_support_tickets.get(own)).toMatchObject({
    error_id: uuid(2),
    metadata: { first_seen: ago(7 * HOUR), last_seen: ago(7 * HOUR), monitoring_until: ago(-17 * HOUR) },
  });
  expect((await historyOf(db, own)).map(({ action }) => action).toSorted()).toEqual(['client_linked', 'created']);
});

test('an error that moved twice before a sweep is followed twice', async () => {
  const db = await known();
  await applyOccurrences(db, [{ ...failure(3, 30, 5), tab: 8 }, failure(2, 20, 7)], context({}, ago(5 * HOUR)));
  await sweeps(db, 4);
  expect(await ends(db)).toEqual([...LED, `cart.js|${MESSAGE}|30 ${TICKET} redeploy`]);
  const history = await historyOf(db, TICKET);
  expect(history.map(({ description }) => description)).toContain(`cart.js|${MESSAGE}|20 → cart.js|${MESSAGE}|30`);
});

test('two new lines that were seen in turn are no line that moved', async () => {
  const db = await known();
  const mixed = [failure(2, 20, 7), failure(3, 30, 6), failure(4, 20, 5), failure(5, 30, 4)];
  await applyOccurrences(db, mixed, context({}, ago(4 * HOUR)));
  await sweeps(db, 3);
  expect(await db.cm_support_tickets.count()).toBe(3);
});

test('two lines that one page has shown are two bugs', async () => {
  const db = freshDatabase();
  await shownPage(db, 7, ORIGIN, ago(10 * HOUR));
  await happens(db, 1, 12, 9);
  await sweeps(db, 8);
  await happens(db, 2, 20, 7);
  await sweeps(db, 6);
  expect(await db.cm_support_tickets.count()).toBe(2);
});

test('two lines that are new at once are two bugs, which have their tickets at once', async () => {
  const db = freshDatabase();
  await applyOccurrences(db, [failure(1, 12, 9), failure(2, 20, 7)], context());
  expect(await db.cm_support_tickets.count()).toBe(2);
});

test('a moved error whose ticket was closed opens it again', async () => {
  const db = freshDatabase();
  await happens(db, 1, 12, 90);
  await sweeps(db, 60);
  expect(await db.cm_support_tickets.get(TICKET)).toMatchObject({ statut: 'ferme', closed_at: ago(60 * HOUR) });
  await shownPage(db, 7, ORIGIN, ago(8 * HOUR));
  await happens(db, 2, 20, 7);
  await sweeps(db, 6);
  expect(await db.cm_support_tickets.toArray()).toMatchObject([
    { id: TICKET, statut: 'ouvert', metadata: { episode: 2, monitoring_until: ago(-17 * HOUR) } },
  ]);
  const events = (await db.cm_notifications.toArray()).map(({ event }) => event);
  expect(events.toSorted()).toEqual(['closed', 'created', 'reopened']);
});

test('of an error that waits a person makes the ticket, which it keeps', async () => {
  const db = await known();
  await happens(db, 2, 20, 7);
  const made = await ticketOfError(db, uuid(2), settings().tickets, ago(6 * HOUR));
  expect(made).toMatchObject({ created: true });
  await sweeps(db, 5);
  expect(await db.cm_support_tickets.count()).toBe(2);
  expect(await db.new_signatures.count()).toBe(0);
});

test('an error that waits below the threshold stays without a ticket where it is a new one', async () => {
  const db = await known();
  const rules = settings({ threshold: 3 }).tickets;
  await applyOccurrences(db, [failure(2, 20, 7), failure(3, 12, 6)], context({ threshold: 3 }, ago(6 * HOUR)));
  await sweep(db, { tickets: rules, now: ago(5 * HOUR), words: () => 'silence' });
  expect(await db.groups.get([PROJECT, `cart.js|${MESSAGE}|20`])).toMatchObject({ ticket_id: null, count: 1 });
  await applyOccurrences(db, [failure(4, 20, 4), failure(5, 20, 4)], context({ threshold: 3 }, ago(4 * HOUR)));
  expect(await db.cm_support_tickets.count()).toBe(2);
});
