import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { TicketRow } from '../../../src/core/rows.ts';
import { commonTexts } from '../../../src/platform/texts/common.ts';
import { errorTexts } from '../../../src/platform/texts/error.ts';
import { monitoringTexts } from '../../../src/platform/texts/monitoring.ts';
import { statisticsTexts } from '../../../src/platform/texts/statistics.ts';
import { actionTexts } from '../../../src/platform/texts/ticket-actions.ts';
import { dialogTexts } from '../../../src/platform/texts/ticket-dialogs.ts';
import { ticketTexts } from '../../../src/platform/texts/tickets.ts';
import { vocabulary } from '../../../src/platform/texts/vocabulary.ts';
import { choose, fill, untilFocused } from '../harness/forms.ts';
import { openGuidePage } from '../harness/guide-page.ts';
import { press, untilReads } from '../harness/screens.ts';
import { seed, type Seeded } from '../harness/seed.ts';
import { useSetting } from '../harness/setting.ts';
import { saveSetting } from '../harness/surfaces.ts';
import { until } from '../harness/until.ts';

/*
 * Chapters 4 and 5 of the guide, line by line, as a person does them on the screens, in French as the guide is. What is typed into the console is
 * in the other files about the guide; commenting, closing, assigning and correcting by keys is in the work on a ticket.
 */

const CLIENT = 'qa@gites.example';

