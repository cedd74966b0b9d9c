import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { candidates, findBrowser, temporaryRoot } from './find-browser.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-find-'));
  vi.stubEnv('CHROME_PATH', '');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function program(name: string, script: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe.skipIf(process.platform === 'win32')('the browser of the user’s choice', () => {
  it('is taken as named', async () => {
    const path = program('my-browser', 'exit 0');
    vi.stubEnv('CHROME_PATH', path);
    expect(await findBrowser('chromium')).toBe(path);
  });

  it.each(['nowhere', '.'])('is refused with its name when it is no program: %s', async (name) => {
    const path = join(folder, name);
    vi.stubEnv('CHROME_PATH', path);
    await expect(findBrowser('chromium')).rejects.toThrow(`CHROME_PATH is set to "${path}"`);
  });
});

describe.runIf(process.platform === 'linux')('the search', () => {
  it('passes over a launcher whose browser is not installed', async () => {
    program('first/chromium', 'echo "requires the chromium snap to be installed" >&2; exit 1');
    const real = program('second/chromium', 'echo Chromium 140.0.1');
    vi.stubEnv('PATH', [join(folder, 'first'), join(folder, 'second')].join(delimiter));
    expect(await findBrowser('chromium')).toBe(real);
  });

  it('prefers Chromium to others, wherever they stand in the PATH', async () => {
    program('first/google-chrome', 'echo Google Chrome 140.0.1');
    const chromium = program('second/chromium', 'echo Chromium 140.0.1');
    vi.stubEnv('PATH', [join(folder, 'first'), join(folder, 'second')].join(delimiter));
    expect(await findBrowser('chromium')).toBe(chromium);
  });
});

describe('the places on other systems', () => {
  it('cover Chrome, Edge and Brave on macOS, for everybody and for one user', () => {
    const places = candidates('chromium', 'darwin').join('\n');
    expect(places).toContain(join('/Applications', 'Google Chrome.app/Contents/MacOS/Google Chrome'));
    expect(places).toContain('Microsoft Edge.app');
    expect(places).toContain('Brave Browser.app');
  });

  it('cover Chrome, Edge and Brave on Windows', () => {
    vi.stubEnv('ProgramFiles', 'C:\\Program Files');
    vi.stubEnv('ProgramFiles(x86)', 'C:\\Program Files (x86)');
    const places = candidates('chromium', 'win32');
    expect(places).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
    expect(places).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(places).toContain('C:\\Program Files\\BraveSoftware\\Brave-Browser\\Application\\brave.exe');
  });
});

it('a browser from a snap gets a folder that it can see', () => {
  const launcher = program('chromium-browser', 'exec /snap/bin/chromium "$@"');
  expect(temporaryRoot(launcher, '/tmp')).toContain(join('snap', 'chromium', 'common'));
  expect(temporaryRoot('/snap/bin/chromium', '/tmp')).toContain(join('snap', 'chromium', 'common'));
  expect(temporaryRoot(program('chromium', 'exec /opt/chromium'), '/tmp')).toBe('/tmp');
});
