import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startBackground } from '../../src/background/start.ts';
import type { Sender } from '../../src/messages/sender.ts';
import { consentOf } from '../../src/storage/consent.ts';
import { VigieDatabase } from '../../src/storage/database.ts';
import { ownFailures } from '../../src/storage/own-failures.ts';
import { lockedSettings } from '../../src/storage/policy.ts';
import { batchOf, wireRecord } from './records.ts';
import { LOOPBACK } from './sites/fake-capture-port.ts';

type Listener = (...args: unknown[]) => unknown;

const EVENTS = {
  message: fakeBrowser.runtime.onMessage,
  installed: fakeBrowser.runtime.onInstalled,
  startup: fakeBrowser.runtime.onStartup,
  alarm: fakeBrowser.alarms.onAlarm,
  stored: fakeBrowser.storage.onChanged,
  tabClosed: fakeBrowser.tabs.onRemoved,
  granted: fakeBrowser.permissions.onAdded,
  revoked: fakeBrowser.permissions.onRemoved,
  redirected: fakeBrowser.webRequest.onBeforeRedirect,
  answered: fakeBrowser.webRequest.onResponseStarted,
  broke: fakeBrowser.webRequest.onErrorOccurred,
};

const listeners: Partial<Record<keyof typeof EVENTS, Listener>> = {};
const action = { setBadgeText: vi.fn(), setBadgeBackgroundColor: vi.fn(), setBadgeTextColor: vi.fn() };
const scripting = {
  getRegisteredContentScripts: vi.fn(),
  registerContentScripts: vi.fn(),
  updateContentScripts: vi.fn(),
  unregisterContentScripts: vi.fn(),
  executeScript: vi.fn(),
};
const permissions = { getAll: vi.fn() };
const tabs = { query: vi.fn() };
const SHOP = 'https://shop.example/*';
const PAGE: Sender = {
  id: fakeBrowser.runtime.id,
  url: 'https://shop.example/cart',
  origin: 'https://shop.example',
  frameId: 0,
  tab: { id: 5, url: 'https://shop.example/cart' },
};

const ownErrors: Record<string, Listener> = {};

beforeEach(async () => {
  vi.stubGlobal('addEventListener', (type: string, listener: Listener) => {
    ownErrors[type] = listener;
  });
  for (const [name, event] of Object.entries(EVENTS)) {
    vi.spyOn(event, 'addListener').mockImplementation((listener: Listener) => {
      Object.assign(listeners, { [name]: listener });
    });
    vi.spyOn(event, 'removeListener').mockImplementation(() => {
      Reflect.deleteProperty(listeners, name);
    });
  }
  for (const mock of [...Object.values(action), ...Object.values(scripting)]) mock.mockReset().mockResolvedValue(null);
  scripting.getRegisteredContentScripts.mockResolvedValue([]);
  permissions.getAll.mockReset().mockResolvedValue({ origins: ['http://localhost/*', SHOP] });
  tabs.query.mockReset().mockResolvedValue([{ id: 5 }, {}]);
  Object.assign(fakeBrowser.action, action);
  Object.assign(fakeBrowser.scripting, scripting);
  Object.assign(fakeBrowser.permissions, permissions);
  Object.assign(fakeBrowser.tabs, tabs);
  await fakeBrowser.storage.managed.set({ consent: true });
  fakeBrowser.runtime.getManifest = () => ({
    manifest_version: 3,
    name: 'Vigie',
    version: '1',
    content_scripts: [{ matches: LOOPBACK }],
  });
  // A profile of its own for each test.
  Dexie.dependencies.indexedDB = new IDBFactory();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const name of Object.keys(listeners)) Reflect.deleteProperty(listeners, name);
  fakeBrowser.reset();
});

/** Waits for what an event set going. */
function settled(check: () => unknown): Promise<void> {
  return vi.waitFor(async () => {
    await check();
  });
}

