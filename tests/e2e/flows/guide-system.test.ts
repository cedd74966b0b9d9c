import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TicketRow } from '../../../src/core/rows.ts';
import { untilReads } from '../harness/screens.ts';
import { seed, type Seeded } from '../harness/seed.ts';
import { useSetting } from '../harness/setting.ts';
import { addressOf, openGuidePage } from '../harness/guide-page.ts';
import { saveSetting } from '../harness/surfaces.ts';
import { typed } from '../harness/typed.ts';
import { until } from '../harness/until.ts';

/* The guide's AutoTicketSystem, and what it has one type "from the monitoring". */

const setting = useSetting();
let seeded: Seeded;
let page: Page;

beforeAll(async () => {
  await saveSetting(setting, 'identity', { client_id: '', client_email: 'qa@gites.example' });
  seeded = await seed(setting);
  page = await setting.browser.openExtensionPage('dashboard.html#/monitoring');
  await untilReads(page, 'The booking form is broken', 'The price list is old');
});

/** Types a method of the instance. */
function system<T>(call: string) {
  return typed<T>(page, `window.autoTicketSystemInstance.${call}`);
}

function ticketFor(words: string): TicketRow {
  const found = seeded.data.cm_support_tickets.find(({ sujet }) => sujet.includes(words));
  if (!found) throw new Error(`no ticket for ${words}`);
  return found;
}

/** Place of an error in the list on screen. */
async function indexOf(words: string): Promise<number> {
  await page.evaluate(() => {
    location.hash = '#/monitoring';
  });
  await untilReads(page, words);
  return page.$$eval(
    'main tbody tr',
    (rows, wanted) => rows.findIndex((row) => row.textContent?.includes(wanted)),
    words,
  );
}

describe('AutoTicketSystem', () => {
  test('generateErrorSignature gives the example of the guide', async () => {
    const { value } = await system(
      "generateErrorSignature({ source: 'auto-ticket-system.js', message: 'Cannot read properties of undefined', lineNumber: 579 })",
    );
    expect(value).toBe('auto-ticket-system.js|Cannot read properties of undefined|579');
  });

  test('init reads everything anew', async () => {
    const { value } = await system('init().then(({ activeTickets }) => activeTickets.size)');
    expect(value).toBe(4);
  });

  test('an error that is told makes its ticket once, as one that is captured does', async () => {
    const told = "{ source: 'js/told.js', message: 'Told by hand', lineNumber: 12, url: 'http://127.0.0.1/told' }";
    expect((await system(`shouldCreateTicket(${told})`)).value).toBe(true);
    const { value: first } = await system<TicketRow>(`handleNewError(${told})`);
    expect(first).toMatchObject({
      source: 'auto_detection',
      statut: 'ouvert',
      error_signature: 'told.js|Told by hand|12',
    });
    const { value: second } = await system<TicketRow>(`handleNewError(${told})`);
    expect(second.id).toBe(first.id);
    expect((await system(`shouldCreateTicket(${told})`)).value).toBe(false);
  });

  test('createAutoTicket makes the ticket of an error that makes none by itself', async () => {
    const warning = seeded.data.cm_error_logs.find(({ error_type }) => error_type === 'console_warn');
    const { value } = await system<TicketRow>(`createAutoTicket('${warning?.id}')`);
    expect(value).toMatchObject({ source: 'auto_detection', statut: 'ouvert' });
  });

  test('startTicketMonitoring says until when a ticket is watched, autoCloseTicket when it may close', async () => {
    const { id, metadata } = ticketFor('The booking form is broken');
    const started = await system<TicketRow>(`startTicketMonitoring('${id}')`);
    expect(started.value.metadata.monitoring_until).not.toBeNull();
    expect(started.lines.at(-1)).toContain(`${metadata.number} is watched until`);
    const early = await system<TicketRow>(`autoCloseTicket('${id}')`);
    expect(early.value.statut).toBe('ouvert');
    expect(early.lines[0]).toContain('does not close by itself before');
  });

  test('loadMonitoringData gives the statistics of the guide', async () => {
    const { value, lines } = await typed<{ tickets: number; errors: unknown[]; clients: { client_email: string }[] }>(
      page,
      'loadMonitoringData()',
    );
    expect(value.tickets).toBe(6);
    expect(value.errors).toHaveLength(5);
    expect(value.clients.map(({ client_email }) => client_email)).toEqual(['qa@gites.example']);
    expect(lines[0]).toBe('🎫 6 tickets: 6 automatic, 0 manual, 6 open');
  });

  test('getAffectedClients and notifyAllAffectedClients know who met the error', async () => {
    const { id, error_id } = ticketFor('The booking form is broken');
    const { value: clients } = await system<{ client_email: string }[]>(`getAffectedClients('${error_id}')`);
    expect(clients.map(({ client_email }) => client_email)).toEqual(['qa@gites.example']);
    const { lines } = await system(`notifyAllAffectedClients('${id}', 'We are on it')`);
    expect(lines[0]).toContain('1 client(s) to be told');
    const { cm_notifications: notifications } = await setting.ledger.read();
    expect(
      notifications.filter(({ ticket_id, recipient }) => ticket_id === id && recipient === 'qa@gites.example'),
    ).not.toEqual([]);
  });
});

