import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, Viewport } from 'puppeteer-core';
import { turnMailsOn } from './mails.ts';
import { LANGUAGES, SCHEMES, chooseLanguage, settle, type Scene } from './screenshots.ts';

/** What there is to see: nothing yet, a worked-in database, one that does not answer, no mail service, a team that does not answer. */
export type ScreenState = 'empty' | 'loaded' | 'error' | 'offline' | 'cut-off';

export interface FullScene extends Omit<Scene, 'page'> {
  errorId: string;
  /** Of the page that the popup is about. */
  tab: number;
}

/** No service answers there: the port is one that nothing may be served at. */
const NOBODY = 'http://127.0.0.1:9';

const WINDOW: Viewport = { width: 1280, height: 800 };
/** Beyond it a picture shows nothing that its beginning does not. */
const HIGHEST = 4_000;
const POPUP: Viewport = { width: 400, height: 600 };

/** Other circumstances, each of which is looked at once. */
const CIRCUMSTANCES = {
  narrow: { viewport: { width: 320, height: 640 }, forced: false },
  'four-k': { viewport: { width: 3840, height: 2160 }, forced: false },
  forced: { viewport: WINDOW, forced: true },
} as const;

function screensOf({ ticketId, errorId, tab }: FullScene): Record<string, string> {
  return {
    popup: `popup.html?tab=${tab}`,
    monitoring: 'dashboard.html#/monitoring',
    error: `dashboard.html#/monitoring/${errorId}`,
    tickets: 'dashboard.html#/tickets',
    ticket: `dashboard.html#/tickets/${ticketId}`,
    statistics: 'dashboard.html#/statistics',
    diagnostic: 'dashboard.html#/diagnostic',
    options: 'options.html',
    welcome: 'welcome.html',
    'self-test': 'self-test.html',
  };
}

/**
 * Saves every screen of a browser in which something went wrong, in every state that it can still come to. Nothing is mailed afterwards.
 * Returns the files' names.
 */
export async function takeEveryScreen(scene: FullScene, folder: string): Promise<string[]> {
  const loaded = await pictureState(scene, 'loaded', folder);
  const odd = await pictureCircumstances(scene, folder);
  const failed = await pictureState(scene, 'error', folder);
  await turnMailsOn(scene.dashboard, NOBODY);
  return [...loaded, ...odd, ...failed, ...(await pictureState(scene, 'offline', folder))];
}

/** Screens that say how the exchange with a team stands. */
const TEAM_SCREENS = ['popup', 'monitoring', 'options'];

/** Saves what there is to see of a team that does not answer. Returns the files' names. */
export function takeCutOff(scene: FullScene, folder: string): Promise<string[]> {
  return pictureState(scene, 'cut-off', folder, TEAM_SCREENS);
}

/** The tab of the page that the popup is about. */
export async function tabOf({ dashboard, page }: Scene): Promise<number> {
  const url = JSON.stringify(page.url());
  const id = await dashboard.evaluate(`chrome.tabs.query({}).then((all) => all.find((tab) => tab.url === ${url})?.id)`);
  return Number(id);
}

/** Saves every screen, or these, in this state, in every language and colour scheme. Returns the files' names. */
export async function pictureState(
  scene: FullScene,
  state: ScreenState,
  folder: string,
  screens?: readonly string[],
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const page = await scene.browser.newPage();
  if (state === 'error') await page.evaluateOnNewDocument(breakDatabase);
  const saved: string[] = [];
  for (const language of LANGUAGES) {
    await chooseLanguage(scene.dashboard, language);
    for (const [screen, path] of Object.entries(screensOf(scene))) {
      if (screens?.includes(screen) === false) continue;
      await page.setViewport(screen === 'popup' ? POPUP : WINDOW);
      await open(page, scene, path);
      for (const scheme of SCHEMES)
        saved.push(await save(page, scheme, `${screen}.${state}.${language}.${scheme}`, folder));
    }
  }
  await page.close();
  return saved;
}

/** Every screen once as narrow and as wide as people have it, and in a high contrast theme. */
async function pictureCircumstances(scene: FullScene, folder: string): Promise<string[]> {
  const page = await scene.browser.newPage();
  const saved: string[] = [];
  for (const [name, { viewport, forced }] of Object.entries(CIRCUMSTANCES)) {
    await page.setViewport(viewport);
    const session = await page.createCDPSession();
    const features = [{ name: 'forced-colors', value: forced ? 'active' : 'none' }];
    for (const [screen, path] of Object.entries(screensOf(scene))) {
      await open(page, scene, path);
      await settle(page, 'light');
      await session.send('Emulation.setEmulatedMedia', { features });
      saved.push(await shoot(page, `${screen}.${name}`, folder));
    }
    await session.detach();
  }
  await page.close();
  return saved;
}

/** Runs in the page, before its scripts. */
function breakDatabase(): void {
  IDBFactory.prototype.open = () => {
    throw new DOMException('The disk does not answer.', 'UnknownError');
  };
}

async function open(page: Page, { extensionId }: FullScene, path: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`chrome-extension://${extensionId}/${path}`, { timeout: 0 });
}

async function save(page: Page, scheme: string, name: string, folder: string): Promise<string> {
  await settle(page, scheme);
  return shoot(page, name, folder);
}

/** The whole page, in a window as high as that: lists draw only the rows that are on the screen. */
async function shoot(page: Page, name: string, folder: string): Promise<string> {
  const before = page.viewport() ?? WINDOW;
  const whole = Number(await page.evaluate('document.documentElement.scrollHeight'));
  const file = `${name}.png`;
  await page.setViewport({ ...before, height: Math.max(before.height, Math.min(whole, HIGHEST)) });
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  await page.screenshot({ path: join(folder, file), captureBeyondViewport: false });
  await page.setViewport(before);
  return file;
}
