import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { agreeToCapture } from '../../tools/agree.ts';
import { findBrowser } from '../../tools/find-browser.ts';
import { archive, filesIn } from '../../tools/package/archive.ts';
import { GECKO_ID, OUTPUT_FOLDER } from './built.ts';
import { bidi, runPrivileged } from './firefox-privileged.ts';
import { OTHER_UUID } from './other-extension.ts';
import { PATIENCE, type LaunchOptions, TestBrowser } from './test-browser.ts';
import { trusted } from './trusted.ts';
import { until } from './until.ts';

const UUID = '5b7c0ad1-6a6c-4d0e-9d5a-2f6b8f3c1e77';
const EXTENSION_ORIGIN = `moz-extension://${UUID}/`;

const OTHER_GECKO_ID = 'other@vigie.invalid';

function preferences(options: LaunchOptions): Record<string, unknown> {
  const language = options.language ?? 'en';
  return {
    // ESR lets unsigned extensions in when told so, and does not disable what it finds in the profile.
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID, [OTHER_GECKO_ID]: OTHER_UUID }),
    'extensions.webextOptionalPermissionPrompts': false,
    'network.dns.localDomains': (options.localNames ?? []).join(','),
    'intl.locale.requested': language === 'fr' ? 'fr,en-US' : 'en-US',
    'browser.sessionstore.resume_from_crash': false,
    // Many tabs share one window: those behind run their timers as the one in front does.
    'dom.min_background_timeout_value': 4,
    'dom.min_background_timeout_value_without_budget_throttling': 4,
    'dom.timeout.enable_budget_timer_throttling': false,
    ...(options.downloads && {
      'browser.download.folderList': 2,
      'browser.download.dir': options.downloads,
      'browser.download.always_ask_before_handling_new_types': false,
    }),
  };
}

async function startFirefox(profile: string, options: LaunchOptions): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: options.managed?.program ?? (await findBrowser('firefox')),
    headless: true,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences(options),
    timeout: PATIENCE,
    protocolTimeout: PATIENCE,
  });
}

/** Puts the extensions into the profile as a user's installation would: a temporary one would be gone after a restart. */
function installInto(profile: string, options: LaunchOptions): void {
  const folder = join(profile, 'extensions');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${GECKO_ID}.xpi`), archive(filesIn(join(options.built, OUTPUT_FOLDER.firefox))));
  if (options.alongside) writeFileSync(join(folder, `${OTHER_GECKO_ID}.xpi`), archive(filesIn(options.alongside)));
}

class FirefoxBrowser extends TestBrowser {
  readonly name = 'firefox';
  readonly extensionOrigin = EXTENSION_ORIGIN;
  private readonly options: LaunchOptions;

  constructor(profile: string, options: LaunchOptions, browser: Browser) {
    super(profile, browser);
    this.options = options;
  }

  protected async start(profile: string): Promise<Browser> {
    // The end of the last one is still putting the profile's own preferences back, over those of a start that does not wait.
    const asides = ['user.js', 'prefs.js'].map((name) => join(profile, `${name}.puppeteer`));
    await until('the preferences are back', async () => asides.every((path) => !existsSync(path)));
    return startFirefox(profile, this.options);
  }

  install(built: string): void {
    installInto(this.profile, { ...this.options, built });
  }

  async upgrade(built: string): Promise<void> {
    const path = join(this.profile, 'upgrade.xpi');
    writeFileSync(path, archive(filesIn(join(built, OUTPUT_FOLDER.firefox))));
    await this.onExtension(`
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
      const install = await AddonManager.getInstallForFile(new FileUtils.File(${JSON.stringify(path)}));
      await install.install();`);
  }

  /** Firefox may lose sight of a tab while it opens it among many that come and go; then there is another one. */
  override async newPage(): Promise<Page> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await super.newPage();
      } catch (error) {
        if (attempt === 3 || !String(error).includes('no such frame')) throw error;
      }
    }
  }

  async openAddress(url: string): Promise<Page> {
    const page = await this.newPage();
    // BiDi never reports such a page as loaded: send the tab there and look for oneself.
    const context = trusted<{ _id: string }>(page.mainFrame())._id;
    await bidi(this.browser).send('browsingContext.navigate', { context, url, wait: 'none' });
    const deadline = Date.now() + 30_000;
    for (;;) {
      const state = await page.evaluate(() => `${document.readyState} ${location.href}`).catch(() => '');
      if (state.startsWith(`complete ${url}`)) return page;
      if (Date.now() > deadline) throw new Error(`${url} did not open: ${state}`);
      await sleep(50);
    }
  }

  async clickIcon(page: Page, tab: number): Promise<Page> {
    await page.bringToFront();
    await this.onExtension(`
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const window = Services.wm.getMostRecentWindow('navigator:browser');
      await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`);
    return this.openExtensionPage(`popup.html?tab=${tab}`);
  }

  async allowGrants(): Promise<void> {
    // A preference has settled that already: `extensions.webextOptionalPermissionPrompts`.
  }

  async revokeGrants(patterns: string[]): Promise<void> {
    await this.onExtension(`
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const taken = { permissions: [], origins: ${JSON.stringify(patterns)}, data_collection: [] };
      await ExtensionPermissions.remove(extension.id, taken, extension);`);
  }

  async backgroundIsRunning(): Promise<boolean> {
    // A browser that has just started may not have loaded the extension yet.
    const state = `WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)})?.extension.backgroundState`;
    return (await runPrivileged(this.browser, state)) === 'running';
  }

  async killBackground(): Promise<boolean> {
    const before = await this.onExtension(`
      const before = extension.backgroundState;
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return before;`);
    return before !== 'stopped';
  }

  /** Runs code with the browser's own rights, the running extension at hand. */
  private onExtension(code: string): Promise<string | undefined> {
    const find = `const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(GECKO_ID)});`;
    return runPrivileged(this.browser, `(async () => { ${find} ${code} })()`);
  }
}

/** Starts Firefox with the extension installed for good in its profile, unsigned, as ESR allows. */
export async function launchFirefox(profile: string, options: LaunchOptions): Promise<TestBrowser> {
  if (options.managed === undefined) installInto(profile, options);
  const browser = await startFirefox(profile, options);
  if (options.agreed !== false) await agreeToCapture(browser);
  return new FirefoxBrowser(profile, options, browser);
}
