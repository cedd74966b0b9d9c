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
  keys: KeyInput[];
  /** Selector of what is clicked after the keys. */
  click?: string;
}

/** What opens on top of a screen, by name: the screen, and what leads there. */
export function states({ data }: Seeded): Record<string, State> {
  const [ticket] = data.cm_support_tickets;
  const page = `dashboard.html#/tickets/${ticket?.id}`;
  const dialogs = { status: 's', resolve: 'r', close: 'x', assign: 'a', priority: 'p', category: 'l' } as const;
  const longer = { snooze: 'z', merge: 'm', notify: 'n', correction: 'f', shortcuts: '?' } as const;
  const opened = Object.entries({ ...dialogs, ...longer }).map(
    ([name, key]) => [`dialog: ${name}`, { path: page, keys: [key] }] as const,
  );
  return {
    ...Object.fromEntries(opened),
    'dialog: new ticket': { path: 'dashboard.html#/tickets', keys: ['n'] },
    'command palette': { path: 'dashboard.html#/tickets', keys: [], click: '.bar-end button' },
    'selected tickets': { path: 'dashboard.html#/tickets', keys: ['j', 'x'] },
  };
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
