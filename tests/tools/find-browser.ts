import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { aptInstall, canUseApt } from './apt.ts';
import { runProcess } from './run-process.ts';

export type BrowserFamily = 'chromium' | 'firefox';

interface Family {
  /** The variable with which a user names a browser of their own. */
  variable: string;
  /** Names looked for in PATH on Linux, and other places there. */
  commands: string[];
  places: string[];
  /** Programs below the folders of applications on macOS and of programs on Windows. */
  mac: string[];
  windows: string[];
  /** Debian packages in order of preference (Ubuntu's Firefox is no ESR). */
  packages: string[];
  missing: string;
}

const FAMILIES: Record<BrowserFamily, Family> = {
  chromium: {
    variable: 'CHROME_PATH',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge-stable',
      'microsoft-edge',
      'brave-browser',
      'brave',
    ],
    places: ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium', '/snap/bin/brave'],
    mac: [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'Brave Browser.app/Contents/MacOS/Brave Browser',
    ],
    windows: [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
    ],
    packages: ['chromium'],
    missing:
      'No Chromium, Chrome, Edge or Brave was found: install one of them, or set CHROME_PATH to the full path of its program.',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    places: ['/snap/bin/firefox'],
    mac: ['Firefox.app/Contents/MacOS/firefox'],
    windows: ['Mozilla Firefox\\firefox.exe'],
    packages: ['firefox-esr'],
    missing: 'No Firefox was found: install it, or set FIREFOX_PATH to the full path of its program.',
  },
};

/**
 * The browser that the user named, else the first one installed here that runs.
 *
 * @throws Error in one sentence when the named one is wrong or there is none.
 */
export async function findBrowser(family: BrowserFamily): Promise<string> {
  const named = process.env[FAMILIES[family].variable];
  if (named) return namedBrowser(family, named);
  for (const path of candidates(family)) {
    if (isProgram(path) && (await answers(path))) return path;
  }
  throw new Error(FAMILIES[family].missing);
}

/** As `findBrowser`, and installs one first where that can be done without asking anybody. */
export async function ensureBrowser(family: BrowserFamily, say: (text: string) => void): Promise<string> {
  try {
    return await findBrowser(family);
  } catch (error) {
    if (process.env[FAMILIES[family].variable] || !canUseApt()) throw error;
  }
  await aptInstall(FAMILIES[family].packages, say);
  return findBrowser(family);
}

function namedBrowser(family: BrowserFamily, path: string): string {
  const { variable } = FAMILIES[family];
  if (isProgram(path)) return path;
  throw new Error(
    `${variable} is set to "${path}", which is not a program: correct it, or unset it to let one be found.`,
  );
}

/** Where a browser of this family may be on this machine, best first; most of these do not exist. */
export function candidates(family: BrowserFamily, platform: NodeJS.Platform = process.platform): string[] {
  const { commands, places, mac, windows } = FAMILIES[family];
  if (platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => mac.map((app) => join(folder, app)));
  }
  if (platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((name) => process.env[name]);
    return folders.flatMap((folder) => (folder ? windows.map((program) => `${folder}\\${program}`) : []));
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [...commands.flatMap((command) => folders.map((folder) => join(folder, command))), ...places];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Ubuntu has launchers in the PATH that only say that a snap is not installed, hence the question. Elsewhere it would open a window. */
async function answers(path: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const { code, output } = await runProcess(path, ['--version'], { timeout: 60_000 });
  return code === 0 && /\d+\.\d+/.test(output);
}

/** A browser from a snap sees neither /tmp nor hidden folders: it needs its profile, and what it loads, below its own folder. */
export function temporaryRoot(browserPath: string, fallback: string): string {
  return isSnap(browserPath) ? join(homedir(), 'snap', 'chromium', 'common') : fallback;
}

function isSnap(path: string): boolean {
  if (path.startsWith('/snap/')) return true;
  return statSync(path).size < 10_000 && readFileSync(path, 'utf8').includes('/snap/bin/');
}
