import { describe, expect, it, vi } from 'vitest';
import { MessageError } from '../../src/messages/message-error.ts';
import { createRouter, type Handlers } from '../../src/messages/router.ts';
import type { Sender } from '../../src/messages/sender.ts';
import { LIMITS, WIRE_VERSION } from '../../src/relay/wire.ts';
import { ownPage, relay, SELF } from './senders.ts';

const PAGE_SHOWN = { type: 'capture.page', wire: WIRE_VERSION };
const BATCH = {
  type: 'capture.batch',
  wire: WIRE_VERSION,
  records: [{ id: 'a' }],
  title: 'T',
  dropped: 2,
  crumbs: [{ at: 1 }],
};
const SAVE = { type: 'settings.save', key: 'threshold', value: 2 };

function setup(change: Partial<Handlers> = {}) {
  const handlers = {
    'capture.batch': vi.fn(async () => ({ done: ['a'] })),
    'capture.page': vi.fn(async () => null),
    'consent.set': vi.fn(async () => null),
    'data.import': vi.fn(async () => ({ added: 0, updated: 0, kept: 0, refused: [] })),
    'mail.test': vi.fn(async () => null),
    'mail.allow': vi.fn(async () => null),
    'template.save': vi.fn(async () => null),
    'template.restore': vi.fn(async () => null),
    'data.erase': vi.fn(async () => null),
    'mail.health': vi.fn(async () => ({ state: 'silent' as const })),
    'masking.preview': vi.fn(),
    'ignore.preview': vi.fn(),
    'monitoring.sweep': vi.fn(async () => ({ closed: [], woken: [] })),
    'monitoring.resume': vi.fn(async () => ({ active: 0 })),
    'settings.save': vi.fn(async () => null),
    'system.status': vi.fn(async () => null),
    'system.error': vi.fn(async () => ({ ticket: null, ignored_by: null })),
    'system.ticket': vi.fn(),
    'system.reinit': vi.fn(async () => null),
    'system.test': vi.fn(async () => ({ steps: [] })),
    'site.add': vi.fn(async () => ({ id: 'x', isNew: true })),
    'site.test-account': vi.fn(async () => ({ value: null, refused: 'empty' })),
    'site.test-release': vi.fn(async () => ({ value: null, refused: 'empty' })),
    'site.update': vi.fn(async () => null),
    'ticket.command': vi.fn(),
    'ticket.create': vi.fn(),
    'ticket.report': vi.fn(),
    'attachment.add': vi.fn(async () => null),
    'attachment.remove': vi.fn(async () => null),
    'error.resolve': vi.fn(async () => ({ ticket: null })),
    'corrections.log': vi.fn(async () => ({ rows: [] })),
    'team.join': vi.fn(async () => ({ role: 'agent' as const })),
    'team.code': vi.fn(async () => null),
    'team.test': vi.fn(),
    'team.leave': vi.fn(async () => null),
    'team.sync': vi.fn(async () => null),
    'team.news': vi.fn(async () => null),
    'team.token': vi.fn(async () => ({ token: null })),
    'team.refused': vi.fn(async () => null),
    ...change,
  } satisfies Handlers;
  const onFailure = vi.fn();
  return { handlers, onFailure, route: createRouter(handlers, { self: SELF, onFailure }) };
}

function failure(code: string): unknown {
  return { failure: { code, detail: expect.any(String) } };
}

describe('who may send what', () => {
  const STRANGERS: [string, Sender][] = [
    ['another extension', relay({ id: 'other-id' })],
    ['another extension that calls itself our page', ownPage('dashboard.html', { id: 'other-id' })],
    ['nobody', {}],
    ['a sender without address', relay({ url: undefined })],
    ['a content script without tab', relay({ tab: undefined })],
    ['a content script in a tab that is none', relay({ tab: { id: -1 } })],
    ['an address that only begins like ours', ownPage('', { url: 'chrome-extension://vigie-id.evil/x.html' })],
    ['a web page with our address but its own origin', ownPage('dashboard.html', { origin: 'https://evil.example' })],
    ['a web page with our origin but its own address', relay({ origin: 'chrome-extension://vigie-id' })],
  ];

  it.each(STRANGERS)('refuses %s whatever it sends', async (_name, sender) => {
    const { route, handlers } = setup();
    for (const message of [PAGE_SHOWN, BATCH, SAVE]) expect(await route(message, sender)).toEqual(failure('forbidden'));
    for (const handler of Object.values(handlers)) expect(handler).not.toHaveBeenCalled();
  });

  it('hands capture messages of a relay to their handler, with the sender', async () => {
    const { route, handlers } = setup();
    expect(await route(BATCH, relay())).toEqual({ done: ['a'] });
    expect(handlers['capture.batch']).toHaveBeenCalledWith(BATCH, relay());
    expect(await route(PAGE_SHOWN, relay({ url: 'about:blank', origin: undefined }))).toBeNull();
  });

  it('lets own pages send commands, in a tab or in the popup, with or without the browser naming the origin', async () => {
    const { route, handlers } = setup();
    expect(await route(SAVE, ownPage())).toBeNull();
    expect(await route(SAVE, ownPage('popup.html', { tab: undefined, frameId: undefined }))).toBeNull();
    expect(await route(SAVE, ownPage('options.html', { origin: undefined }))).toBeNull();
    expect(handlers['settings.save']).toHaveBeenCalledTimes(3);
  });

  it('refuses commands from pages and capture messages from own pages', async () => {
    const { route, handlers } = setup();
    expect(await route(SAVE, relay())).toEqual(failure('forbidden'));
    expect(await route({ type: 'data.import', tables: {}, last: true }, relay())).toEqual(failure('forbidden'));
    expect(await route(BATCH, ownPage())).toEqual(failure('forbidden'));
    for (const handler of Object.values(handlers)) expect(handler).not.toHaveBeenCalled();
  });
});

