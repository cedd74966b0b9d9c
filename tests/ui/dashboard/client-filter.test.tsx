// @vitest-environment happy-dom
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { SightingRow } from '../../../src/core/signature-rows.ts';
import { clientNames } from '../../../src/storage/client-queries.ts';
import { DashboardPage } from '../../../src/ui/dashboard/dashboard-page.tsx';
import { errorFilterOf, findErrors } from '../../../src/ui/dashboard/monitoring/read-errors.ts';
import { ticketFilterOf } from '../../../src/ui/dashboard/tickets/ticket-filter.ts';
import { findTickets } from '../../../src/ui/dashboard/tickets/read-tickets.ts';
import { db } from '../../../src/ui/data/database.ts';
import { ago, INSTALL, occurrence, PROJECT, store, uuid } from '../rows.ts';
import { emptyDatabase, find, go, hide, labelled, says, show, text, type, until } from '../support.tsx';

/** More than anybody looks through, newest first. */
const CROWD = 5_200;

function crowd(index: number): SightingRow {
  return {
    id: uuid(100_000 + index),
    install: INSTALL,
    epoch: 1,
    project: PROJECT,
    signature: `crowd.js|failure|${String(index % 40)}`,
    client_id: uuid(200_000 + index),
    client_email: `guest${String(index)}@crowd.example`,
    count: 1,
    first_seen: ago(1_000),
    last_seen: ago(1_000),
  };
}

const ALICE = { client_id: uuid(90), client_email: 'alice@early.example' };

/* Alice met one error, long before thousands of others met theirs; somebody without an address met another. */
beforeAll(async () => {
  await emptyDatabase();
  await store([
    occurrence(1, { message: 'Alice’s basket fell', timestamp: ago(86_400_000), metadata: ALICE }),
    occurrence(2, { message: 'Nobody’s basket fell', metadata: { client_id: uuid(91), client_email: null } }),
    occurrence(3, {
      message: 'Another basket fell',
      metadata: { client_id: uuid(92), client_email: 'bob@late.example' },
    }),
  ]);
  await db.cm_error_sightings.bulkAdd(Array.from({ length: CROWD }, (_, index) => crowd(index)));
});
afterEach(hide);
afterAll(emptyDatabase);

async function errorsOf(client: string, more = ''): Promise<string[]> {
  const { rows } = await findErrors(errorFilterOf(new URLSearchParams(`client=${client}${more}`)), 50);
  return rows.map(({ group }) => group.message);
}

async function ticketsOf(client: string, more = ''): Promise<string[]> {
  const filter = ticketFilterOf(new URLSearchParams(`client=${client}${more}`));
  const { rows, complete } = await findTickets(filter, 'updated', 50);
  expect(complete).toBe(true);
  return rows.map(({ ticket }) => ticket.sujet);
}

test('a client who was seen long ago is found by any part of their address, in any letter case, and by their id', async () => {
  expect(await errorsOf('ALICE@early')).toEqual(['Alice’s basket fell']);
  expect(await errorsOf('early.ex')).toEqual(['Alice’s basket fell']);
  expect(await errorsOf(uuid(91))).toEqual(['Nobody’s basket fell']);
  expect(await errorsOf('nobody@nowhere')).toEqual([]);
  expect(await ticketsOf('alice')).toEqual([expect.stringContaining('Alice’s basket fell')]);
  expect(await ticketsOf(uuid(91))).toEqual([expect.stringContaining('Nobody’s basket fell')]);
  expect(await ticketsOf('nobody@nowhere')).toEqual([]);
});

test('a part that thousands of addresses have finds their errors too, and nobody else’s', async () => {
  expect(await errorsOf('.example')).toEqual(['Another basket fell', 'Alice’s basket fell']);
  expect(await errorsOf('crowd.example')).toEqual([]);
  expect(await ticketsOf('.example')).toHaveLength(2);
});

test('goes together with the other filters', async () => {
  expect(await errorsOf('alice', '&q=basket')).toEqual(['Alice’s basket fell']);
  expect(await errorsOf('alice', '&q=another')).toEqual([]);
  expect(await errorsOf('alice', '&type=http_error')).toEqual([]);
  expect(await errorsOf('alice', '&period=hour')).toEqual([]);
  expect(await errorsOf('alice', '&state=resolved')).toEqual([]);
  expect(await ticketsOf('alice', '&status=ferme')).toEqual([]);
  expect(await ticketsOf('alice', '&q=another')).toEqual([]);
});

test('names are offered from the whole, who has an address by it alone', async () => {
  expect(await clientNames(db, 'early')).toEqual(['alice@early.example']);
  expect(await clientNames(db, uuid(91).slice(-6))).toEqual([uuid(91)]);
  expect(await clientNames(db, uuid(90))).toEqual([]);
  expect(await clientNames(db, '')).toHaveLength(50);
});

test('the field offers who goes on as one types', async () => {
  go('#/monitoring');
  show(<DashboardPage />);
  await says('shown');
  expect(document.querySelectorAll('datalist option')).toHaveLength(0);
  find(labelled('Client')).focus();
  type(labelled('Client'), 'alice');
  await until(() => {
    const offered = [...document.querySelectorAll('datalist option')].map((option) => option.getAttribute('value'));
    expect(offered).toEqual(['alice@early.example']);
  });
  await says('1 error shown');
  expect(text()).toContain('Alice’s basket fell');
});
