import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traces } from '../../core/redact/places.ts';
import { LONG_SEEDS } from '../../core/redact/seeds.ts';
import { type Crumb, MAX_CRUMB, MAX_TITLE } from '../../../src/relay/wire.ts';
import { FakeProfile } from '../harness.ts';
import { at, batchOf, newId } from '../records.ts';

/** Of each kind. */
const RUNS = process.env['VIGIE_FULL'] ? 20 : 2;
const SITE = 'http://localhost:3000';

const encoded = encodeURIComponent;

/** A record as the page's world makes it, with a stack that begins as Chromium's do. */
function hooked(kind: string, message: string, change: object) {
  return {
    id: newId(),
    timestamp: Date.parse(at(-1_000)),
    kind,
    message,
    name: '',
    stack: `Error: ${message}\n    at pay (${SITE}/pay.js:12:7)`,
    ofCall: false,
    source: `${SITE}/pay.js`,
    line: 12,
    column: 7,
    count: 1,
    suppressed: 0,
    age: 0,
    template: false,
    args: null,
    causes: null,
    http: null,
    ...change,
  };
}

function chain(texts: string[]): object | null {
  return texts.reduceRight<object | null>((next, text) => ({ text, next }), null);
}

function causes(texts: string[]): object | null {
  return texts.reduceRight<object | null>(
    (next, message) => ({ name: 'Error', message, stack: `Error: ${message}\n    at ${SITE}/pay.js:3:1`, next }),
    null,
  );
}

function logged(...texts: string[]) {
  return hooked('console_error', texts.join(' '), { ofCall: true, template: true, args: chain(texts) });
}

/** Everything that a page can say of a secret in one batch. */
function told(text: string) {
  const object = JSON.stringify({ detail: text, list: [text], headers: { authorization: encoded(text) } });
  const url = `/status/404/${encoded(text)}?key=${encoded(text)}#${encoded(text)}`;
  const http = { method: 'GET', url, base: `${SITE}/`, status: 404, duration_ms: 3, error: text };
  const records = [
    logged('logged', text, object),
    hooked('js_error', `Uncaught TypeError: thrown: ${text}`, { name: 'TypeError', causes: causes([text, object]) }),
    hooked('unhandled_rejection', JSON.stringify({ reason: 'rejected', detail: text }), { stack: '', source: '' }),
    hooked('http_error', '', { http, ofCall: true }),
  ];
  const element = ['button', text, encoded(text), text, text, text].join('\t');
  const crumbs: Crumb[] = (
    [
      { kind: 'click', text: `${element}\n${element}\n` },
      { kind: 'navigation', text: `${SITE}/?from=${encoded(text)}#to=${encoded(text)}` },
      { kind: 'console', text: JSON.stringify(chain(['logged', text, object])) },
      { kind: 'request', text: `404 3 ${SITE}${url}` },
    ] as const
  ).map(({ kind, text: said }) => ({ kind, text: said.slice(0, MAX_CRUMB), at: Date.parse(at(-2_000)) }));
  return { records, crumbs, title: `Order ${text}`.slice(0, MAX_TITLE) };
}

/** All that the database holds. */
async function everythingStored({ db }: FakeProfile): Promise<string> {
  const tables = db.tables.map(async (table) => [await table.toCollection().primaryKeys(), await table.toArray()]);
  return JSON.stringify(await Promise.all(tables));
}

describe.each(LONG_SEEDS)('%s', (_kind, seeds) => {
  it('is told everywhere by a page, and stored nowhere', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async ({ secret, text }) => {
        const profile = new FakeProfile();
        const { records, crumbs, title } = told(text);
        const url = `${SITE}/pay?from=${encoded(text)}#to=${encoded(text)}`;
        await profile.fromPage(batchOf(records, { crumbs, title }), { url, tab: { id: 7, url } });
        const stored = await everythingStored(profile);
        expect(await profile.db.cm_error_logs.count()).toBe(records.length);
        expect(traces(secret).filter((trace) => stored.includes(trace))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
