import { beforeAll, describe, expect, test } from 'vitest';
import { changeSite } from '../harness/sites.ts';
import { useSetting } from '../harness/setting.ts';
import { trusted } from '../harness/trusted.ts';

type Seen = Record<string, unknown>;

/** A site that the extension was not granted, as trustworthy to the browser as the granted one: the same browser without us. */
const BARE = 'bare.localhost';
const setting = useSetting({ localNames: [BARE] });

let bare: Seen;
let watched: Seen;
let unobtrusive: Seen;

async function observe(origin: string): Promise<Seen> {
  const page = await setting.browser.newPage();
  await page.goto(`${origin}/pages/behaviour.html`);
  const seen = trusted<Seen>(await page.evaluate('observeAll()'));
  await page.close();
  return seen;
}

beforeAll(async () => {
  const { site, ledger } = setting;
  bare = await observe(site.originOf(BARE));
  watched = await observe(site.origin);
  await ledger.until('an error of the watched page', ({ cm_sites: sites }) => sites.length > 0);
  await changeSite(ledger, site.origin, { unobtrusive: true });
  unobtrusive = await observe(site.origin);
});

/** Entries that the usual mode may answer in another way than a bare page, in the ways that the README names. */
const MAY_TELL = /^(?:trace|asked): /;

const without = (seen: Seen, names: RegExp): Seen =>
  Object.fromEntries(Object.entries(seen).filter(([name]) => !names.test(name)));

/** What a page saw, without the frames of ours in its stacks. */
const withoutOurFrames = (seen: unknown): unknown =>
  JSON.parse(JSON.stringify(seen), (_key, value: unknown) =>
    Array.isArray(value)
      ? value.filter((line) => typeof line !== 'string' || !line.includes('vigie-capture.js'))
      : value,
  );

describe('a page finds no difference between itself with and without the extension', () => {
  test('the comparison compares: the watched page was captured in both modes, the bare one was not', async () => {
    const data = await setting.ledger.until(
      'the errors of the watched page',
      ({ cm_error_logs: rows }) =>
        rows.some(({ message }) => message.startsWith('flood')) &&
        rows.filter(({ message }) => message.endsWith('heard twice')).length > 1,
    );
    const hosts = new Set(data.cm_error_logs.map(({ metadata }) => new URL(metadata.url).hostname));
    expect([...hosts]).toEqual(['127.0.0.1']);
    expect(Object.keys(bare).length).toBeGreaterThan(80);
  });

  test('in all that it can observe in unobtrusive mode', () => {
    expect(unobtrusive).toEqual(bare);
  });

  test('in all that it can observe in the usual mode, but for what is documented', () => {
    expect(without(watched, MAY_TELL)).toEqual(without(bare, MAY_TELL));
  });

  test.each(['trace: stacks of illegal calls', 'trace: a stack taken inside of a call'])(
    'the usual mode adds frames of its own and changes no other: %s',
    (name) => {
      expect(watched[name]).not.toEqual(bare[name]);
      expect(withoutOurFrames(watched[name])).toEqual(bare[name]);
    },
  );
});
