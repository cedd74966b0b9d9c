import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { ROOT } from '../tools/root.ts';
import { chooseLanguage, LANGUAGES, type Language, type Scene, settle } from './screenshots.ts';

/** Sizes that the stores take: both of Chrome's, of which the first is what Mozilla recommends. The scale says how much of the screen fits. */
const SIZES = [
  { width: 1280, height: 800, scale: 1 },
  { width: 640, height: 400, scale: 0.5 },
] as const;

/** The tile beside the name in Chrome's store. */
const TILE = { width: 440, height: 280 } as const;

const SLOGAN: Record<Language, string> = {
  fr: 'Un ticket par bug, de la page à sa clôture.',
  en: 'One ticket per bug, from the page to its closing.',
};

/** Saves what the stores show, in the order in which one tells it. Returns the files' names. */
export async function takeStorePictures(scene: Scene, folder: string): Promise<string[]> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const saved: string[] = [];
  const screens = {
    '1-monitoring': 'dashboard.html#/',
    '2-ticket': `dashboard.html#/tickets/${scene.ticketId}`,
    '3-tickets': 'dashboard.html#/tickets',
    '4-statistics': 'dashboard.html#/statistics',
    '5-welcome': 'welcome.html',
  };
  for (const language of LANGUAGES) {
    await chooseLanguage(scene.dashboard, language);
    const page = await scene.browser.newPage();
    for (const [name, path] of Object.entries(screens)) {
      await page.goto('about:blank');
      await page.goto(`chrome-extension://${scene.extensionId}/${path}`, { timeout: 0 });
      for (const size of SIZES) saved.push(await picture(page, `${name}.${language}`, size, folder));
    }
    await page.setContent(await tile(language));
    saved.push(await picture(page, `tile.${language}`, { ...TILE, scale: 1 }, folder));
    await page.close();
  }
  return saved;
}

interface Size {
  width: number;
  height: number;
  scale: number;
}

async function picture(page: Page, name: string, { width, height, scale }: Size, folder: string): Promise<string> {
  await page.setViewport({ width: width / scale, height: height / scale, deviceScaleFactor: scale });
  await settle(page, 'light');
  const file = `${name}.${width}x${height}.png`;
  await page.screenshot({ path: join(folder, file), captureBeyondViewport: false });
  return file;
}

async function tile(language: Language): Promise<string> {
  const icon = await readFile(join(ROOT, 'public', 'icon.svg'), 'utf8');
  return `<!doctype html><style>
    body { margin: 0; height: 100vh; display: grid; place-content: center; justify-items: center; gap: 12px;
      font: 600 20px/1.3 system-ui, sans-serif; color: #172033; background: #eef3fb; text-align: center; }
    svg { width: 96px; height: 96px; } b { font-size: 40px; } span { max-width: 360px; font-weight: 400; }
  </style>${icon}<b>Vigie</b><span>${SLOGAN[language]}</span>`;
}
