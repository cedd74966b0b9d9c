import { beforeAll, describe, expect, inject, test } from 'vitest';
import { CHANNEL } from '../../../src/relay/wire.ts';
import { CHROMIUM_ID, GECKO_ID } from '../harness/built.ts';
import { OTHER_EXTENSION, OTHER_ORIGIN } from '../harness/other-extension.ts';
import { sendAsRelay, sendFrom, tabIdOf } from '../harness/senders.ts';
import { useSetting } from '../harness/setting.ts';

const setting = useSetting({ alongside: OTHER_EXTENSION });
let tab: number;

function recordOf(facts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: crypto.randomUUID(),
    timestamp: new Date().toISOString(),
    kind: 'console_error',
    message: 'sent as a relay would',
    name: '',
    stack: '',
    source: '',
    line: 0,
    column: 0,
    count: 1,
    suppressed: 0,
    age: 0,
    ...facts,
  };
}

const batchOf = (...records: unknown[]) => ({ type: 'capture.batch', wire: 1, records, title: '', dropped: 0 });

/** What the users' own pages may ask, and nobody else. */
const COMMANDS = [
  { type: 'settings.save', key: 'identity', value: { client_id: 'attacker' } },
  { type: 'data.import', tables: { cm_settings: [] }, last: true },
  { type: 'data.erase' },
  { type: 'site.update', id: 'any', enabled: false },
];

/** Messages that no relay sends. */
const MISSHAPEN: Record<string, unknown> = {
  null: null,
  'a text': 'capture.batch',
  'a number': 42,
  'a list': [],
  'no type': { records: [] },
  'a type of all objects': { type: 'toString' },
  'the prototype as type': { type: '__proto__' },
  'no records': { type: 'capture.batch', wire: 1 },
  'records that are a text': { type: 'capture.batch', wire: 1, records: 'x', title: '', dropped: 0 },
  'records that are none': batchOf(null, 1, 'text', [], {}, { kind: 'js_error' }),
  'an unknown kind': batchOf(recordOf({ kind: 'nonsense' })),
  'a negative count': batchOf(recordOf({ count: -5 })),
  'a broken count': batchOf(recordOf({ count: 1.5 })),
  'a count beyond numbers': batchOf(recordOf({ count: 1e308 })),
  'an id that is none': batchOf(recordOf({ id: '../../etc' })),
  'a time that is none': batchOf(recordOf({ timestamp: 'yesterday' })),
  'a message that is an object': batchOf(recordOf({ message: { text: 'x' } })),
  'another wire version': { ...batchOf(recordOf()), wire: 999 },
  'ten thousand records': batchOf(...Array.from({ length: 10_000 }, () => recordOf())),
};

beforeAll(async () => {
  const { browser, site, ledger } = setting;
  const page = await browser.newPage();
  const address = `${site.origin}/pages/on-demand.html`;
  await page.goto(address);
  tab = await tabIdOf(ledger, address);
});