// In Firefox the same screens are worked with by keys, in the work on a ticket.
describe.runIf(inject('browserName') === 'chromium')('what the guide has a person do', () => {
  const setting = useSetting();
  let seeded: Seeded;
  let page: Page;

  beforeAll(async () => {
    await saveSetting(setting, 'language', 'fr');
    await saveSetting(setting, 'identity', { client_id: '', client_email: CLIENT });
    seeded = await seed(setting);
    page = await openGuidePage(setting, 'admin-monitoring.html', '#/monitoring');
    await page.setViewport({ width: 1280, height: 1000 });
    await page.focus('main');
  });

  afterEach(() => untilFocused(page));

  async function go(hash: string, ...says: string[]): Promise<string> {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    return untilReads(page, ...says);
  }

  function ticketFor(words: string): TicketRow {
    const found = seeded.data.cm_support_tickets.find(({ sujet }) => sujet.includes(words));
    if (!found) throw new Error(`no ticket for ${words}`);
    return found;
  }

  /** Waits until the list has this many rows that lead somewhere. */
  async function untilRows(count: number): Promise<void> {
    await until(`${count} rows`, async () => (await page.$$('main tbody .row-link')).length === count);
  }

  /** Waits until the ticket says that it has this status, and returns the names of its actions. */
  async function untilStatus(status: TicketRow['statut']): Promise<string[]> {
    const word = vocabulary.status[status].fr;
    await page.waitForFunction(
      (text) => document.querySelector('.fact .badge')?.textContent?.trim() === text,
      {},
      word,
    );
    return page.$$eval('.actions .button-row:first-child button', (buttons) =>
      buttons.map((button) => button.firstElementChild?.nextSibling?.textContent ?? ''),
    );
  }

  describe('monitoring of errors', () => {
    test('active errors are grouped by type and by source', async () => {
      await untilRows(5);
      await choose(page, monitoringTexts.grouping.fr, 'type');
      await untilReads(page, vocabulary.errorType.console_error.fr);
      const heads = () => page.$$eval('.section-row', (rows) => rows.map(({ textContent }) => textContent ?? ''));
      expect(await heads()).toHaveLength(5);
      await choose(page, monitoringTexts.grouping.fr, 'source');
      await until('two sources', async () => (await heads()).length === 2);
      await choose(page, monitoringTexts.grouping.fr, '');
    });

    test('its actions are details, a ticket and resolving', async () => {
      await choose(page, monitoringTexts.type.fr, 'console_warn');
      await untilRows(1);
      await press(page, monitoringTexts.actions.createTicket.fr);
      await until('the badge of its ticket', async () => (await page.$('main tbody .badge')) !== null);
      await page.click('.row-actions a');
      await untilReads(page, errorTexts.grouping.title.fr, 'The price list is old');
      await page.goBack();
      await untilRows(1);
      await page.click('.row-actions button');
      await untilReads(page, monitoringTexts.done.resolved.fr, monitoringTexts.noMatch.title.fr);
      await press(page, monitoringTexts.clear.fr);
      await untilRows(4);
    });
  });

  describe('the tickets', () => {
    test('all are seen, filtered by status, priority and client, and lead to their workflow', async () => {
      await go('#/tickets', ticketTexts.title.fr);
      await untilRows(5);
      for (const [label, value, count] of [
        [ticketTexts.columns.status.fr, 'resolu', 1],
        [ticketTexts.columns.priority.fr, 'basse', 0],
        [ticketTexts.columns.priority.fr, '', 1],
        [ticketTexts.columns.status.fr, '', 5],
      ] as const) {
        await choose(page, label, value);
        await untilRows(count);
      }
      await fill(page, ticketTexts.columns.client.fr, 'nobody@example.com');
      await untilRows(0);
      await fill(page, ticketTexts.columns.client.fr, CLIENT);
      await untilRows(5);
      await page.click('main tbody .row-link');
      await untilReads(page, actionTexts.title.fr);
      await page.goBack();
    });

    test('the counts follow at once', async () => {
      await go('#/tickets');
      const resolved = () => page.$eval('.count-link[data-status=resolu] strong', (count) => count.textContent);
      expect(await resolved()).toBe('1');
      await page.waitForSelector('.row-check');
      await seeded.page.evaluate(() => failOnDemand.warns('The price list is old'));
      await until('it is open again', async () => (await resolved()) === '0');
    });

    test('the statistics are the five of the guide', async () => {
      const { figures, topErrors, topClients } = statisticsTexts;
      const said = [figures.created, figures.rate, figures.mean, topErrors, topClients].map(({ fr }) => fr);
      await go('#/statistics', ...said, CLIENT);
    });
  });

  describe('the workflow of a ticket', () => {
    test('has summary, error and timeline', async () => {
      const ticket = ticketFor('The booking form is broken');
      const { page: texts } = ticketTexts;
      const read = await go(
        `#/tickets/${ticket.id}`,
        ...[texts.currentStatus, texts.client, texts.createdAt, texts.closedAt, texts.error].map(({ fr }) => fr),
        ...[errorTexts.fileAndLine, errorTexts.message, errorTexts.stack].map(({ fr }) => fr),
      );
      for (const told of [CLIENT, vocabulary.priority.haute.fr, vocabulary.source.auto_detection.fr]) {
        expect(read).toContain(told);
      }
      const events = await page.$$eval('.event', (list) =>
        list.map((event) => ({
          tone: event.getAttribute('data-tone'),
          pictured: event.querySelector('.event-icon svg') !== null,
          at: event.querySelector('time')?.dateTime,
          by: event.textContent?.includes('Vigie (automatique)'),
        })),
      );
      expect(events.length).toBeGreaterThan(1);
      for (const event of events) expect(event).toMatchObject({ pictured: true, by: true, at: expect.any(String) });
      expect(new Set(events.map(({ tone }) => tone)).size).toBeGreaterThan(1);
    });

    test('goes through every status by what is offered, and offers nothing else', async () => {
      const { status } = actionTexts;
      const close = status.ferme.fr;
      expect(await untilStatus('ouvert')).toEqual([status.en_cours.fr, status.resolu.fr, close]);
      await page.keyboard.press('w');
      expect(await untilStatus('en_cours')).toEqual([status.en_attente_client.fr, status.resolu.fr, close]);
      await page.keyboard.press('h');
      expect(await untilStatus('en_attente_client')).toEqual([status.en_cours.fr, status.resolu.fr, close]);
      await page.keyboard.press('r');
      await page.waitForSelector('dialog[open]');
      await page.click('dialog [type=submit]');
      expect(await untilStatus('resolu')).toEqual([status.ouvert.fr, close]);
      await page.keyboard.press('x');
      await page.waitForSelector('dialog[open]');
      await page.click('dialog [type=submit]');
      expect(await untilStatus('ferme')).toEqual([status.ouvert.fr]);
      await page.keyboard.press('o');
      await untilStatus('ouvert');
    });

    test('notifies the client, and leads to Support and to the whole error', async () => {
      const ticket = ticketFor('The booking form is broken');
      await page.keyboard.press('n');
      await fill(page, dialogTexts.notify.message.fr, 'Nous avons corrigé le formulaire.');
      await page.click('dialog [type=submit]');
      await untilReads(page, 'Nous avons corrigé le formulaire.', commonTexts.appName.fr);
      const { cm_notifications: notes } = await setting.ledger.read();
      expect(notes).toContainEqual(
        expect.objectContaining({ ticket_id: ticket.id, event: 'notify', recipient: CLIENT }),
      );
      await press(page, actionTexts.support.fr);
      await untilRows(1);
      await page.click('main tbody .row-link');
      await press(page, ticketTexts.page.fullError.fr);
      await untilReads(page, errorTexts.grouping.title.fr, 'The booking form is broken');
    });
  });
});