describe('startBackground', () => {
  it('listens to everything before it returns', () => {
    startBackground();
    expect(Object.keys(listeners).toSorted()).toEqual(Object.keys(EVENTS).toSorted());
  });

  it('hears of no request once it has read that nobody wants to know', async () => {
    await fakeBrowser.storage.managed.set({ consent: false });
    startBackground();
    expect(listeners.broke).toBeDefined();
    await settled(() =>
      expect([listeners.redirected, listeners.answered, listeners.broke]).toEqual([undefined, undefined, undefined]),
    );
  });

  it('takes a policy that comes after the installation, as Chromium hands it over', async () => {
    await fakeBrowser.storage.managed.clear();
    startBackground();
    const record = wireRecord();
    await listeners.message?.(batchOf([record]), PAGE);
    const db = new VigieDatabase();
    expect(await db.cm_error_logs.count()).toBe(0);

    await fakeBrowser.storage.managed.set({ consent: true, locked: ['tickets'] });
    listeners.stored?.({}, 'managed');
    await settled(async () => expect(await lockedSettings(db)).toEqual(['tickets']));
    expect((await consentOf(db)).capture?.by).toBe('policy');
    await listeners.message?.(batchOf([record]), PAGE);
    expect(await db.cm_error_logs.count()).toBe(1);
  });

  it('takes an error from a page to the database and to the icon', async () => {
    startBackground();
    const record = wireRecord();
    expect(await listeners.message?.(batchOf([record]), PAGE)).toEqual({ done: [record.id] });
    const db = new VigieDatabase();
    expect(await db.cm_error_logs.get(record.id)).toMatchObject({ error_type: 'js_error' });
    expect(await fakeBrowser.storage.session.get(null)).toEqual({ session: true });
    expect(action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 5, text: '1' });
    expect(action.setBadgeTextColor).toHaveBeenLastCalledWith({ tabId: 5, color: '#ffffff' });
    listeners.tabClosed?.(5);
    await settled(async () => expect(await db.tab_pages.count()).toBe(0));
  });

  it('puts the scripts in order at every start, and into uncovered frames of open tabs after installation and grants', async () => {
    // Frame 0 has a relay already; frame 7 has none.
    scripting.executeScript.mockImplementation(async (injection: object) =>
      'func' in injection ? [{ frameId: 0, result: true }, { frameId: 7 }] : [],
    );
    startBackground();
    await settled(() => expect(scripting.registerContentScripts).toHaveBeenCalledTimes(1));
    expect(scripting.executeScript).not.toHaveBeenCalled();
    for (const event of [() => listeners.installed?.({}), () => listeners.granted?.({ origins: [SHOP] })]) {
      scripting.executeScript.mockClear();
      event();
      await settled(() => expect(scripting.executeScript).toHaveBeenCalledTimes(4));
      const calls = scripting.executeScript.mock.calls;
      const everywhere = { target: { tabId: 5, allFrames: true }, injectImmediately: true };
      const uncovered = { target: { tabId: 5, frameIds: [7] }, injectImmediately: true };
      const asks = { func: expect.any(Function) };
      expect(calls.map(([injection]) => injection)).toEqual([
        // How loud may capture be, before it is there.
        { ...everywhere, ...asks, args: [false, ''] },
        // Which frames have a relay?
        { ...everywhere, ...asks },
        // A frame that has one has both.
        { ...uncovered, files: ['capture.js'], world: 'MAIN' },
        { ...uncovered, files: ['relay.js'], world: 'ISOLATED' },
      ]);
    }
    expect(tabs.query).toHaveBeenLastCalledWith({ url: [SHOP], discarded: false });
  });

  it('takes the scripts away with the grant', async () => {
    startBackground();
    await settled(() => expect(scripting.registerContentScripts).toHaveBeenCalled());
    const registered = scripting.registerContentScripts.mock.calls[0]?.[0];
    scripting.getRegisteredContentScripts.mockResolvedValue(registered);
    permissions.getAll.mockResolvedValue({ origins: ['http://localhost/*'] });
    listeners.revoked?.({ origins: [SHOP] });
    await settled(() =>
      expect(scripting.unregisterContentScripts).toHaveBeenCalledWith({ ids: ['vigie-relay', 'vigie-capture'] }),
    );
  });

  it('writes down its own errors that nobody caught', async () => {
    startBackground();
    ownErrors['error']?.({ error: new TypeError('row is undefined') });
    ownErrors['unhandledrejection']?.({ reason: new RangeError('forgotten') });
    const db = new VigieDatabase();
    await settled(async () => {
      const failures = await ownFailures(db);
      expect(failures.map(({ where, detail }) => `${where}: ${detail}`)).toEqual([
        'rejection: forgotten',
        'error: row is undefined',
      ]);
    });
  });

  it('writes down what fails where nobody is told', async () => {
    permissions.getAll.mockRejectedValue(new Error('permissions are not available'));
    startBackground();
    listeners.installed?.({});
    const db = new VigieDatabase();
    await settled(async () => {
      const failures = await ownFailures(db);
      expect(failures.map(({ where }) => where).toSorted()).toEqual(['installed', 'start']);
      expect(failures[0]?.detail).toBe('permissions are not available');
    });
  });
});