describe('messages from the page’s process', () => {
  test('a well-formed one is taken: the tests below would notice', async () => {
    const record = recordOf({ message: 'honest' });
    const sent = await sendAsRelay(setting.ledger, tab, batchOf(record));
    expect(sent.answer).toEqual({ done: [record['id']] });
    const { cm_error_logs: rows } = await setting.ledger.read();
    expect(rows.map(({ message }) => message)).toEqual(['honest']);
  });

  test.for(Object.entries(MISSHAPEN))('a misshapen one is refused: %s', async ([, message]) => {
    await sendAsRelay(setting.ledger, tab, message);
    const { cm_error_logs: rows } = await setting.ledger.read();
    expect(rows.map((row) => row.message)).toEqual(['honest']);
  });

  test('one of five megabytes is refused', async () => {
    const sent = await sendAsRelay(setting.ledger, tab, batchOf(recordOf()), { message: 5_000_000 });
    expect(sent.answer).toMatchObject({ failure: { code: 'too-large' } });
    const { cm_error_logs: rows } = await setting.ledger.read();
    expect(rows).toHaveLength(1);
  });

  test('a record longer than any relay sends is cut', async () => {
    await sendAsRelay(setting.ledger, tab, batchOf(recordOf()), { message: 300_000 });
    const { cm_error_logs: rows } = await setting.ledger.read();
    const row = rows.find(({ message }) => message.startsWith('xxx'));
    expect(row?.message.length).toBeLessThanOrEqual(8_192);
  });

  test('lone surrogates and NULs do not reach the store', async () => {
    const poison = 'poison \ud800 \udfff \0 end';
    const facts = { message: poison, name: poison, stack: poison, source: poison, args: [poison] };
    await sendAsRelay(setting.ledger, tab, { ...batchOf(recordOf(facts)), title: poison });
    const { cm_error_logs: rows } = await setting.ledger.read();
    const row = rows.find(({ message }) => message.startsWith('poison'));
    expect(row).toBeDefined();
    const text = JSON.stringify(row);
    expect(JSON.parse(text)).toEqual(row);
    expect(text).not.toMatch(/\\ud[89a-f]|\\u0000/i);
  });

  test('a time in the future or long past is not believed', async () => {
    const before = Date.now();
    await sendAsRelay(
      setting.ledger,
      tab,
      batchOf(
        recordOf({ timestamp: '2999-01-01T00:00:00.000Z', message: 'from the future' }),
        recordOf({ age: 1e15, message: 'from the stone age' }),
      ),
    );
    const { cm_error_logs: rows } = await setting.ledger.read();
    const future = rows.find(({ message }) => message === 'from the future');
    const past = rows.find(({ message }) => message === 'from the stone age');
    expect(Date.parse(future?.timestamp ?? '')).toBeLessThanOrEqual(Date.now() + 60_000);
    expect(Date.parse(past?.timestamp ?? '')).toBeGreaterThan(before - 7 * 86_400_000);
  });

  test('the same record sent twice is stored once', async () => {
    const record = recordOf({ message: 'sent twice' });
    await sendAsRelay(setting.ledger, tab, batchOf(record, record));
    const again = await sendAsRelay(setting.ledger, tab, batchOf(record));
    expect(again.answer).toEqual({ done: [record['id']] });
    const { cm_error_logs: rows, cm_error_sightings: sightings } = await setting.ledger.read();
    const stored = rows.filter(({ message }) => message === 'sent twice');
    expect(stored.map(({ metadata }) => metadata.count)).toEqual([1]);
    const signature = stored[0]?.metadata.signature;
    expect(sightings.filter((one) => one.signature === signature).map(({ count }) => count)).toEqual([1]);
  });

  test.for(COMMANDS)('a command of the users’ pages is refused: $type', async (command) => {
    const before = await setting.ledger.tables();
    const sent = await sendAsRelay(setting.ledger, tab, command);
    expect(sent.answer).toMatchObject({ failure: { code: 'forbidden' } });
    expect(await setting.ledger.tables()).toEqual(before);
  });
});

describe('messages from another extension', () => {
  test.for([...COMMANDS, batchOf(recordOf({ message: 'from a stranger' })), { type: 'capture.page', wire: 1 }])(
    'are refused: $type',
    async (message) => {
      const { browser, ledger } = setting;
      const before = await ledger.tables();
      const stranger = await browser.openAddress(`${OTHER_ORIGIN[browser.name]}stranger.html`);
      const id = inject('browserName') === 'chromium' ? CHROMIUM_ID : GECKO_ID;
      const sent = await sendFrom(stranger, id, message);
      await stranger.close();
      if (sent.refused === undefined) expect(sent.answer).toMatchObject({ failure: {} });
      else expect(sent.refused).toMatch(/Could not establish connection|Receiving end does not exist/);
      expect(await ledger.tables()).toEqual(before);
    },
  );
});

describe('a page that plays the extension’s own part', () => {
  test('has nothing stored but its real error', async () => {
    const { browser, ledger, site } = setting;
    const page = await browser.newPage();
    await page.goto(`${site.origin}/pages/forger.html?${Object.values(CHANNEL).join(',')}`);
    const real = 'the forger is captured like everybody else';
    const data = await ledger.until('the real error', ({ cm_error_logs: rows }) =>
      rows.some(({ message }) => message === real),
    );
    const there = data.cm_error_logs.filter(({ metadata }) => metadata.url.includes('/pages/forger.html'));
    expect(there.map(({ message }) => message)).toEqual([real]);
    expect(data.cm_error_logs.filter(({ message }) => message === 'forged by the page')).toEqual([]);
  });
});
