import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { ErrorLogRow, TicketRow } from '../../../src/core/rows.ts';
import type { ExportedData } from '../harness/exported.ts';
import { fill, focused, tick, untilFocused } from '../harness/forms.ts';
import { press, untilReads } from '../harness/screens.ts';
import { seed, type Seeded } from '../harness/seed.ts';
import { useSetting } from '../harness/setting.ts';
import { saveSetting, send } from '../harness/surfaces.ts';

const setting = useSetting();
let seeded: Seeded;
let page: Page;

beforeAll(async () => {
  seeded = await seed(setting);
  await saveSetting(setting, 'identity', { client_id: '', client_email: 'lea@example.com' });
  page = await setting.browser.openExtensionPage('dashboard.html');
});

afterEach(() => untilFocused(page));

function ticketFor(message: string, data: ExportedData = seeded.data): TicketRow {
  const row = data.cm_error_logs.find((one) => one.message.endsWith(message));
  const alias = data.cm_signature_aliases.find((one) => one.signature === row?.metadata.signature);
  const ticket = data.cm_support_tickets.find(({ id }) => id === alias?.ticket_id);
  if (!ticket) throw new Error(`no ticket for ${message}`);
  return ticket;
}

/** Opens the page of a ticket, and waits until its keys work. */
async function open(ticket: TicketRow): Promise<void> {
  await page.bringToFront();
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/tickets/${ticket.id}`);
  await untilReads(page, ticket.metadata.number, 'Quick actions');
}

/** Waits until the ticket is stored so. */
function untilTicket(ticket: TicketRow, what: string, check: (row: TicketRow) => boolean): Promise<ExportedData> {
  return setting.ledger.until(what, ({ cm_support_tickets: rows }) =>
    rows.some((row) => row.id === ticket.id && check(row)),
  );
}

function actionsOf(data: ExportedData, ticket: TicketRow): string[] {
  return data.cm_support_ticket_history.filter((row) => row.ticket_id === ticket.id).map(({ action }) => action);
}

describe('work on one ticket, by the keyboard', () => {
  let ticket: TicketRow;

  beforeAll(async () => {
    ticket = ticketFor('The booking form is broken');
    await open(ticket);
  });

  test('a status is one key', async () => {
    await page.keyboard.press('w');
    await untilReads(page, 'Status: In progress', 'Open → In progress');
    const data = await untilTicket(ticket, 'work has begun', ({ statut }) => statut === 'en_cours');
    expect(actionsOf(data, ticket)).toContain('status');
  });

  test('a dialog that is left gives the focus back, and keeps what was typed', async () => {
    await page.focus('.actions button');
    const before = await focused(page);
    await page.keyboard.press('s');
    await fill(page, 'Note (optional)', 'half a thought');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('dialog') === null);
    expect(await focused(page)).toBe(before);
    await page.keyboard.press('s');
    await page.waitForSelector('dialog[open] textarea');
    expect(await page.$eval('dialog textarea', (area) => area.value)).toBe('half a thought');
    await page.keyboard.press('Escape');
  });

  test('a comment is written where the history ends', async () => {
    await page.keyboard.press('c');
    await page.keyboard.type('seen with Bob');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await untilReads(page, 'Comment added', 'seen with Bob', 'lea@example.com');
  });

  test('it is mine', async () => {
    await page.focus('.actions button');
    await page.keyboard.press('i');
    await untilReads(page, 'Assigned to lea@example.com');
    await untilTicket(ticket, 'it is assigned', ({ metadata }) => metadata.assigned_to === 'lea@example.com');
  });

  test('it sleeps until the error has come so often, and is woken', async () => {
    await page.keyboard.press('z');
    await tick(page, 'more occurrences');
    await fill(page, 'How many more', '5');
    await page.keyboard.press('Enter');
    await untilReads(page, 'Ticket snoozed', 'until 5 more occurrences (0 so far)');
    await page.keyboard.press('z');
    await untilReads(page, 'Ticket woken up');
    await untilTicket(ticket, 'it is awake', ({ metadata }) => metadata.snooze === undefined);
  });

  test('a correction is recorded and compared', async () => {
    await page.keyboard.press('f');
    await fill(page, 'File', 'js/booking.js');
    await fill(page, 'Old code', 'submit(form);');
    await fill(page, 'New code', 'if (form) submit(form);');
    await press(page, 'Record');
    await untilReads(page, 'Correction recorded', 'js/booking.js', 'if (form) submit(form);');
    const signs = await page.$$eval('.diff tr', (rows) => rows.map((row) => row.dataset['kind']));
    expect(signs).toEqual(['removed', 'added']);
  });

  test('closing it tells the resolution, and resolves on the way', async () => {
    await page.keyboard.press('x');
    await fill(page, 'Resolution', 'The form is checked first.');
    await press(page, 'Close');
    await untilReads(page, 'Status: Closed', 'The form is checked first.');
    const data = await untilTicket(ticket, 'it is closed', ({ statut }) => statut === 'ferme');
    expect(actionsOf(data, ticket)).toEqual(expect.arrayContaining(['resolved', 'closed']));
    expect(ticketFor('The booking form is broken', data).resolution).toBe('The form is checked first.');
  });

  test('the button that is gone leaves the focus among the others', async () => {
    await page.focus('.actions button');
    await page.keyboard.press('o');
    await untilReads(page, 'Status: Open');
    const inside = await page.evaluate(() => document.querySelector('.actions')?.contains(document.activeElement));
    expect(inside).toBe(true);
  });
});

test('a ticket becomes part of another, and is itself again', async () => {
  const [ticket, other] = [ticketFor('The bank does not answer'), ticketFor('The stock service is down')];
  await open(ticket);
  await page.keyboard.press('m');
  await fill(page, 'Number or words of the other ticket', other.metadata.number);
  await page.waitForFunction(() => document.querySelectorAll('dialog .choice').length === 1);
  await page.click('dialog .choice');
  await press(page, 'Merge');
  await untilReads(page, `Merged into ${other.metadata.number}`, 'This ticket was merged into');
  const merged = await untilTicket(ticket, 'it is merged', ({ metadata }) => metadata.merged_into === other.id);
  expect(ticketFor('The bank does not answer', merged).id).toBe(other.id);
  await open(other);
  await untilReads(page, 'Errors of this ticket', 'Merged here');
  await open(ticket);
  await page.keyboard.press('u');
  await untilReads(page, 'Merge taken back', 'Add the comment');
  const parted = await untilTicket(ticket, 'it is itself', ({ metadata }) => metadata.merged_into === undefined);
  expect(ticketFor('The bank does not answer', parted).id).toBe(ticket.id);
});

test('a merged error is split off again', async () => {
  const [ticket, other] = [ticketFor('The bank does not answer'), ticketFor('The stock service is down')];
  await open(ticket);
  await page.keyboard.press('m');
  await fill(page, 'Number or words of the other ticket', other.metadata.number);
  await page.waitForFunction(() => document.querySelectorAll('dialog .choice').length === 1);
  await page.click('dialog .choice');
  await press(page, 'Merge');
  await untilReads(page, 'This ticket was merged into');
  await open(other);
  await untilReads(page, 'Errors of this ticket');
  await press(page, 'Split off');
  await untilReads(page, 'Split off this error');
  await page.click('dialog button[type=submit]');
  await untilReads(page, 'The error has a ticket of its own');
});

test('an error is resolved from its row, and with it its ticket', async () => {
  const ticket = ticketFor('The stock service is down');
  await page.bringToFront();
  await page.evaluate(() => {
    location.hash = '#/monitoring?q=stock';
  });
  await untilReads(page, '1 error shown');
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await untilReads(page, 'Error resolved', 'No error matches');
  await untilTicket(ticket, 'its ticket is resolved', ({ statut }) => statut === 'resolu');
});

test('an error that makes no ticket by itself gets one from its row', async () => {
  await page.evaluate(() => {
    location.hash = '#/monitoring?q=price+list';
  });
  await untilReads(page, '1 error shown');
  await press(page, 'Create ticket');
  await setting.ledger.until('the ticket of the warning', ({ cm_support_tickets: rows }) =>
    rows.some((row) => row.sujet.includes('The price list is old') && row.source === 'manual'),
  );
});

test('a ticket is made by hand', async () => {
  await page.evaluate(() => {
    location.hash = '#/tickets';
  });
  await untilReads(page, 'To deal with');
  await page.keyboard.press('n');
  await fill(page, 'Subject', 'No invoice came');
  await fill(page, 'Client’s e-mail (optional)', 'zoe@example.com');
  await press(page, 'Create the ticket');
  await untilReads(page, 'Ticket created by hand', 'No invoice came', 'zoe@example.com', 'Manual');
});

test('several tickets change together, and back', async () => {
  await page.evaluate(() => {
    location.hash = '#/tickets?source=auto_detection';
  });
  await untilReads(page, '4 tickets shown');
  await page.click('thead input');
  await press(page, 'Change priority');
  await tick(page, 'Low');
  await press(page, 'Apply');
  await untilReads(page, '4 tickets changed');
  await setting.ledger.until(
    'four low priorities',
    ({ cm_support_tickets: rows }) => rows.filter(({ priorite }) => priorite === 'basse').length === 4,
  );
  await page.keyboard.press('u');
  await untilReads(page, 'Taken back');
  await setting.ledger.until('the priorities of before', ({ cm_support_tickets: rows }) =>
    rows.every(({ priorite }) => priorite !== 'basse'),
  );
});

function isThePlan({ message }: ErrorLogRow): boolean {
  return message.endsWith('No plan of the attic');
}

/** The page of this release fails as it loads; what is stored once it has, with the error's lines in their order. */
async function failingRelease(site: Page, search: string, times: number): Promise<[ExportedData, number[]]> {
  await site.goto(`${setting.site.origin}/pages/moved.html${search}`);
  const data = await setting.ledger.until(
    'the plan fails',
    ({ cm_error_logs: rows }) => rows.filter(isThePlan).length === times,
  );
  const rows = data.cm_error_logs.filter(isThePlan).toSorted((a, b) => (a.timestamp < b.timestamp ? -1 : 1));
  return [data, rows.map(({ metadata }) => metadata.line)];
}

test.runIf(inject('browserName') === 'chromium')(
  'an error that a release moved stays in its ticket, which says so, and is split off where that was wrong',
  async () => {
    const site = await setting.browser.newPage();
    const [first, line] = await failingRelease(site, '', 1);
    expect(line).toEqual([2]);
    const ticket = ticketFor('No plan of the attic', first);
    await send(setting, { type: 'monitoring.sweep' });
    const [, lines] = await failingRelease(site, '?lines=8', 2);
    expect(lines).toEqual([2, 10]);
    const second = await setting.ledger.until('the plan is led to its ticket', ({ cm_signature_aliases: rows }) =>
      rows.some(({ ticket_id, reason }) => ticket_id === ticket.id && reason === 'redeploy'),
    );
    expect(second.cm_support_tickets).toHaveLength(first.cm_support_tickets.length);
    const moved = second.cm_signature_aliases.filter(({ ticket_id }) => ticket_id === ticket.id);
    expect(moved.map(({ reason }) => reason).toSorted()).toEqual(['creation', 'redeploy']);
    expect(actionsOf(second, ticket)).toContain('redeployed');
    await open(ticket);
    await untilReads(page, 'The same error on another line, after a new release', 'Moved to another line by a release');
    await press(page, 'Split off');
    await untilReads(page, 'Split off this error');
    await page.click('dialog button[type=submit]');
    await untilReads(page, 'The error has a ticket of its own');
    const { cm_signature_aliases: aliases } = await setting.ledger.read();
    const led = aliases.filter(({ id }) => moved.some((one) => one.id === id)).map(({ ticket_id }) => ticket_id);
    expect(new Set(led).size).toBe(2);
  },
);
