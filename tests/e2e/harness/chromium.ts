import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch, type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { findBrowser } from '../../tools/find-browser.ts';
import { CHROMIUM_ID, OUTPUT_FOLDER } from './built.ts';
import { type LaunchOptions, TestBrowser } from './test-browser.ts';

const EXTENSION_ORIGIN = `chrome-extension://${CHROMIUM_ID}/`;

async function startChromium(profile: string, options: LaunchOptions): Promise<Browser> {
  const extensions = [join(options.built, OUTPUT_FOLDER.chromium), ...(options.alongside ? [options.alongside] : [])];
  const rules = (options.localNames ?? []).map((name) => `MAP ${name} 127.0.0.1`);
  const language = options.language ?? 'en';
  return launch({
    executablePath: await findBrowser('chromium'),
    headless: true,
    userDataDir: profile,
    pipe: true,
    enableExtensions: extensions,
    args: ['--no-sandbox', `--lang=${language}`, `--host-resolver-rules=${rules.join(',')}`],
    env: { ...process.env, LANGUAGE: language },
  });
}

async function backgroundTargets(session: CDPSession): Promise<string[]> {
  const { targetInfos } = await session.send('Target.getTargets');
  return targetInfos
    .filter(({ type, url }) => type === 'service_worker' && url.startsWith(EXTENSION_ORIGIN))
    .map(({ targetId }) => targetId);
}

class ChromiumBrowser extends TestBrowser {
  readonly name = 'chromium';
  readonly extensionOrigin = EXTENSION_ORIGIN;
  private readonly options: LaunchOptions;

  constructor(profile: string, options: LaunchOptions, browser: Browser) {
    super(profile, browser);
    this.options = options;
  }

  protected start(profile: string): Promise<Browser> {
    return startChromium(profile, this.options);
  }

  async openAddress(url: string): Promise<Page> {
    const page = await this.newPage();
    await page.goto(url);
    return page;
  }

  backgroundIsRunning(): Promise<boolean> {
    return this.withSession(async (session) => (await backgroundTargets(session)).length > 0);
  }

  killBackground(): Promise<boolean> {
    return this.withSession(async (session) => {
      const running = await backgroundTargets(session);
      for (const targetId of running) {
        await session.send('Target.closeTarget', { targetId }).catch(() => undefined); // It may just have gone by itself.
      }
      const deadline = Date.now() + 30_000;
      while ((await backgroundTargets(session)).some((targetId) => running.includes(targetId))) {
        if (Date.now() > deadline) throw new Error('the service worker outlived Target.closeTarget');
        await sleep(5);
      }
      return running.length > 0;
    });
  }

  private async withSession<T>(work: (session: CDPSession) => Promise<T>): Promise<T> {
    const session = await this.browser.target().createCDPSession();
    try {
      return await work(session);
    } finally {
      await session.detach();
    }
  }
}

/** Starts Chromium; the extension is loaded from its folder, so its data survives a relaunch of the same profile. */
export async function launchChromium(profile: string, options: LaunchOptions): Promise<TestBrowser> {
  return new ChromiumBrowser(profile, options, await startChromium(profile, options));
}
