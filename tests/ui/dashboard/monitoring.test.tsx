// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DashboardPage } from '../../../src/ui/dashboard/dashboard-page.tsx';
import { errorsOnScreen } from '../../../src/ui/dashboard/monitoring/on-screen.ts';
import { countSetAside } from '../../../src/storage/set-aside.ts';
import { db } from '../../../src/ui/data/database.ts';
import { ago, different, HOSTILE, NOW, occurrence, store, uuid } from '../rows.ts';
import { click, emptyDatabase, find, go, hide, labelled, says, show, text, type, until } from '../support.tsx';

beforeEach(async () => {
  await emptyDatabase();
  go('#/monitoring');
});
afterEach(() => {
  hide();
  vi.useRealTimers();
});

/** Name of the site that the samples are of. */
const SHOP = 'shop.example';

function rows(): string[] {
  return [...document.querySelectorAll('tbody tr')].map((row) => text(row));
}

function messagesOnScreen(): string[] {
  return errorsOnScreen().map(({ message }) => message);
}

test('an empty list says how to begin', async () => {
  show(<DashboardPage />, 'fr');
  await says('Aucune erreur capturée pour l’instant');
  expect(document.title).toBe('Monitoring · Vigie');
});

test('a group is one row with its numbers, and leads to its latest occurrence', async () => {
  const client = { client_id: uuid(90), client_email: 'a@example.com' };
  await store([
    occurrence(1, { timestamp: ago(7_200_000) }),
    occurrence(2, { timestamp: ago(60_000), metadata: client }),
  ]);
  show(<DashboardPage />);
  await says('1 error shown');
  expect(rows()).toHaveLength(1);
  expect(rows()[0]).toMatch(
    /total is not a function.*JavaScript error.*cart\.js:12.*2 occurrences.*1 client.*V-\w+ · Open/u,
  );
  expect(find('tbody a.row-link').getAttribute('href')).toBe(`#/monitoring/${uuid(2)}`);
});

test('the same error of two sites bears their names, that of the only site none', async () => {
  await store([occurrence(1)]);
  show(<DashboardPage />);
  await says('1 error shown');
  expect(rows()[0]).not.toContain(SHOP);
  await store([occurrence(2, { metadata: { project: uuid(77), url: 'https://staging.example/cart' } })]);
  await says('2 errors shown');
  await until(() => expect(rows().filter((row) => row.includes(SHOP))).toHaveLength(1));
});

test('type and words narrow the list, and stand in the address', async () => {
  await store([...different(3), occurrence(9, { message: 'Failed to fetch', error_type: 'network_error' })]);
  show(<DashboardPage />);
  await says('4 errors shown');
  type(labelled('Search'), 'FETCH  failed');
  await says('1 error shown');
  expect(location.hash).toBe('#/monitoring?q=FETCH++failed');
  go('#/monitoring?type=network_error');
  await says('Failed to fetch');
  await until(() => expect(rows()).toHaveLength(1));
  go('#/monitoring?type=network_error&q=nothing');
  await says('No error matches');
  click('button', 'Clear the filters');
  await says('4 errors shown');
  expect(location.hash).toBe('#/monitoring');
});

test('new errors wait for the reader', async () => {
  await store(different(2));
  show(<DashboardPage />);
  await says('2 errors shown');
  await store(different(3, 50, 600_000));
  await says('Show 3 new errors');
  expect(rows()).toHaveLength(2);
  click('button', 'Show 3 new errors');
  await until(() => expect(rows()).toHaveLength(5));
  expect(text()).not.toContain('new errors');
});

test('a recurrence changes the number in place', async () => {
  await store(different(2));
  show(<DashboardPage />);
  await says('2 errors shown');
  await store([occurrence(77, { message: 'failure number 2', timestamp: ago(1_000), metadata: { count: 41 } })]);
  await says('42 occurrences');
  expect(rows()[1]).toContain('failure number 2');
  expect(rows()[0]).toContain('failure number 1');
});

test('the console counts in the rows as they stand on the screen', async () => {
  expect(errorsOnScreen()).toEqual([]);
  await store(different(3));
  show(<DashboardPage />);
  await says('3 errors shown');
  await store(different(1, 50, 600_000));
  await says('Show 1 new error');
  expect(messagesOnScreen()).toEqual(['failure number 1', 'failure number 2', 'failure number 3']);
  expect(errorsOnScreen()[0]?.ticket?.statut).toBe('ouvert');
  go('#/monitoring?q=failure');
  await until(() => expect(messagesOnScreen()[0]).toBe('failure number 50'));
  go('#/tickets');
  await says('4 tickets shown');
  expect(errorsOnScreen()).toEqual([]);
});

