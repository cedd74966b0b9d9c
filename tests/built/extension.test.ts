import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BuildTarget, buildFolder } from '../tools/build.ts';

const TARGETS: BuildTarget[] = ['chrome', 'firefox'];

const LOOPBACK = ['http://127.0.0.1/*', 'http://localhost/*'];

function filesOf(target: BuildTarget): string[] {
  return readdirSync(buildFolder(target), { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
}

function read(target: BuildTarget, path: string): string {
  return readFileSync(join(buildFolder(target), path), 'utf8');
}

function manifestOf(target: BuildTarget): Record<string, unknown> {
  const manifest: Record<string, unknown> = JSON.parse(read(target, 'manifest.json'));
  return manifest;
}

describe.each(TARGETS)('the manifest for %s', (target) => {
  const manifest = manifestOf(target);

  it('asks for these permissions and no other', () => {
    expect(manifest['permissions']).toEqual([
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'alarms',
      'webRequest',
    ]);
    expect(manifest['optional_permissions']).toBeUndefined();
  });

  it('watches only this machine without being asked; every other site is granted by the user', () => {
    expect(manifest['host_permissions']).toEqual(LOOPBACK);
    expect(manifest['optional_host_permissions']).toEqual(['http://*/*', 'https://*/*']);
    const scripts = [manifest['content_scripts']].flat();
    expect(scripts).toEqual([
      expect.objectContaining({ js: ['relay.js'], matches: LOOPBACK }),
      expect.objectContaining({ js: ['capture.js'], matches: LOOPBACK, world: 'MAIN' }),
    ]);
    for (const script of scripts) {
      expect(script).toMatchObject({ run_at: 'document_start', all_frames: true, match_origin_as_fallback: true });
    }
  });

  it('shows pages nothing of the extension', () => {
    expect(manifest['web_accessible_resources']).toBeUndefined();
    expect(manifest['externally_connectable']).toBeUndefined();
  });

  it('stays out of private windows and runs only its own scripts', () => {
    expect(manifest['incognito']).toBe('not_allowed');
    expect(manifest['content_security_policy']).toEqual({ extension_pages: "script-src 'self'; object-src 'self'" });
  });

  it('has a name and a description in both languages', () => {
    expect(manifest).toMatchObject({
      name: '__MSG_extName__',
      description: '__MSG_extDescription__',
      default_locale: 'en',
    });
    for (const language of ['fr', 'en']) {
      const messages: Record<string, { message: string }> = JSON.parse(
        read(target, `_locales/${language}/messages.json`),
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

it('the oldest browsers are stated', () => {
  expect(Number(manifestOf('chrome')['minimum_chrome_version'])).toBeGreaterThanOrEqual(123);
  expect(manifestOf('firefox')).toMatchObject({
    browser_specific_settings: {
      gecko: { strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
    },
  });
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
    expect(scripts.filter((path) => pattern.test(read(target, path)))).toEqual([]);
  });

  it('refer to nothing outside in their pages', () => {
    const pages = filesOf(target).filter((path) => path.endsWith('.html'));
    expect(pages).toEqual(expect.arrayContaining(['popup.html', 'options.html', 'dashboard.html']));
    expect(pages.filter((path) => /(?:src|href)="(?:https?:)?\/\//.test(read(target, path)))).toEqual([]);
  });
});

it.each(TARGETS)('the scripts of pages for %s leave no name of theirs behind', (target) => {
  for (const file of ['capture.js', 'relay.js', 'unobtrusive.js']) expect(read(target, file)).toMatch(/^\(/);
});

it('the script in the page ends with a source name that is no extension address', () => {
  expect(read('chrome', 'capture.js').trimEnd()).toMatch(/\/\/# sourceURL=vigie-capture\.js$/);
});
