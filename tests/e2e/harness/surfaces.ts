import type { KeyInput, Page } from 'puppeteer-core';
import type { Language } from '../../../src/platform/i18n.ts';
import { commonTexts } from '../../../src/platform/texts/common.ts';
import { screenText } from './screens.ts';
import type { Seeded } from './seed.ts';
import type { Setting } from './setting.ts';
import { until } from './until.ts';

/** Every surface of the extension, by name, as the path of a page. */
export function surfaces({ tab, data }: Seeded): Record<string, string> {
  const [ticket] = data.cm_support_tickets;
  const [row] = data.cm_error_logs;
  return {
    popup: `popup.html?tab=${tab}`,
    'popup without a tab': 'popup.html?tab=999999',
    monitoring: 'dashboard.html#/monitoring',
    'monitoring without a match': 'dashboard.html#/monitoring?q=nothing-is-called-so',
    error: `dashboard.html#/monitoring/${row?.id}`,
    'monitoring by type': 'dashboard.html#/monitoring?group=type&state=all',
    tickets: 'dashboard.html#/tickets',
    ticket: `dashboard.html#/tickets/${ticket?.id}`,
    'unknown ticket': 'dashboard.html#/tickets/V-000000',
    statistics: 'dashboard.html#/statistics',
    'tickets by the end of their watch': 'dashboard.html#/tickets?sort=monitoring',
    'ignored errors': 'dashboard.html#/monitoring?ignored=1',
    diagnostic: 'dashboard.html#/diagnostic',
    'unknown screen': 'dashboard.html#/nowhere',
    options: 'options.html',
    welcome: 'welcome.html',
    'self-test': 'self-test.html',
  };
}

interface State {
  path: string;
  keys?: KeyInput[];
  /** Selectors of what is clicked after the keys, one after another. */
  clicks?: string[];
  /** What is typed then, where the focus is. */
  typed?: string;
  /** Selector of what shows that it has come to it; default: a dialog. */
  shown?: string;
}

/** What a screen can come to by its own controls, by name: the screen, and what leads there. */
export function states(seeded: Seeded): Record<string, State> {
  return { ...ticketStates(seeded), ...listStates(seeded), ...popupStates(seeded) };
}

function ticketStates({ data }: Seeded): Record<string, State> {
  const [ticket] = data.cm_support_tickets;
  const path = `dashboard.html#/tickets/${ticket?.id}`;
  const dialogs = { status: 's', resolve: 'r', close: 'x', assign: 'a', priority: 'p', category: 'l' } as const;
  const longer = { snooze: 'z', merge: 'm', notify: 'n', correction: 'f', shortcuts: '?' } as const;
  const opened = Object.entries({ ...dialogs, ...longer }).map(
    ([name, key]) => [`dialog: ${name}`, { path, keys: [key] }] as const,
  );
  return {
    ...Object.fromEntries(opened),
    'dialog: merge, with tickets found': { path, keys: ['m'], typed: 'W', shown: 'dialog .choice' },
    'dialog: a refused answer': {
      path,
      keys: ['x'],
      clicks: ['dialog [type=submit]'],
      shown: 'dialog [role=alert] .field-error',
    },
  };
}

function listStates({ data }: Seeded): Record<string, State> {
  const tickets = 'dashboard.html#/tickets';
  const palette = '.bar-end button';
  const [row] = data.cm_error_logs;
  return {
    'dialog: new ticket': { path: tickets, keys: ['n'] },
    'dialog: save a view': { path: `${tickets}?priority=haute`, clicks: ['div.views > button'] },
    'dialog: change several': { path: tickets, keys: ['j', 'x'], clicks: ['.bulk button'] },
    'dialog: ignore an error of the list': {
      path: 'dashboard.html#/monitoring',
      clicks: ['.row-actions button:last-of-type'],
      shown: 'dialog form',
    },
    'ignore errors like this': {
      path: `dashboard.html#/monitoring/${row?.id}`,
      clicks: ['#ignore-like-this'],
      shown: '.card form',
    },
    'command palette': { path: tickets, clicks: [palette] },
    'command palette, with tickets and errors found': {
      path: tickets,
      clicks: [palette],
      typed: 'W',
      shown: '.palette-option .captured-line',
    },
    'selected tickets': { path: tickets, keys: ['j', 'x'], shown: '.row-check:checked' },
    'dialog: erase everything': { path: 'options.html', clicks: ['#data [data-kind=danger]'] },
    'a site that is no address': {
      path: 'options.html',
      clicks: ['#sites form input'],
      typed: 'no address\n',
      shown: '#sites .field-error',
    },
  };
}

function popupStates({ tab }: Seeded): Record<string, State> {
  const path = `popup.html?tab=${tab}`;
  return {
    'report by hand': { path, keys: ['n'], shown: 'main form' },
    'dialog: ignore an error of the popup': { path, keys: ['j', 'i'], shown: 'dialog form' },
    // Last: it changes what it is about.
    'an action that can be undone': { path, keys: ['j', 'r'], shown: '.toast button' },
  };
}

/** Opens a surface and brings it to this state. */
export async function openState(setting: Setting, { path, keys = [], clicks = [], typed, shown }: State) {
  const page = await openSurface(setting, path);
  await page.bringToFront();
  // Keys are shown once they work.
  if (keys.length > 0) await page.waitForSelector('.kbd');
  for (const key of keys) await page.keyboard.press(key);
  for (const selector of clicks) {
    const control = await page.waitForSelector(selector);
    await control?.click();
  }
  if (typed !== undefined) await page.keyboard.type(typed);
  await page.waitForSelector(shown ?? 'dialog[open]');
  return page;
}

/** Opens a surface and waits until nothing on it is loading. */
export async function openSurface({ browser }: Setting, path: string, language: Language = 'en'): Promise<Page> {
  const page = await browser.openExtensionPage(path);
  await until(`${path} is ready`, async () => {
    const text = await screenText(page);
    return text !== '' && !text.includes(commonTexts.loading[language]);
  });
  return page;
}

/** Unfolds everything that is folded. */
export async function unfold(page: Page): Promise<void> {
  await page.$$eval('details', (folds) => {
    for (const fold of folds) fold.open = true;
  });
}

/** Sends a message as our own pages do; its answer as JSON. */
export async function send({ ledger }: Setting, message: { type: string }): Promise<string> {
  const page = await ledger.extensionPage();
  return page.evaluate(async (sent) => JSON.stringify(await chrome.runtime.sendMessage(sent)), message);
}

/** Saves a setting as the options page does. */
export async function saveSetting(setting: Setting, key: string, value: unknown): Promise<void> {
  const message = { type: 'settings.save', key, value };
  const answer = await send(setting, message);
  if (answer !== 'null') throw new Error(`the setting was refused: ${answer}`);
}
