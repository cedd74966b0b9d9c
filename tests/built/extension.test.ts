import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHROMIUM_ID, GECKO_ID } from '../e2e/harness/built.ts';
import { read } from '../repository/files.ts';
import { type BuildTarget, buildFolder } from '../tools/build.ts';

const TARGETS: BuildTarget[] = ['chrome', 'firefox'];

const LOOPBACK = ['http://127.0.0.1/*', 'http://localhost/*'];

const IN_EVERY_FRAME = {
  matches: LOOPBACK,
  run_at: 'document_start',
  all_frames: true,
  match_origin_as_fallback: true,
};

const { version: VERSION }: { version: string } = JSON.parse(read('package.json'));

function filesOf(target: BuildTarget): string[] {
  return readdirSync(buildFolder(target), { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
}

function readBuilt(target: BuildTarget, path: string): string {
  return readFileSync(join(buildFolder(target), path), 'utf8');
}

function manifestOf(target: BuildTarget): Record<string, unknown> {
  const manifest: Record<string, unknown> = JSON.parse(readBuilt(target, 'manifest.json'));
  return manifest;
}

/** The manifest, to the last key. */
const EXPECTED = {
  manifest_version: 3,
  name: '__MSG_extName__',
  description: '__MSG_extDescription__',
  version: VERSION,
  default_locale: 'en',
  icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
  action: { default_title: '__MSG_actionTitle__', default_popup: 'popup.html' },
  options_ui: { page: 'options.html', open_in_tab: true },
  permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms', 'webRequest'],
  // Watched without being asked is only this machine; every other site is granted by the user.
  host_permissions: [...LOOPBACK, 'ws://127.0.0.1/*', 'ws://localhost/*'],
  optional_permissions: ['notifications'],
  optional_host_permissions: ['http://*/*', 'https://*/*'],
  incognito: 'not_allowed',
  content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
  content_scripts: [
    { ...IN_EVERY_FRAME, js: ['relay.js'] },
    { ...IN_EVERY_FRAME, js: ['capture.js'], world: 'MAIN' },
  ],
};

const OWN_KEYS = {
  chrome: {
    background: { type: 'module', service_worker: 'background.js' },
    key: expect.stringMatching(/^MIIB[\w+/]{387}B$/),
    minimum_chrome_version: '123',
    storage: { managed_schema: 'managed-schema.json' },
  },
  firefox: {
    background: { type: 'module', scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: GECKO_ID,
        strict_min_version: '140.0',
        data_collection_permissions: {
          required: ['none'],
          optional: ['websiteContent', 'browsingActivity', 'personallyIdentifyingInfo', 'authenticationInfo'],
        },
      },
    },
  },
};

describe.each(TARGETS)('the manifest for %s', (target) => {
  const manifest = manifestOf(target);

  it('says exactly this', () => {
    expect(manifest).toEqual({ ...EXPECTED, ...OWN_KEYS[target] });
  });

  it('asks for nothing that the list of permissions does not explain', () => {
    const asked = ['permissions', 'optional_permissions', 'host_permissions', 'optional_host_permissions'];
    const explained = [...read('docs/permissions.md').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
    expect(new Set(explained)).toEqual(new Set(asked.flatMap((key) => manifest[key] ?? [])));
  });

  it('has a name and a description in both languages', () => {
    for (const language of ['fr', 'en']) {
      const messages: Record<string, { message: string }> = JSON.parse(
        readBuilt(target, `_locales/${language}/messages.json`),
      );
      expect(messages['extName']?.message).toBeTruthy();
      // The store of Chrome refuses longer ones.
      expect(messages['extDescription']?.message.length).toBeLessThanOrEqual(132);
    }
  });

  it('names only files that were built', () => {
    const named = JSON.stringify(manifest).match(/"[\w/.-]+\.(?:js|html|png|svg)"/g) ?? [];
    expect(named.length).toBeGreaterThan(4);
    const files = filesOf(target);
    expect(named.map((name) => name.slice(1, -1).replace(/^\//, '')).filter((name) => !files.includes(name))).toEqual(
      [],
    );
  });
});

it('Chromium gives the extension the same id everywhere', () => {
  const key = Buffer.from(String(manifestOf('chrome')['key']), 'base64');
  const digits = createHash('sha256').update(key).digest('hex').slice(0, 32);
  expect(digits.replaceAll(/[\da-f]/g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)))).toBe(CHROMIUM_ID);
});

describe.each(TARGETS)('the scripts for %s', (target) => {
  const scripts = filesOf(target).filter((path) => path.endsWith('.js'));

  it('are there', () => {
    expect(scripts).toEqual(expect.arrayContaining(['background.js', 'capture.js', 'relay.js']));
  });

  it.each([
    // A method may have the name: `set.eval(text)`, and where it is defined `eval(text) {`.
    [
      'code made from text',
      /(?<![.\w$])eval\s*\((?![\w$,\s]*\)\s*\{)|\(0,\s*eval\)|\bnew Function\b|(?<![.\w$])Function\s*\(\s*["'`]/,
    ],
    ['code from elsewhere', /\bimportScripts\s*\(|\bimport\s*\(\s*["'`]https?:/],
    ['traces of the machine that built them', /\/node_modules\/|file:\/\/|[^\w]\/(?:home|Users|root)\//],
  ])('hold no %s', (_, pattern) => {
    expect(scripts.filter((path) => pattern.test(readBuilt(target, path)))).toEqual([]);
  });

  it('refer to nothing outside in their pages', () => {
    const pages = filesOf(target).filter((path) => path.endsWith('.html'));
    expect(pages).toEqual(expect.arrayContaining(['popup.html', 'options.html', 'dashboard.html']));
    expect(pages.filter((path) => /(?:src|href)="(?:https?:)?\/\//.test(readBuilt(target, path)))).toEqual([]);
  });
});

it.each(TARGETS)('the scripts of pages for %s leave no name of theirs behind', (target) => {
  for (const file of ['capture.js', 'relay.js', 'unobtrusive.js']) expect(readBuilt(target, file)).toMatch(/^\(/);
});

it('the script in the page ends with a source name that is no extension address', () => {
  expect(readBuilt('chrome', 'capture.js').trimEnd()).toMatch(/\/\/# sourceURL=vigie-capture\.js$/);
});