describe('what is let in', () => {
  const NOT_OURS = [
    undefined,
    null,
    7,
    'capture.batch',
    [],
    {},
    { type: 7 },
    { type: 'toString' },
    { type: '__proto__' },
  ];

  it.each(NOT_OURS)('answers a failure to %j', async (message) => {
    const { route } = setup();
    expect(await route(message, relay())).toEqual(failure('unknown-message'));
    expect(await route(message, ownPage())).toEqual(failure('unknown-message'));
  });

  const MALFORMED: [string, unknown, Sender][] = [
    ['a batch without records', { ...BATCH, records: undefined }, relay()],
    ['records that are no list', { ...BATCH, records: 'x' }, relay()],
    ['more records than a batch may hold', { ...BATCH, records: Array(LIMITS.batch + 1).fill(0) }, relay()],
    ['a version that is no number', { ...BATCH, wire: '1' }, relay()],
    ['a setting without key', { type: 'settings.save', value: 1 }, ownPage()],
    ['a site change with an unknown part', { type: 'site.update', id: 'x', patterns: ['<all_urls>'] }, ownPage()],
    ['an import whose table is no list', { type: 'data.import', tables: { a: {} }, last: true }, ownPage()],
  ];

  it.each(MALFORMED)('refuses %s', async (_name, message, sender) => {
    const { route, handlers } = setup();
    expect(await route(message, sender)).toEqual(failure('malformed'));
    for (const handler of Object.values(handlers)) expect(handler).not.toHaveBeenCalled();
  });

  it('replaces a title, a drop count and breadcrumbs that make no sense rather than refusing the batch', async () => {
    const { route, handlers } = setup();
    await route({ ...BATCH, title: 5, dropped: -1, crumbs: 'none' }, relay());
    expect(handlers['capture.batch']).toHaveBeenCalledWith({ ...BATCH, title: '', dropped: 0, crumbs: [] }, relay());
  });

  it('refuses 5 MB from a page, in one text, in many parts, in keys, in nesting and in a cycle', async () => {
    const { route, handlers } = setup();
    const cycle: unknown[] = [];
    cycle.push(cycle);
    let deep: unknown = 0;
    for (let level = 0; level < 300_000; level += 1) deep = [deep];
    const records = [
      ['x'.repeat(5_000_000)],
      Array.from({ length: 50 }, () => ({ message: 'x'.repeat(100_000) })),
      [{ ['k'.repeat(5_000_000)]: 1 }],
      [Array(5_000_000).fill(0)],
      [deep],
      cycle,
    ];
    for (const list of records) expect(await route({ ...BATCH, records: list }, relay())).toEqual(failure('too-large'));
    expect(handlers['capture.batch']).not.toHaveBeenCalled();
  });

  it('lets in whatever an honest relay measured as small enough', async () => {
    const { route } = setup();
    const record = { message: 'é'.repeat(LIMITS.batchBytes - JSON.stringify({ message: '' }).length) };
    expect(JSON.stringify(record)).toHaveLength(LIMITS.batchBytes);
    const batch = { ...BATCH, records: [record], title: 'T'.repeat(LIMITS.title) };
    expect(await route(batch, relay())).toEqual({ done: ['a'] });
  });
});

describe('what goes wrong', () => {
  it('passes a refusal on with its code, and tells nobody', async () => {
    const refuse = vi.fn(async () => Promise.reject(new MessageError('invalid-setting', 'threshold: must be ≥ 1')));
    const { route, onFailure } = setup({ 'settings.save': refuse });
    expect(await route(SAVE, ownPage())).toEqual({
      failure: { code: 'invalid-setting', detail: 'threshold: must be ≥ 1' },
    });
    expect(onFailure).not.toHaveBeenCalled();
  });

  it('turns any other error into a failure and reports it', async () => {
    const broken = new TypeError('row is undefined');
    const { route, onFailure } = setup({
      'settings.save': () => {
        throw broken;
      },
    });
    expect(await route(SAVE, ownPage())).toEqual({
      failure: { code: 'internal', detail: 'TypeError: row is undefined' },
    });
    expect(onFailure).toHaveBeenCalledWith('settings.save', broken);
  });
});
