import { setTimeout as sleep } from 'node:timers/promises';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { traces } from '../../core/redact/places.ts';
import { LONG_SEEDS } from '../../core/redact/seeds.ts';
import type { LocalStack } from '../../stack/harness/stack.ts';
import { everythingStored } from '../harness/everything.ts';
import { PAGES } from '../harness/setting.ts';
import { type Site, startSite } from '../harness/site.ts';
import { Colleague, startTeamServer } from '../harness/team.ts';

/** Firefox tells the same texts by the same code, in the full run. */
const here = inject('browserName') === 'chromium' || process.env['VIGIE_FULL'] === '1';

/** Their first letters are their public header, which our own session has as well. */
const PUBLIC_BEGINNING = new Set(['JWT', 'cut JWT']);

/** Every kind once, another one at every change of this number. */
const SEED = 20_260_207;
const LEAKS = LONG_SEEDS.map(([kind, seeds], index) => {
  const [seed] = fc.sample(seeds, { numRuns: 1, seed: SEED + index });
  if (!seed) throw new Error(`no seed of ${kind}`);
  return { kind, ...seed };
});

/** Ways of `pages/leaks.js` in which a page tells of its secret, of which each makes an occurrence. */
const LEAST_PLACES = 25;
const TABS = 4;
/** Milliseconds that a page has for what comes late: rejections are held for a second. */
const PAGE_TIME = 1_200;

let stack: LocalStack;
let site: Site;
let lea: Colleague;

/** Characters that a limit of length may leave of a long secret: a vendor's public prefix and a few more. */
const HARMLESS = 23;

/** What must be found nowhere: the secret in any dress, and the beginning that a limit of length might leave of a long one. */
function signsOf(kind: string, secret: string): string[] {
  const beginning = secret.length >= 32 && !PUBLIC_BEGINNING.has(kind) ? [secret.slice(0, HARMLESS + 1)] : [];
  return [...traces(secret), ...beginning];
}

async function tellAll(leaks: typeof LEAKS): Promise<void> {
  const queue = [...leaks];
  const tabs = Array.from({ length: TABS }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const page = await lea.browser.newPage();
      await page.goto(`${site.origin}/pages/leaks.html`);
      await page.evaluate((text) => leak(text), next.text);
      await sleep(PAGE_TIME);
      await page.close();
    }
  });
  await Promise.all(tabs);
}

describe.runIf(here)('what pages tell of their secrets', () => {
  let stored: string;
  let sent: string;

  beforeAll(async () => {
    [stack, site] = await Promise.all([startTeamServer(), startSite(PAGES)]);
    lea = await Colleague.at(inject('browserName'), inject('built'), stack, 'lea@example.com');
    await lea.connect(stack.publishableKey);
    await tellAll(LEAKS);
    await lea.exchange();
    const page = await lea.browser.openExtensionPage('dashboard.html');
    const places = await everythingStored(page);
    stored = places.flatMap(({ place, entries }) => entries.map((entry) => `${place} ${entry}`)).join('\n');
    sent = lea.line.sent();
  });

  afterAll(async () => {
    await Promise.all([lea?.leave(), site?.close()]);
    await stack?.stop();
  });

  test('has been told in every way, kept, and sent to the team', async () => {
    const { cm_error_logs } = await lea.ledger.read();
    expect(cm_error_logs.length).toBeGreaterThan(LEAKS.length * LEAST_PLACES);
    expect(new Set(cm_error_logs.map(({ error_type }) => error_type))).toEqual(
      new Set([
        'js_error',
        'unhandled_rejection',
        'console_error',
        'console_warn',
        'http_error',
        'network_error',
        'resource_error',
        'worker_error',
      ]),
    );
    expect(sent).toContain('/rest/v1/rpc/cm_push');
    expect(sent).toContain('badly named');
  });

  test.each(LEAKS)('is stored and sent without it: $kind', ({ kind, secret }) => {
    const signs = signsOf(kind, secret);
    expect(signs.filter((sign) => stored.includes(sign))).toEqual([]);
    expect(signs.filter((sign) => sent.includes(sign))).toEqual([]);
  });
});
