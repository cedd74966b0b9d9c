import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TicketRow } from '../../../src/core/rows.ts';
import { screenText, untilReads } from '../harness/screens.ts';
import { seed, type Seeded } from '../harness/seed.ts';
import { useSetting } from '../harness/setting.ts';

const setting = useSetting();
let seeded: Seeded;
let page: Page;

beforeAll(async () => {
  seeded = await seed(setting);
  page = await setting.browser.openExtensionPage('dashboard.html');
});

function ticketFor(message: string): TicketRow {
  const row = seeded.data.cm_error_logs.find((one) => one.message.endsWith(message));
  const ticket = seeded.data.cm_support_tickets.find((one) => one.error_signature === row?.metadata.signature);
  if (!ticket) throw new Error(`no ticket for ${message}`);
  return ticket;
}

async function go(hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

describe('the dashboard', () => {
  test('lists errors by signature, with counts and their tickets', async () => {
    await go('#/monitoring');
    await untilReads(page, 'The booking form is broken', 'The stock service is down', 'The price list is old');
    const rows = await page.$$eval('main tbody tr, main [role="row"]', (list) =>
      list
        .map((row) => row.textContent ?? '')
        .filter((text) => /The (booking|bank|price|stock)|\/status\/500/.test(text)),
    );
    expect(rows).toHaveLength(5);
    const stock = rows.find((text) => text.includes('The stock service is down')) ?? '';
    expect(stock).toContain('7 occurrences');
    expect(stock).toContain(ticketFor('The stock service is down').metadata.number);
    expect(rows.find((text) => text.includes('The price list is old'))).not.toMatch(/V-[0-9A-Z]{6}/);
  });

  test('lists the tickets', async () => {
    await go('#/tickets');
    const numbers = seeded.data.cm_support_tickets.map(({ metadata }) => metadata.number);
    const text = await untilReads(page, ...numbers);
    expect(numbers).toHaveLength(4);
    for (const { sujet } of seeded.data.cm_support_tickets) expect(text).toContain(sujet);
  });

  test('shows one ticket: summary, error and timeline', async () => {
    const ticket = ticketFor('The booking form is broken');
    await go(`#/tickets/${ticket.id}`);
    const text = await untilReads(page, ticket.metadata.number, 'The booking form is broken');
    expect(text).toContain(ticket.sujet);
    expect(text).toContain('on-demand.js:5');
    const history = seeded.data.cm_support_ticket_history.filter((one) => one.ticket_id === ticket.id);
    expect(history).not.toEqual([]);
    for (const { created_at } of history) expect(text).toContain(created_at);
  });

  test('shows one ticket by the number that people say', async () => {
    const ticket = ticketFor('The stock service is down');
    await go(`#/tickets/${ticket.metadata.number.toLowerCase()}`);
    await untilReads(page, ticket.metadata.number, 'The stock service is down');
  });

  test('leads from an error to its details and on to its ticket', async () => {
    await go('#/monitoring');
    await untilReads(page, 'The bank does not answer');
    await page.evaluate(() => {
      const link = [...document.querySelectorAll('a')].find((one) =>
        one.textContent?.includes('The bank does not answer'),
      );
      link?.click();
    });
    const ticket = ticketFor('The bank does not answer');
    await untilReads(page, 'on-demand.js:9', ticket.metadata.number);
    expect(await page.evaluate(() => location.hash)).toMatch(/^#\/monitoring\/[0-9a-f-]{36}$/);
  });

  test('renders captured text as text', async () => {
    const attack = '<img src=x onerror="document.title=`owned`"><b>bold</b>';
    await seeded.page.evaluate((text) => failOnDemand.throws(text), attack);
    await setting.ledger.until('the markup', ({ cm_error_logs: rows }) =>
      rows.some(({ message }) => message.includes('<b>')),
    );
    await go('#/tickets');
    await go('#/monitoring');
    await untilReads(page, '<b>bold</b>');
    expect(await page.$('main img, main b')).toBeNull();
  });

  test('says so when an address is none of its screens, and when a ticket does not exist', async () => {
    await go('#/nowhere');
    await untilReads(page, 'There is no such page');
    await go('#/tickets/V-000000');
    const text = await screenText(page);
    expect(text).not.toContain('There is no such page');
  });
});
