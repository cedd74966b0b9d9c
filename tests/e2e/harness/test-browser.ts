import type { Browser, Page } from 'puppeteer-core';
import { welcomePage } from '../../tools/agree.ts';
import type { BrowserName } from './built.ts';
import type { Managed } from './managed.ts';
import { killTree } from './processes.ts';
import { removeFolder } from './temp.ts';

export interface LaunchOptions {
  /** Folder with the built extensions, one sub-folder per browser. */
  built: string;
  /** Host names that lead to this machine: sites that the extension was not granted. */
  localNames?: string[];
  /** Language of the browser, hence of the extension; default English. */
  language?: 'en' | 'fr';
  /** Folder for what is downloaded; without one nothing can be. */
  downloads?: string;
  /** Folder of a second extension, loaded beside Vigie. */
  alongside?: string;
  /** Whether somebody agreed to the capture, which a fresh profile asks for; default true. */
  agreed?: boolean;
  /** The extension comes by an administrator's policy, and from nowhere else. */
  managed?: Managed;
}

/** How long a start or one command may take: on a busy machine a browser is slow, not broken. */
export const PATIENCE = 180_000;

/** A real browser with the built extension in a profile of its own. Nothing of it is left after `close`. */
export abstract class TestBrowser {
  abstract readonly name: BrowserName;
  /** Start of the address of the extension's own pages, with a slash at its end. */
  abstract readonly extensionOrigin: string;
  protected browser: Browser;
  protected readonly profile: string;

  constructor(profile: string, browser: Browser) {
    this.profile = profile;
    this.browser = browser;
  }

  /** Opens a page of any extension in a new tab. */
  abstract openAddress(url: string): Promise<Page>;
  abstract backgroundIsRunning(): Promise<boolean>;
  /** Ends the extension's background as the browser does when it idles. Returns whether one was running. */
  abstract killBackground(): Promise<boolean>;
  /**
   * Clicks the extension's icon while the page is in front, which lets the extension see the tab, and returns the popup. Where the
   * browser hides the real one from tests it is the popup opened as a page for that tab.
   */
  abstract clickIcon(page: Page, tab: number): Promise<Page>;
  /** Lets a later `permissions.request` for these origins succeed without the prompt, which nobody could answer here. */
  abstract allowGrants(patterns: string[]): Promise<void>;
  /** Takes grants back as a person does in the browser's own settings. */
  abstract revokeGrants(patterns: string[]): Promise<void>;
  /** Puts another build of the extension in the place of the present one; the next start finds it. */
  abstract install(built: string): void;
  /** Puts it there while the browser runs, as a store's update does; the extension's open pages may close by it. */
  abstract upgrade(built: string): Promise<void>;
  protected abstract start(profile: string): Promise<Browser>;

  newPage(): Promise<Page> {
    return this.browser.newPage();
  }

  /** The page that the extension opened when it was installed. */
  welcome(): Promise<Page> {
    return welcomePage(this.browser);
  }

  /** Opens a page of the extension, such as `dashboard.html#/tickets`. */
  openExtensionPage(path: string): Promise<Page> {
    return this.openAddress(this.extensionOrigin + path);
  }

  /** SIGKILL for the whole browser; `relaunch` opens its profile again. */
  async killBrowser(): Promise<void> {
    await killTree(this.pid());
    await this.browser.disconnect().catch(() => undefined);
  }

  /** Ends the browser as a person does, so that it writes down what it has in mind. */
  async quit(): Promise<void> {
    await this.browser.close();
    await killTree(this.pid());
  }

  /** Starts the browser again with the same profile. */
  async relaunch(): Promise<void> {
    this.browser = await this.start(this.profile);
  }

  async close(): Promise<void> {
    const pid = this.pid();
    await this.browser.close().catch(() => undefined);
    await killTree(pid);
    await removeFolder(this.profile);
  }

  private pid(): number {
    return this.browser.process()!.pid!;
  }
}
