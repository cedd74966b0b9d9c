// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TicketRow } from '../../../src/core/rows.ts';
import { DashboardPage } from '../../../src/ui/dashboard/dashboard-page.tsx';
import { db } from '../../../src/ui/data/database.ts';
import { Page } from '../../../src/ui/shell/page.tsx';
import { different, NOW, occurrence, PROJECT, store, uuid } from '../rows.ts';
import {
  answerMessages,
  choose,
  click,
  emptyDatabase,
  find,
  go,
  hide,
  labelled,
  press,
  says,
  show,
  submit,
  text,
  type,
  until,
  type OwnRequest,
} from '../support.tsx';

beforeEach(async () => {
  await emptyDatabase();
  fakeBrowser.i18n.getUILanguage = () => 'en';
  go('#/tickets');
});
afterEach(hide);

function showDashboard(): void {
  show(
    <Page>
      <DashboardPage />
    </Page>,
  );
}

/** Makes three tickets and gives them these fields, in the order of the list. */
async function threeTickets(...changes: Partial<TicketRow>[]): Promise<TicketRow[]> {
  await store(different(3));
  const rows = await db.cm_support_tickets.orderBy('id').toArray();
  const changed = rows.map((row, index) => ({ ...row, ...changes[index] }));
  await db.cm_support_tickets.bulkPut(changed);
  return changed;
}

function subjects(): string[] {
  return [...document.querySelectorAll('tbody .row-link')].map((link) => text(link));
}

test('the list is narrowed by priority, source and client, in the address', async () => {
  const [first, second] = await threeTickets(
    { priorite: 'basse' },
    { source: 'manual', client_email: 'bob@example.com' },
  );
  showDashboard();
  await says('3 tickets shown');
  choose(labelled('Priority'), 'basse');
  await until(() => expect(subjects()).toEqual([first?.sujet]));
  expect(location.hash).toBe('#/tickets?priority=basse');
  go('#/tickets?source=manual');
  await until(() => expect(subjects()).toEqual([second?.sujet]));
  go('#/tickets');
  type(labelled('Client'), 'BOB@');
  await until(() => expect(subjects()).toEqual([second?.sujet]));
  go('#/tickets?priority=moyenne');
  await says('No ticket matches');
  click('button', 'Clear the filters');
  await says('3 tickets shown');
});

test('a client is found on the ticket of an error that others met first', async () => {
  await store(different(2));
  await store([
    occurrence(50, { message: 'failure number 2', metadata: { client_id: uuid(90), client_email: 'zoe@example.com' } }),
  ]);
  go('#/tickets?client=zoe');
  showDashboard();
  await says('1 ticket shown');
  expect(subjects()[0]).toContain('failure number 2');
});

test('a number finds its ticket whatever else is chosen', async () => {
  const [first] = await threeTickets({ statut: 'ferme' });
  go(`#/tickets?status=ouvert&q=${first?.metadata.number.toLowerCase() ?? ''}`);
  showDashboard();
  await until(() => expect(subjects()).toEqual([first?.sujet]));
});

test('every status has its number, which leads to its tickets and keeps the other filters', async () => {
  await store(different(3));
  go('#/tickets?priority=haute');
  showDashboard();
  await until(() => expect(text(find('.counts'))).toContain('3Open'));
  expect(text(find('.counts'))).toContain('3To deal with');
  expect(find('.count-link', 'Open').getAttribute('href')).toBe('#/tickets?status=ouvert&priority=haute');
  await store(different(1, 60));
  await until(() => expect(text(find('.counts'))).toContain('4Open'));
});

test('a ticket says how long it is still watched', async () => {
  await threeTickets();
  const later = new Date(Date.now() + 5 * 3_600_000 + 60_000).toISOString();
  await db.cm_support_tickets.toCollection().modify((row) => {
    row.metadata.monitoring_until = later;
  });
  showDashboard();
  await says('ends in 5 hr.');
});

test('several tickets take one change, and what one refuses is said', async () => {
  const rows = await threeTickets();
  const [refused] = rows;
  const sent: OwnRequest[] = [];
  answerMessages((message) => {
    sent.push(message);
    if (message.type !== 'ticket.command') throw new Error(`unexpected: ${message.type}`);
    if (message.ticket === refused?.id && message.command.op === 'status') {
      return { failure: { code: 'status-changed', detail: '' } };
    }
    return { ticket: rows.find(({ id }) => id === message.ticket) };
  });
  showDashboard();
  await says('3 tickets shown');
  click('thead input');
  await says('3 tickets selected');
  click('.bulk button', 'Change status');
  submit('dialog form');
  await says(`2 tickets changed, 1 refused (${refused?.metadata.number ?? ''}). The ticket’s status has changed`);
  click('dialog button', 'Cancel');
  click('.bulk button', 'Change priority');
  click('dialog .choice', 'Low');
  submit('dialog form');
  await says('3 tickets changed');
  await until(() => expect(text()).not.toContain('selected'));
  expect(sent.slice(3)).toMatchObject(rows.map(() => ({ command: { op: 'priority', to: 'basse' } })));
});

test('tickets without a next status in common say so', async () => {
  await threeTickets({ statut: 'ferme' });
  showDashboard();
  await says('3 tickets shown');
  click('thead input');
  click('.bulk button', 'Change status');
  await says('no next status in common');
});

