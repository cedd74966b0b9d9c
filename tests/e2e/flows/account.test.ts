import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { clientOf } from '../../../src/core/client.ts';
import type { ErrorLogRow } from '../../../src/core/rows.ts';
import type { SiteChange } from '../../../src/core/site-change.ts';
import { screenText, untilReads } from '../harness/screens.ts';
import { useSetting } from '../harness/setting.ts';
import { openSurface } from '../harness/surfaces.ts';
import { trusted } from '../harness/trusted.ts';
import { wordFor } from '../harness/words.ts';

const SESSION = 'q3v8k2m1x9c7b5n4l6z0p8r2t4';
const setting = useSetting();
let page: Page;
let project: string;
let errors = 0;

/** Changes the site as the options page does. */
async function change(fields: SiteChange): Promise<void> {
  const own = await setting.ledger.extensionPage();
  const answer = await own.evaluate(
    async (id, asked) => JSON.stringify(await chrome.runtime.sendMessage({ type: 'site.update', id, ...asked })),
    project,
    trusted<Record<string, string>>(fields),
  );
  expect(answer).toBe('null');
}

function address(search = ''): string {
  return `${setting.site.origin}/pages/account.html${search}`;
}

/** The facts that a new error of the page is stored with. */
async function stored(): Promise<ErrorLogRow> {
  errors += 1;
  const text = `signed in: ${wordFor(errors)}`;
  await page.evaluate((message) => failOnDemand.throws(message), text);
  return rowOf(text);
}

async function rowOf(text: string): Promise<ErrorLogRow> {
  const isIt = ({ message }: ErrorLogRow) => message.endsWith(text);
  const { cm_error_logs: rows } = await setting.ledger.until(text, (data) => data.cm_error_logs.some(isIt));
  return rows.find(isIt)!;
}

function client(client_id: string) {
  return clientOf({ client_id, client_email: '' }, project);
}

const NOBODY = { client_id: null, client_email: null };

beforeAll(async () => {
  page = await setting.browser.newPage();
  await page.goto(address());
  project = (await stored()).metadata.project;
});

describe('the signed-in account', () => {
  test.each([
    ['meta', 'user-id', '42'],
    ['selector', '#who@data-user', 'u-42'],
    ['local_storage', 'app.user.id', '42'],
    ['session_storage', 'uid', '42'],
    ['cookie', 'uid', '42'],
  ] as const)('is read from %s %s', async (read, name, id) => {
    await change({ account: { read, name, field: 'client_id' } });
    expect((await stored()).metadata).toMatchObject(client(id));
  });

  test('is nobody where the page has a session key, which is stored nowhere', async () => {
    await change({ account: { read: 'local_storage', name: 'app.device', field: 'client_id' } });
    expect((await stored()).metadata).toMatchObject(NOBODY);
    expect(JSON.stringify(await setting.ledger.read())).not.toContain(SESSION);
  });

  test('is nobody any more once they have signed out; what failed before is theirs', async () => {
    await change({ account: { read: 'meta', name: 'user-id', field: 'client_id' } });
    expect((await stored()).metadata).toMatchObject(client('42'));
    // The page's last breath: it has gone when this is judged.
    await page.evaluate((next) => {
      failOnDemand.logs('the last words of the page');
      location.href = next;
    }, address('?signed-out'));
    expect((await rowOf('the last words of the page')).metadata).toMatchObject(client('42'));
    await page.waitForFunction('location.search === "?signed-out" && document.readyState === "complete"');
    expect((await stored()).metadata).toMatchObject(NOBODY);
    await page.goto(address());
    expect((await stored()).metadata).toMatchObject(client('42'));
  });
});

describe('a rule for the account', () => {
  test('is tried in the options on the open tab, before it is saved', async () => {
    await change({ account: null });
    const options = await openSurface(setting, 'options.html#sites');
    await options.$$eval('.site-settings', (list) => list.forEach((fold) => fold.setAttribute('open', '')));
    await options.select('.site-rule:last-of-type select', 'meta');
    const name = '.site-rule:last-of-type input';
    const tryOut = async (text: string): Promise<void> => {
      await options.$eval(name, (input) => input instanceof HTMLInputElement && input.select());
      await options.type(name, text);
      await options.click('.site-rule:last-of-type .trial button');
    };
    await tryOut('user-id');
    await untilReads(options, 'On “Account”: 42');
    await tryOut('nothing');
    await untilReads(options, 'Nothing was found on “Account”.');
    await options.select('.site-rule:last-of-type select', 'local_storage');
    await tryOut('app.device');
    await untilReads(options, 'looks like a key or a password');
    expect(await screenText(options)).not.toContain(SESSION);
    await options.close();
    expect((await stored()).metadata).toMatchObject(NOBODY);
  });
});

describe('the release and the environment', () => {
  test.each([
    ['meta', 'version', '2.4.1'],
    ['global', 'APP.version', '2.4.1-global'],
    ['script', 'account.*.js', 'a1b2c3d'],
  ] as const)('are noted and shown, the release from %s %s', async (read, name, release) => {
    await change({ release: { read, name }, environment: 'staging' });
    const row = await stored();
    expect(row.metadata).toMatchObject({ release, environment: 'staging' });
    const screen = await openSurface(setting, `dashboard.html#/monitoring/${row.id}`);
    await untilReads(screen, release, 'staging');
    await screen.close();
  });
});

describe('answers that only leave a trace', () => {
  test('make no occurrence, and are counted with their reason', async () => {
    await change({ quiet_statuses: ['401', '409-412'] });
    await page.evaluate(async () => {
      for (const status of [401, 410, 500]) await failOnDemand.requests(status);
    });
    const { cm_error_logs: rows } = await setting.ledger.until('the answer 500', (data) =>
      data.cm_error_logs.some(({ metadata }) => metadata.http?.status === 500),
    );
    const screen = await openSurface(setting, 'dashboard.html#/diagnostic');
    await untilReads(screen, 'Answers with status 401', 'Answers with status 410');
    expect(rows.flatMap(({ metadata }) => metadata.http?.status ?? [])).toEqual([500]);
    await screen.close();
  });
});
