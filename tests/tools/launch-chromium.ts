import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';
import { object, parse, string } from 'valibot';
import { agreeToCapture } from './agree.ts';
import { temporaryRoot } from './find-browser.ts';

export interface LaunchOptions {
  /** Full path of a Chromium, Chrome, Edge or Brave. */
  executablePath: string;
  /** Folder of the built extension; a copy of it is loaded, so that a later build does not pull it from under the browser. */
  extension: string;
  headless: boolean;
  args?: string[];
  env?: Record<string, string | undefined>;
}

export interface LaunchedChromium {
  browser: Browser;
  extensionId: string;
  /** Ends the browser and removes its profile. Safe to call again. */
  close(): Promise<void>;
}

/** Without a screen nobody waits: a browser that takes minutes on a busy machine is slow, not broken. */
const PATIENCE = 300_000;

/**
 * Starts a browser of the Chromium family with a fresh profile and the extension in it, its capture agreed to. The extension goes through the debugging
 * pipe because branded Chrome and Edge ignore `--load-extension`.
 *
 * @throws Error when the browser does not start or is older than the extension's `minimum_chrome_version`.
 */
export async function launchChromium(options: LaunchOptions): Promise<LaunchedChromium> {
  const folder = await mkdtemp(join(temporaryRoot(options.executablePath, tmpdir()), 'vigie-browser-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  let browser: Browser | undefined;
  try {
    const extension = join(folder, 'extension');
    await cp(options.extension, extension, { recursive: true });
    browser = await start(options, join(folder, 'profile'));
    await refuseOldBrowser(browser, extension);
    const extensionId = await browser.installExtension(extension);
    await agreeToCapture(browser);
    const running = browser;
    let closing: Promise<void> | undefined;
    return { browser, extensionId, close: () => (closing ??= end(running).then(removeFolder)) };
  } catch (error) {
    if (browser) await end(browser);
    await removeFolder();
    throw error;
  }
}

function start({ executablePath, headless, args = [], env }: LaunchOptions, userDataDir: string): Promise<Browser> {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return launch({
    executablePath,
    headless,
    userDataDir,
    pipe: true,
    enableExtensions: true,
    // The sandbox of Chromium does not work for root.
    args: ['--no-default-browser-check', ...(asRoot ? ['--no-sandbox'] : []), ...args],
    ...(headless
      ? { defaultViewport: { width: 1280, height: 800 } }
      : { ignoreDefaultArgs: ['--enable-automation'], defaultViewport: null }),
    env: { ...process.env, ...env },
    timeout: PATIENCE,
    protocolTimeout: PATIENCE,
    // Whoever launches also ends: the launcher would exit this process before the profile is removed.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

async function refuseOldBrowser(browser: Browser, extension: string): Promise<void> {
  const text: unknown = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  const manifest = parse(object({ minimum_chrome_version: string() }), text);
  const version = await browser.version();
  const major = Number(/\/(\d+)/.exec(version)?.[1]);
  if (major >= Number(manifest.minimum_chrome_version)) return;
  throw new Error(`${version} is too old: Vigie needs version ${manifest.minimum_chrome_version} or newer.`);
}

/** Asks the browser to end, then makes sure that neither it nor a child of it is left. */
async function end(browser: Browser): Promise<void> {
  const child = browser.process();
  const gone = child && child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
  await browser.close().catch(() => undefined);
  if (!child?.pid) return;
  try {
    // The browser leads its own process group, on Windows there is none.
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone: what was wanted.
  }
  await gone;
}
