// @vitest-environment happy-dom
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installGlobals } from '../../../src/diagnostics/globals.ts';
import { DashboardPage } from '../../../src/ui/dashboard/dashboard-page.tsx';
import { dashboardSurroundings } from '../../../src/ui/dashboard/surroundings.ts';
import { PopupPage } from '../../../src/ui/popup/popup-page.tsx';
import { fakeGrants } from '../fake-grants.ts';
import { different, store, uuid } from '../rows.ts';
import { countRowsRead } from '../rows-read.ts';
import { emptyDatabase, go, hide, says, show, until } from '../support.tsx';

const ERRORS = 400;
/** Rows of a list in the beginning, and one that says whether there are more. */
const LIST = 51;
const TAB = 7;

/*
 * How long people wait for a screen must not depend on how much lies in the database: what is read until its rows are there is counted.
 */
beforeAll(async () => {
  // Time that has passed for somebody who sits before the screen is no part of it. Timers of a screen outlive it: this stays.
  vi.stubGlobal('requestIdleCallback', () => 0);
  await emptyDatabase();
  const rows = different(ERRORS).map((row, index) => ({
    ...row,
    metadata: { ...row.metadata, client_id: uuid(5_000 + index), client_email: `person${String(index)}@example.com` },
  }));
  await store(rows, TAB);
});

let undo: (() => void)[] = [];

afterEach(() => {
  hide();
  for (const each of undo) each();
  undo = [];
});

afterAll(emptyDatabase);

/** Opens the dashboard with its console, as its page does, and returns what was read until the first row was drawn. */
async function readFor(hash: string): Promise<Record<string, number>> {
  go(hash);
  const reads = countRowsRead();
  undo = [reads.stop, installGlobals(dashboardSurroundings(), {})];
  show(<DashboardPage />);
  await until(() => expect(document.querySelector('tbody .row-link')).not.toBeNull());
  return reads.byTable();
}

test('monitoring reads the errors that it shows and their tickets, however many there are', async () => {
  const { groups, cm_support_tickets: tickets, cm_error_sightings: sightings = 0 } = await readFor('#/monitoring');
  expect(groups).toBe(LIST);
  expect(tickets).toBeLessThanOrEqual(LIST);
  expect(sightings).toBe(0);
});

test('the list of tickets reads those that it shows', async () => {
  const { cm_support_tickets: tickets, cm_error_sightings: sightings = 0 } = await readFor('#/tickets');
  expect(tickets).toBe(LIST);
  expect(sightings).toBe(0);
});

test('the popup reads its two short lists', async () => {
  Object.assign(fakeBrowser.scripting, { executeScript: async () => [] });
  Object.assign(fakeBrowser.tabs, { query: async () => [{ id: TAB, url: 'https://shop.example/cart' }] });
  fakeGrants('https://shop.example/*');
  const reads = countRowsRead();
  undo = [reads.stop];
  show(<PopupPage />);
  await says('failure number 1');
  const { groups = 0, cm_support_tickets: tickets = 0, cm_error_logs: log = 0 } = reads.byTable();
  expect(groups).toBeLessThanOrEqual(60);
  expect(tickets).toBeLessThanOrEqual(60);
  expect(log).toBe(0);
});
