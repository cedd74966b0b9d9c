import { parseManaged } from '../core/managed.ts';
import { createRouter } from '../messages/router.ts';
import type { Self } from '../messages/sender.ts';
import { browserLanguage } from '../platform/browser-language.ts';
import { browser } from '../platform/browser.ts';
import { readManagedStorage } from '../platform/managed.ts';
import { VigieDatabase } from '../storage/database.ts';
import { addOwnFailures } from '../storage/own-failures.ts';
import { createBrowserPageReader } from './account/browser-page-reader.ts';
import type { SessionStore } from './account/kept-readings.ts';
import { createBackground, type Background } from './background.ts';
import { createBrowserAlertPort, listenForAlertClicks } from './alerts/browser-alert-port.ts';
import { createBrowserBadgePort } from './browser-badge-port.ts';
import { createFailureLog } from './failure-log.ts';
import type { BrowserName } from '../core/occurrence.ts';
import { browserFacts } from './ingest/browser-facts.ts';
import { RATE } from './ingest/rate-limit.ts';
import { createBrowserAlarmPort } from './monitoring/browser-alarm-port.ts';
import { SWEEP_ALARM } from './monitoring/monitoring.ts';
import { createBrowserTeamPorts } from './sync/browser-team-ports.ts';
import { SYNC_ALARMS } from './sync/team-sync.ts';
import { createFollower } from './network/follow.ts';
import { createHttpMailPort } from './mail/http-mail-port.ts';
import type { TabFacts } from './network/place.ts';
import { createRequestWatch, type RequestEvents } from './network/request-watch.ts';
import type { SessionMark } from './session.ts';
import { createBrowserCapturePort } from './sites/browser-capture-port.ts';

/**
 * Builds the background and connects it to the browser. Every listener is there when this returns, since the browser delivers the
 * event that woke the worker only to listeners of its first turn; what they need is prepared behind them.
 */
export function startBackground(): void {
  const db = new VigieDatabase();
  const failures = createFailureLog({ write: (list) => addOwnFailures(db, list), now: Date.now });

  function onFailure(where: string, error: unknown): void {
    failures.note(where, error);
    void failures.flush();
  }

  /** Runs what an event asks for; there is nobody else to tell when it fails. */
  async function attempt(where: string, work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => onFailure(where, error));
  }

  const facts = browserFacts(navigator);
  const requests = createRequestWatch(requestEvents(facts.browser), createFollower(facts.browser), (request) => {
    void background.network.failed(request);
  });
  const background = createBackground({
    db,
    badge: createBrowserBadgePort(),
    alarm: createBrowserAlarmPort(),
    capture: createBrowserCapturePort(),
    session: createBrowserSessionMark(),
    browser: facts,
    language: browserLanguage,
    rate: RATE,
    pages: createBrowserPageReader(),
    memory: createBrowserMemory(),
    watchRequests: (wanted) => requests.want(wanted),
    alert: createBrowserAlertPort(),
    tab: tabFacts,
    managed: async () => parseManaged(await readManagedStorage()),
    welcome: openWelcome,
    mail: createHttpMailPort(),
    team: createBrowserTeamPorts(),
    later: (work, delay) => void setTimeout(work, delay),
    now: Date.now,
    newId: () => crypto.randomUUID(),
    onFailure,
  });
  const { sites } = background;
  requests.start();
  browser.runtime.onMessage.addListener(
    createRouter(background.handlers, { self: ourselves(), onFailure, onDone: background.done }),
  );
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void attempt('installed', () => background.installed(reason === 'install'));
  });
  wakeAtStartup();
  browser.alarms.onAlarm.addListener(({ name }) => void attempt('sweep', () => rang(name, background)));
  onPolicy(() => void attempt('policy', () => background.policyChanged()));
  browser.tabs.onRemoved.addListener((tab) => void attempt('tab-closed', () => background.tabClosed(tab)));
  followAlerts(() => void attempt('alerts', async () => openDashboard(await background.alerts.clicked())));
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    requests.restart();
    void attempt('granted', () => sites.granted(origins));
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    void attempt('revoked', () => sites.revoked(origins));
  });
  listenToOwnErrors(onFailure);
  void attempt('start', () => background.woke());
}

/** Chromium begins every answer, whatever its head says. */
function requestEvents(name: BrowserName): RequestEvents {
  const { onBeforeRedirect, onResponseStarted, onErrorOccurred, onHeadersReceived } = browser.webRequest;
  const events = { onBeforeRedirect, onResponseStarted, onErrorOccurred };
  return name === 'firefox' ? { ...events, onHeadersReceived } : events;
}

/** It must only wake the worker, so that scripts and sessions are put in order. */
function wakeAtStartup(): void {
  browser.runtime.onStartup.addListener(() => undefined);
}

function onPolicy(changed: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') changed();
  });
}

function ourselves(): Self {
  return { id: browser.runtime.id, base: browser.runtime.getURL('') };
}

/** Notifications can be allowed at any time; until then the browser has none to listen to. */
function followAlerts(follow: () => void): void {
  listenForAlertClicks(follow);
  browser.permissions.onAdded.addListener(() => listenForAlertClicks(follow));
}

async function rang(alarm: string, background: Background): Promise<void> {
  if (alarm === SWEEP_ALARM) await sweep(background);
  if (SYNC_ALARMS.includes(alarm)) await background.team.exchange();
}

/** Closes what was silent long enough, then tells the people concerned. */
async function sweep({ monitoring, mails, alerts }: Background): Promise<void> {
  await monitoring.rang();
  await Promise.all([mails.deliver(), alerts.tell()]);
}

function listenToOwnErrors(onFailure: (where: string, error: unknown) => void): void {
  addEventListener('error', ({ error }) => onFailure('error', error));
  addEventListener('unhandledrejection', ({ reason }) => onFailure('rejection', reason));
}

async function openDashboard(hash: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`dashboard.html${hash}`) });
}

async function openWelcome(): Promise<void> {
  const url = browser.runtime.getURL('welcome.html');
  try {
    await browser.tabs.create({ url });
  } catch {
    // A policy installs before there is a window.
    await browser.windows.create({ url });
  }
}

async function tabFacts(id: number): Promise<TabFacts | null> {
  try {
    const { url = '', title = '' } = await browser.tabs.get(id);
    return { url, title };
  } catch {
    // Closed meanwhile.
    return null;
  }
}

function createBrowserSessionMark(): SessionMark {
  const key = 'session';
  return {
    isSet: async () => (await browser.storage.session.get(key))[key] === true,
    set: () => browser.storage.session.set({ [key]: true }),
  };
}

function createBrowserMemory(): SessionStore {
  const key = 'readings';
  return {
    load: async () => (await browser.storage.session.get(key))[key],
    save: (value) => browser.storage.session.set({ [key]: value }),
  };
}