test('the key that selects works on the row that has the focus', async () => {
  await threeTickets();
  showDashboard();
  await says('3 tickets shown');
  await until(() => {
    press('j');
    expect(document.activeElement?.className).toBe('row-link');
  });
  press('x');
  await says('1 ticket selected');
  press('x');
  await until(() => expect(text()).not.toContain('selected'));
});

test('a ticket is made by hand, with what it cannot do without', async () => {
  const [ticket] = await threeTickets();
  const sent: OwnRequest[] = [];
  answerMessages((message) => {
    sent.push(message);
    return { ticket, created: true };
  });
  showDashboard();
  await says('3 tickets shown');
  click('button', 'New ticket');
  type(labelled('e-mail', 'dialog'), 'not an address');
  submit('dialog form');
  await says('Give the ticket a subject.');
  expect(text()).toContain('This is not a complete e-mail address');
  type(labelled('Subject', 'dialog'), 'No invoice');
  type(labelled('e-mail', 'dialog'), 'zoe@example.com');
  await until(() => expect(find(labelled('Site', 'dialog')).textContent).toContain('shop.example'));
  choose(labelled('Site', 'dialog'), PROJECT);
  submit('dialog form');
  await says(`Ticket ${ticket?.metadata.number ?? ''} created`);
  expect(sent).toMatchObject([
    {
      type: 'ticket.create',
      sujet: 'No invoice',
      priorite: 'moyenne',
      categorie: 'support',
      client_email: 'zoe@example.com',
      project: PROJECT,
    },
  ]);
  expect(location.hash).toBe(`#/tickets/${ticket?.id ?? ''}`);
});

test('the list is narrowed by assignee, and by those that nobody has', async () => {
  const rows = await threeTickets();
  await db.cm_support_tickets.update(rows[0]?.id ?? '', { 'metadata.assigned_to': 'ana@example.com' });
  showDashboard();
  await says('3 tickets shown');
  await until(() => expect(text(find(labelled('Assigned to')))).toContain('ana@example.com'));
  choose(labelled('Assigned to'), 'ana@example.com');
  await until(() => expect(subjects()).toEqual([rows[0]?.sujet]));
  expect(location.hash).toBe('#/tickets?assignee=ana%40example.com');
  click('.view', 'Assigned to nobody');
  await says('2 tickets shown');
  expect(find('.view', 'Assigned to nobody').getAttribute('aria-current')).toBe('true');
});

/** That day, at an hour of one figure. */
function at(hour: number): string {
  return `2026-03-02T0${hour}:00:00.000Z`;
}

test('the list can be sorted, in the address', async () => {
  const rows = await threeTickets(
    { priorite: 'basse', created_at: at(3), updated_at: at(1) },
    { priorite: 'haute', created_at: at(1), updated_at: at(2) },
    { priorite: 'moyenne', created_at: at(2), updated_at: at(3) },
  );
  const [first, second, third] = rows.map(({ sujet }) => sujet);
  await db.cm_support_tickets.update(rows[0]?.id ?? '', { 'metadata.monitoring_until': at(9) });
  await db.cm_support_tickets.update(rows[1]?.id ?? '', { 'metadata.monitoring_until': null });
  await db.cm_support_tickets.update(rows[2]?.id ?? '', { 'metadata.monitoring_until': at(8) });
  showDashboard();
  await until(() => expect(subjects()).toEqual([third, second, first]));
  choose(labelled('Sort by'), 'created');
  await until(() => expect(subjects()).toEqual([first, third, second]));
  choose(labelled('Sort by'), 'priority');
  await until(() => expect(subjects()).toEqual([second, third, first]));
  expect(find('th', 'Priority').getAttribute('aria-sort')).toBe('descending');
  choose(labelled('Sort by'), 'monitoring');
  await until(() => expect(subjects()).toEqual([third, first]));
  go('#/tickets?sort=created&status=ferme');
  await says('No ticket matches');
});

test('a view is saved under a name, leads back to its filters, and can be deleted and had again', async () => {
  await threeTickets();
  const sent: OwnRequest[] = [];
  answerMessages(async (message) => {
    sent.push(message);
    if (message.type === 'settings.save')
      await db.cm_settings.put({ key: message.key, value: message.value, updated_at: NOW });
    return null;
  });
  go('#/tickets?priority=haute&sort=created');
  showDashboard();
  await says('3 tickets shown');
  click('button', 'Save this view');
  submit('dialog form');
  await says('Give the view a name.');
  type(labelled('Name', 'dialog'), ' Urgent ');
  submit('dialog form');
  await until(() => expect(find('.view', 'Urgent').getAttribute('href')).toBe('#/tickets?priority=haute&sort=created'));
  expect(sent.at(-1)).toMatchObject({
    key: 'ticketViews',
    value: [{ name: 'Urgent', query: 'priority=haute&sort=created' }],
  });
  click('button', 'Delete the view “Urgent”');
  await until(() => expect(document.querySelectorAll('.view').length).toBe(2));
  await until(() => find('.toast button', 'Undo'));
  click('.toast button', 'Undo');
  await until(() => find('.view', 'Urgent'));
});
