import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { failureTexts } from '../../../src/platform/texts/failures.ts';
import { teamTexts } from '../../../src/platform/texts/team.ts';
import type { LocalStack } from '../../stack/harness/stack.ts';
import { violations } from '../harness/axe.ts';
import type { ExportedData } from '../harness/exported.ts';
import { untilReads } from '../harness/screens.ts';
import { PAGES } from '../harness/setting.ts';
import { type Site, startSite } from '../harness/site.ts';
import { Colleague, startTeamServer } from '../harness/team.ts';

/** Beside Chromium there is another Chromium, or, in the full run, Firefox. */
const here = inject('browserName') === 'chromium' || process.env['VIGIE_FULL'] === '1';

const SHARED = 'The booking form is broken';

let stack: LocalStack;
let site: Site;
let lea: Colleague;
let sam: Colleague;

describe.runIf(here)('two browsers of a team', () => {
  const pages = new Map<Colleague, Page>();

  beforeAll(async () => {
    [stack, site] = await Promise.all([startTeamServer(), startSite(PAGES)]);
    const built = inject('built');
    [lea, sam] = await Promise.all([
      Colleague.at('chromium', built, stack, 'lea@example.com'),
      Colleague.at(inject('browserName'), built, stack, 'sam@example.com'),
    ]);
    for (const one of [lea, sam]) {
      const value = { client_id: '', client_email: one.email };
      await one.ask({ type: 'settings.save', key: 'identity', value });
      await one.connect(stack.publishableKey);
      const page = await one.browser.newPage();
      await page.goto(`${site.origin}/pages/on-demand.html`);
      pages.set(one, page);
    }
  });

  afterAll(async () => {
    await Promise.all([lea?.leave(), sam?.leave(), site?.close()]);
    await stack?.stop();
  });

  /** Something fails in somebody's page. Resolves to the ticket that their browser shows for it. */
  async function fails(who: Colleague, message: string): Promise<string> {
    const before = seen(await who.ledger.read(), message).count;
    await pages.get(who)?.evaluate((text) => failOnDemand.throws(text), message);
    const data = await who.ledger.until(message, (read) => seen(read, message).count > before);
    return seen(data, message).ticket;
  }

  test('the same error in both is one ticket of two clients', async () => {
    const [one, other] = [await fails(lea, SHARED), await fails(sam, SHARED)];
    await converge();
    expect(other).toBe(one);
    const data = await lea.ledger.read();
    expect(data.cm_support_tickets).toMatchObject([{ id: one, statut: 'ouvert', source: 'auto_detection' }]);
    const { count, sightings } = seen(data, SHARED);
    expect(count).toBe(2);
    expect(new Set(sightings.map(({ client_email }) => client_email))).toEqual(new Set([lea.email, sam.email]));
    const told = data.cm_notifications.map(({ event, recipient }) => `${event} ${recipient}`);
    expect(new Set(told)).toEqual(new Set([`created ${lea.email}`, `created ${sam.email}`]));
    expect(told).toHaveLength(2);
  });

  test('what they did apart, merges and statuses against each other, ends alike; who was too late is told why', async () => {
    const ticket = await fails(lea, SHARED);
    await converge();

    await sam.line.cut();
    const bank = await fails(lea, 'The bank does not answer');
    await lea.does(ticket, { op: 'status', to: 'en_cours' });
    await lea.exchange();
    const stock = await fails(sam, 'The stock service is down');
    await sam.does(ticket, { op: 'resolve', note: 'restarted' });
    await sam.exchange();
    expect(await statusesOf(sam, ticket, bank, stock)).toEqual(['resolu', undefined, 'ouvert']);
    const dashboard = await sam.browser.openExtensionPage('dashboard.html');
    await untilReads(dashboard, teamTexts.states.problem.en);

    await sam.line.mend();
    await converge();
    expect(await statusesOf(sam, ticket, bank, stock)).toEqual(['en_cours', 'ouvert', 'ouvert']);
    await untilReads(dashboard, '1 change refused');
    const options = await sam.browser.openExtensionPage('options.html');
    await untilReads(options, teamTexts.refusedTitle.en, failureTexts.byCode['status-changed'].en);
    // Settings are the administrators' here, and changes were refused.
    if (inject('browserName') === 'chromium') {
      for (const page of [dashboard, options]) expect(await violations(page)).toEqual([]);
    }

    await lea.line.cut();
    await lea.does(bank, { op: 'merge', into: ticket });
    await fails(lea, 'The bank does not answer');
    await sam.does(bank, { op: 'assign', to: sam.email });
    await sam.does(ticket, { op: 'status', to: 'resolu' });
    await fails(sam, 'The stock service is down');
    await sam.exchange();
    await lea.line.mend();
    await converge();
    const data = await sam.ledger.read();
    expect(seen(data, 'The bank does not answer')).toMatchObject({ ticket, count: 2 });
    expect(seen(data, 'The stock service is down')).toMatchObject({ ticket: stock, count: 2 });
    expect(data.cm_support_tickets.find(({ id }) => id === bank)?.metadata).toMatchObject({ merged_into: ticket });
    await untilReads(await lea.browser.openExtensionPage('popup.html'), teamTexts.states.synced.en);
  });
});

/** How often an install has seen an error, all clients together, and its ticket. */
function seen({ cm_error_logs, cm_error_sightings, cm_signature_aliases }: ExportedData, message: string) {
  const row = cm_error_logs.find((one) => one.message.endsWith(message));
  const of = ({ signature }: { signature: string }) => signature === row?.metadata.signature;
  const count = cm_error_sightings.filter(of).reduce((sum, sighting) => sum + sighting.count, 0);
  return { count, ticket: cm_signature_aliases.find(of)?.ticket_id ?? '', sightings: cm_error_sightings.filter(of) };
}

async function statusesOf(who: Colleague, ...tickets: string[]): Promise<(string | undefined)[]> {
  const { cm_support_tickets: rows } = await who.ledger.read();
  return tickets.map((ticket) => rows.find(({ id }) => id === ticket)?.statut);
}

/** Everything reaches everybody. */
async function converge(): Promise<void> {
  for (const one of [lea, sam, lea, sam]) await one.exchange();
  expect(await sam.shared()).toEqual(await lea.shared());
}