test('a long list is shown in steps', async () => {
  await store(different(60));
  show(<DashboardPage />);
  await says('50 errors shown');
  click('button', 'Show more');
  await says('60 errors shown');
  expect(text()).not.toContain('Show more');
});

test('coming back finds the list as it was left', async () => {
  await store(different(60));
  go('#/monitoring?q=failure');
  show(<DashboardPage />);
  await says('50 errors shown');
  click('button', 'Show more');
  await says('60 errors shown');
  go(`#/monitoring/${uuid(3)}`);
  await says('Full message');
  expect(find('a.back').getAttribute('href')).toBe('#/monitoring?q=failure');
  go('#/monitoring?q=failure');
  await says('60 errors shown');
});

test('a change of screen moves the focus to its heading', async () => {
  await store([occurrence(1)]);
  show(<DashboardPage />);
  await says('1 error shown');
  go('#/tickets');
  await says('1 ticket shown');
  expect(document.activeElement?.tagName).toBe('H1');
  expect(text(document.activeElement)).toBe('Tickets');
  expect(find('nav a', 'Tickets').getAttribute('aria-current')).toBe('page');
});

test('hostile text stays text', async () => {
  await store([
    occurrence(1, {
      message: HOSTILE,
      metadata: { signature_parts: { source: HOSTILE, message: 'x', line: 1, because: 'in-app frame' } },
    }),
  ]);
  show(<DashboardPage />);
  await says('<img src=x');
  expect(document.querySelectorAll('main img, main script')).toHaveLength(0);
  expect(text()).not.toMatch(/\u202E|(?!\n)\p{Cc}/u);
});

test('an unknown address says so', async () => {
  go('#/nowhere');
  show(<DashboardPage />, 'fr');
  await says('Cette page n’existe pas');
});

test('a database that fails is named, and asked again', async () => {
  const query = vi.spyOn(db.groups, 'where').mockImplementation(() => {
    throw new Error('QuotaExceeded');
  });
  show(<DashboardPage />, 'fr');
  await says('Les données n’ont pas pu être lues');
  expect(text()).toContain('QuotaExceeded');
  query.mockRestore();
  click('button', 'Réessayer');
  await says('Aucune erreur capturée');
});

test('a row shows how often its error came on each of the last days', async () => {
  vi.setSystemTime(NOW);
  await store([
    occurrence(1, { timestamp: ago(3 * 86_400_000), metadata: { count: 5 } }),
    occurrence(2, { timestamp: ago(60_000), metadata: { count: 2 } }),
    occurrence(3, { timestamp: ago(30 * 86_400_000) }),
  ]);
  show(<DashboardPage />);
  await until(() => find('.sparkline'));
  expect(find('.sparkline').getAttribute('aria-label')).toBe('7 occurrences in 14 days, 2 today');
  expect(document.querySelectorAll('.sparkline rect')).toHaveLength(14);
});

test('a period and a client narrow the list', async () => {
  vi.setSystemTime(NOW);
  const zoe = { client_id: uuid(90), client_email: 'zoe@example.com' };
  await store([
    occurrence(1, { message: 'Seen days ago', timestamp: ago(3 * 86_400_000) }),
    occurrence(9, { message: 'Seen just now', timestamp: ago(60_000), metadata: zoe }),
  ]);
  go('#/monitoring?period=day');
  show(<DashboardPage />);
  await says('1 error shown');
  expect(rows()[0]).toContain('Seen just now');
  go('#/monitoring?client=ZOE');
  await says('1 error shown');
  go('#/monitoring?client=nobody');
  await says('No error matches');
  click('button', 'Clear the filters');
  await says('2 errors shown');
});

test('what was ignored is folded away with its number, and unfolded by the address', async () => {
  await countSetAside(db, [{ id: '', why: 'ignored', key: 'builtin:webpage-content-reporter', count: 12 }]);
  show(<DashboardPage />);
  await says('Ignored: 12 occurrences');
  expect(text()).not.toContain('webpage_content_reporter');
  go('#/monitoring?ignored=1');
  await says('The extension script webpage_content_reporter');
});

test('the errors of a ticket are found by its number', async () => {
  await store(different(3));
  const [ticket] = await db.cm_support_tickets.filter(({ sujet }) => sujet.includes('failure number 2')).toArray();
  go(`#/monitoring?q=${ticket?.metadata.number.toLowerCase() ?? ''}`);
  show(<DashboardPage />);
  await says('1 error shown');
  expect(rows()[0]).toContain('failure number 2');
  go(`#/monitoring?q=${ticket?.metadata.number ?? ''}&type=http_error`);
  await says('No error matches');
});
