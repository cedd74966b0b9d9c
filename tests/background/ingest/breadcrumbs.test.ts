import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readBreadcrumbs } from '../../../src/background/ingest/breadcrumbs.ts';
import { SELECTOR_SEPARATOR } from '../../../src/core/redact/redact-row.ts';
import { LIMITS } from '../../../src/relay/wire.ts';
import { FakeProfile } from '../harness.ts';
import { batchOf, wireRecord } from '../records.ts';

const T0 = Date.UTC(2026, 1, 7, 12);
const crumb = (kind: string, text: string, at: unknown = T0) => ({ kind, text, at });
const textsOf = (...raw: unknown[]): string[] => readBreadcrumbs(raw).map(({ text }) => text);

describe('readBreadcrumbs', () => {
  it('makes a selector of what was clicked, outermost first', () => {
    const [selector = ''] = textsOf(
      crumb('click', 'button\tsave\tbig red wide\tgo\tsubmit\tswitch\nform\t\tpay\t\t\t\nmain\t\t\t\t\t\n'),
    );
    expect(selector.replaceAll(SELECTOR_SEPARATOR, '')).toBe(
      'main > form.pay > button#save.big.red[name="go"][type="submit"][role="switch"]',
    );
  });

  it('names requests with what is known of them', () => {
    const texts = ['404 12.4 https://a.example/x', '0 7 https://a.example/y', 'undefined 3 https://a.example/z', 'odd'];
    expect(textsOf(...texts.map((text) => crumb('request', text)))).toEqual([
      '404 12 ms https://a.example/x',
      '7 ms https://a.example/y',
      '3 ms https://a.example/z',
    ]);
  });

  it('puts them in the order of their times, in whatever form these come', () => {
    const late = new Date(T0 + 5).toISOString();
    expect(readBreadcrumbs([crumb('navigation', 'b', late), crumb('navigation', 'a', T0)])).toEqual([
      { at: new Date(T0).toISOString(), kind: 'navigation', text: 'a' },
      { at: late, kind: 'navigation', text: 'b' },
    ]);
  });

  it.each([
    null,
    7,
    {},
    crumb('typed', 'x'),
    crumb('click', 'x', 'now'),
    crumb('click', 'x', 1e300),
    { kind: 'click' },
  ])('leaves out %j', (raw) => {
    expect(readBreadcrumbs([raw])).toEqual([]);
  });

  it('reads the arguments of a console call wherever they were cut', () => {
    const chain = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(chain, fc.nat(LIMITS.crumb), (args, length) => {
        const first = args.reduceRight<object | null>((next, text) => ({ text, next }), null);
        const [text = ''] = textsOf(crumb('console', JSON.stringify(first).slice(0, length)));
        const whole = args.join('\u001F').replaceAll(/\p{Surrogate}|\0/gu, '\uFFFD');
        expect(whole.startsWith(text.replace(/\uFFFD?…*$/, ''))).toBe(true);
      }),
    );
  });
});

describe('an occurrence', () => {
  let profile: FakeProfile;
  beforeEach(() => {
    profile = new FakeProfile();
  });

  it("keeps nothing of a secret that a crumb's length cut in two", async () => {
    const record = wireRecord();
    const before = `{"text":"loaded ${'.'.repeat(LIMITS.crumb - 36)} `;
    const secret = 'q7Zp2LxV9tRm4KcWb8YhN3sJd6FgT1uE';
    const cut = (before + secret).slice(0, LIMITS.crumb);
    expect(cut).toMatch(/ q7Zp2LxV9t\w+$/);
    await profile.fromPage(batchOf([record], { crumbs: [crumb('console', cut, Date.parse(record.timestamp) - 1)] }));
    const [row] = await profile.db.cm_error_logs.toArray();
    expect(row?.metadata.breadcrumbs?.[0]?.text).toBe(`loaded ${'.'.repeat(LIMITS.crumb - 36)} [redacted]…`);
  });

  it('is stored with what led to it, redacted, and with nothing that came after', async () => {
    const record = wireRecord();
    const at = Date.parse(record.timestamp);
    const crumbs = [
      crumb('console', '{"text":"password","next":{"text":"hunter2","next":null}}', at - 2),
      crumb('navigation', 'https://shop.example/?token=abcdef', at - 1),
      crumb('console', '{"text":"itself"}', record.timestamp),
      crumb('click', 'a\tlater\t\t\t\t\n', at + 1),
    ];
    await profile.fromPage(batchOf([record], { crumbs }));
    const [row] = await profile.db.cm_error_logs.toArray();
    expect(row?.metadata.breadcrumbs).toEqual([
      { at: new Date(at - 2).toISOString(), kind: 'console', text: 'password [redacted]' },
      { at: new Date(at - 1).toISOString(), kind: 'navigation', text: 'https://shop.example/?token=[redacted]' },
    ]);
  });

  it('has none without, and in a storm only the first rows of a message have them', async () => {
    const records = Array.from({ length: 20 }, (_, i) =>
      wireRecord({ message: `Uncaught Error: ${'abcdefghijklmnopqrst'[i]}` }),
    );
    await profile.fromPage(batchOf(records, { crumbs: [crumb('navigation', 'https://shop.example/', 1)] }));
    await profile.fromPage(batchOf([wireRecord()]));
    const rows = await profile.db.cm_error_logs.toArray();
    expect(rows).toHaveLength(21);
    expect(rows.filter(({ metadata }) => metadata.breadcrumbs !== undefined)).toHaveLength(5);
  });

  it('is delivered again with the id that its relay gave it, whatever that is', async () => {
    const record = { ...wireRecord(), id: '1770465600000-0.5234' };
    expect(await profile.fromPage(batchOf([record]))).toEqual({ done: [record.id] });
    await profile.fromPage(batchOf([record]));
    const rows = await profile.db.cm_error_logs.toArray();
    expect(rows.map(({ id }) => id)).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });
});
