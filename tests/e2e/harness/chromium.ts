import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch, type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { agreeToCapture } from '../../tools/agree.ts';
import { findBrowser } from '../../tools/find-browser.ts';
import { runProcess } from '../../tools/run-process.ts';
import { CHROMIUM_ID, OUTPUT_FOLDER } from './built.ts';
import { PATIENCE, type LaunchOptions, TestBrowser } from './test-browser.ts';

function originOf({ managed }: LaunchOptions): string {
  return `chrome-extension://${managed?.id ?? CHROMIUM_ID}/`;
}

/** Branded browsers ignore the extensions of their command line; through the debugging pipe they load them, anew at each start. */
async function isBranded(program: string): Promise<boolean> {
  const { output } = await runProcess(program, ['--version']);
  return !output.includes('Chromium');
}

async function startChromium(profile: string, options: LaunchOptions): Promise<Browser> {
  const program = await findBrowser('chromium');
  const extensions = [join(options.built, OUTPUT_FOLDER.chromium), ...(options.alongside ? [options.alongside] : [])];
  const { managed } = options;
  const rules = (options.localNames ?? []).map((name) => `MAP ${name} 127.0.0.1`);
  const language = options.language ?? 'en';
  return launch({
    executablePath: managed?.program ?? program,
    headless: true,
    userDataDir: profile,
    pipe: true,
    enableExtensions: !managed && (await isBranded(program)) ? extensions : true,
    // Packages that a policy names are fetched in the background.
    ...(managed && { ignoreDefaultArgs: ['--disable-background-networking'] }),
    ...(options.downloads && { downloadBehavior: { policy: 'allow', downloadPath: options.downloads } }),
    args: [
      '--no-sandbox',
      ...(managed ? [] : loading(extensions)),
      `--lang=${language}`,
      `--host-resolver-rules=${rules.join(',')}`,
    ],
    env: { ...process.env, LANGUAGE: language },
    timeout: PATIENCE,
    protocolTimeout: PATIENCE,
  });
}

function loading(extensions: readonly string[]): string[] {
  const list = extensions.join(',');
  return [`--disable-extensions-except=${list}`, `--load-extension=${list}`];
}

async function backgroundTargets(session: CDPSession, origin: string): Promise<string[]> {
  const { targetInfos } = await session.send('Target.getTargets');
  return targetInfos
    .filter(({ type, url }) => type === 'service_worker' && url.startsWith(origin))
    .map(({ targetId }) => targetId);
}

async function stillAmong(session: CDPSession, targets: string[], origin: string): Promise<boolean> {
  return (await backgroundTargets(session, origin)).some((targetId) => targets.includes(targetId));
}

class ChromiumBrowser extends TestBrowser {
  readonly name = 'chromium';
  readonly extensionOrigin: string;
  private options: LaunchOptions;

  constructor(profile: string, options: LaunchOptions, browser: Browser) {
    super(profile, browser);
    this.options = options;
    this.extensionOrigin = originOf(options);
  }

  protected start(profile: string): Promise<Browser> {
    return startChromium(profile, this.options);
  }

  install(built: string): void {
    this.options = { ...this.options, built };
  }

  async upgrade(built: string): Promise<void> {
    this.install(built);
    await this.browser.installExtension(join(built, OUTPUT_FOLDER.chromium));
  }

  async openAddress(url: string): Promise<Page> {
    const page = await this.newPage();
    await page.goto(url);
    return page;
  }

  async clickIcon(page: Page): Promise<Page> {
    const extension = (await this.browser.extensions()).get(CHROMIUM_ID);
    await page.bringToFront();
    await page.triggerExtensionAction(extension!);
    const popup = await this.browser.waitForTarget((target) => target.url() === `${this.extensionOrigin}popup.html`);
    return popup.asPage();
  }

  async allowGrants(patterns: string[]): Promise<void> {
    const page = await this.openAddress('chrome://extensions');
    // What the browser's own page does when a person chooses sites; what the manifest grants has to be chosen again.
    const hosts = ['http://127.0.0.1/*', 'http://localhost/*', ...patterns];
    await page.evaluate(`(async (extensionId, hosts) => {
      await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_SPECIFIC_SITES' });
      for (const host of hosts) await chrome.developerPrivate.addHostPermission(extensionId, host);
    })('${CHROMIUM_ID}', ${JSON.stringify(hosts)})`);
    await page.close();
  }

  async revokeGrants(patterns: string[]): Promise<void> {
    const page = await this.openAddress('chrome://extensions');
    await page.evaluate(`(async (extensionId, hosts) => {
      for (const host of hosts) await chrome.developerPrivate.removeHostPermission(extensionId, host);
    })('${CHROMIUM_ID}', ${JSON.stringify(patterns)})`);
    await page.close();
  }

  backgroundIsRunning(): Promise<boolean> {
    return this.withSession(async (session) => (await backgroundTargets(session, this.extensionOrigin)).length > 0);
  }

  killBackground(): Promise<boolean> {
    return this.withSession(async (session) => {
      const running = await backgroundTargets(session, this.extensionOrigin);
      for (const targetId of running) await session.send('Target.closeTarget', { targetId });
      // Messages that waited for the worker start it again at once, under the same target: then there is nothing to see go.
      const restarted = Date.now() + 500;
      while (Date.now() < restarted && (await stillAmong(session, running, this.extensionOrigin))) await sleep(5);
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
  const fresh = readdirSync(profile).length === 0;
  const browser = await startChromium(profile, options);
  if (fresh && options.agreed !== false) await agreeToCapture(browser);
  return new ChromiumBrowser(profile, options, browser);
}