describe('from the monitoring', () => {
  test('showErrorTickets shows the error of a row with its tickets', async () => {
    const index = await indexOf('The booking form is broken');
    const { value, lines } = await typed<TicketRow[]>(page, `showErrorTickets(${index})`);
    const ticket = ticketFor('The booking form is broken');
    expect(value.map(({ id }) => id)).toEqual([ticket.id]);
    expect(lines[0]).toContain(ticket.metadata.number);
    await until('the error is shown', async () => /#\/monitoring\/[\da-f-]{36}$/.test(await addressOf(page)));
  });

  test('createTicketForError counts in the rows on screen', async () => {
    const index = await indexOf('The stock service is down');
    const { value } = await typed<TicketRow>(page, `createTicketForError(${index})`);
    expect(value.id).toBe(ticketFor('The stock service is down').id);
    const far = await typed(page, 'createTicketForError(999)');
    expect(far.refused).toContain('There is no row 999');
  });

  test('openTicket shows a ticket, and updateTicketStatus changes it', async () => {
    const { id } = ticketFor('The stock service is down');
    await typed(page, `openTicket('${id}')`);
    await until('the ticket is shown', async () => (await addressOf(page)).endsWith(`#/tickets/${id}`));
    const { value } = await typed<TicketRow>(page, `updateTicketStatus('${id}', 'en_cours')`);
    expect(value.statut).toBe('en_cours');
    await untilReads(page, 'In progress');
  });

  test('without a list on screen the commands say what to open', async () => {
    const { refused } = await typed(page, 'showErrorTickets(0)');
    expect(refused).toContain('Open Monitoring first');
  });
});

test('the pages of the guide lead to their screens, with the commands', async () => {
  const support = await openGuidePage(setting, 'admin-support.html', '#/tickets');
  const { value } = await typed(support, 'new AutoTicketSystem().init().then(({ config }) => config.ticketPriority)');
  expect(value).toBe('high');
  await support.close();
});

test('no web page sees any of it', async () => {
  const names = await page.evaluate(() =>
    Object.keys(globalThis).filter((name) => /ticket|monitoring|correction/i.test(name)),
  );
  expect(names).toEqual(
    expect.arrayContaining(['diagAutoTicket', 'autoTicketSystemInstance', 'TicketWorkflow', 'logCorrection']),
  );
  const seen = await seeded.page.evaluate((wanted) => wanted.filter((name) => name in globalThis), names);
  expect(seen).toEqual([]);
});

// Last: the sweep closes every other ticket too.
test('autoCloseTicket closes a ticket whose watch has ended', async () => {
  const { id } = ticketFor('The bank does not answer');
  await typed(page, '(autoTicketSystemInstance.config.monitoringDuration = 1000)');
  await until('its watch has ended', async () => {
    const { value } = await system<TicketRow>(`autoCloseTicket('${id}')`);
    return value.statut === 'ferme';
  });
  await typed(page, '(autoTicketSystemInstance.config.monitoringDuration = 86400000)');
});
