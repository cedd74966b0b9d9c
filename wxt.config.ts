import preact from '@preact/preset-vite';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig, type UserManifest } from 'wxt';
import { SENT_DATA } from './src/core/consent.ts';
import { selfTestFiles } from './tests/tools/self-test-catalogue.ts';

/** The pages watched without being asked: this machine's own. Every other site is granted by the user, one by one. */
const LOOPBACK = ['http://127.0.0.1/*', 'http://localhost/*'];

/** What a fleet's build watches unasked as well: `npm run package -- --hosts …`. */
const FLEET = (process.env['VIGIE_HOSTS'] ?? '').split(',').filter(Boolean);

/** Granted with the installation, and covered by the manifest's own scripts. */
const GRANTED = [...LOOPBACK, ...FLEET];

/** The browser's witness is told of WebSockets that fail only where their own scheme is granted. */
const SOCKETS = GRANTED.map((page) => page.replace(/^http/, 'ws'));

/** Public half of a key made for this project: it keeps the id of the unpacked extension the same on every machine. */
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwp6lv9KUrsucio9JzZ0D5AM0UInQe4Q3LW2k3jljRVHHzyxsYLhCmkh1eX8ZVhZfIUdsfZF1tR9GjW0G1c1KRObLpyTXZbEVW20iT/JBfUiapmBZSS4aVwyJR5f/mEaC8ggRtGsyxIYI7yH0AUIuL6l1g6DzYNYCXpjM7J98z63HEJzIBuvStFvHoA1Ocu7ikYHYlCu9LqO/Ka6TtO6Yq+sQPS/6EDXETaZVzHQWKui1O6O6qKHe1+LU1raLWU82uOpmhPhBdYAeMJZlf+eE5JH03bCqISkkEsCkJJ5a2v5vkPXM++1jHxoirgsFRhb+Szs+cVNRAuNF1mbXS+UxgwIDAQAB';

/** The scripts with the capture in them. */
const CAPTURING = ['capture.js', 'self-test-frame.js'];

/** What runs in pages. */
const PAGE_SCRIPTS = ['capture.js', 'relay.js', 'unobtrusive.js'];

function manifest(browser: string): UserManifest {
  const shared: UserManifest = {
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    action: { default_title: '__MSG_actionTitle__' },
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'alarms', 'webRequest'],
    host_permissions: [...new Set([...GRANTED, ...SOCKETS])],
    optional_permissions: ['notifications'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
  };
  if (browser === 'firefox') {
    return {
      ...shared,
      browser_specific_settings: {
        gecko: {
          id: 'vigie@vigie.invalid',
          strict_min_version: '140.0',
          // Nothing leaves the browser unless a person connects a team, and then they are asked.
          data_collection_permissions: { required: ['none'], optional: [...SENT_DATA] },
        },
      },
    };
  }
  return {
    ...shared,
    key: CHROMIUM_KEY,
    minimum_chrome_version: '123',
    // Firefox hands policies over without one.
    storage: { managed_schema: 'managed-schema.json' },
  };
}

/**
 * Both worlds of a page, from the first moment of every frame. They are plain scripts rather than WXT content scripts, whose
 * wrapper sends a document event that pages can hear and forge. The relay stands first so that it is listening when capture speaks.
 */
function contentScripts(): NonNullable<UserManifest['content_scripts']> {
  const everywhere = {
    matches: GRANTED,
    run_at: 'document_start' as const,
    all_frames: true,
    match_origin_as_fallback: true,
  };
  return [
    { ...everywhere, js: ['relay.js'] },
    { ...everywhere, js: ['capture.js'], world: 'MAIN' as const },
  ];
}

/** Members of objects of ours in page scripts, of names that neither the wire, JavaScript nor the DOM has: they may be called anything. */
const OWN_MEMBERS =
  /^(?:enter|leave|threw|outer|depth|room|countOnly|report|record|replaced|synchronous|listen|tellMode|again|sent|sending|settle|isShown|later|lose|leaving|explains|shown|clicked|failed|violated|findText|put|take|find|last|channel|seen|left|listener|restore|note|entries|add|undo|flush|stop|size|owner|before|proxy|parent|list|key)$/;

/** What every page runs: each byte counts. */
const DENSE = {
  ecma: 2020,
  compress: { passes: 6, unsafe_arrows: true, hoist_funs: true },
  mangle: { properties: { regex: OWN_MEMBERS, builtins: true } },
} as const;

/** What runs in the background, with nothing that could change what it does. */
const SAFE = { ecma: 2020, module: true } as const;

/** Minifies the page's scripts and the background once more: Terser finds some hundred bytes that the bundler leaves, or some thousand. */
function denseScripts(): Plugin {
  return {
    name: 'vigie:dense-scripts',
    generateBundle: {
      // After WXT has taken the name away that the bundler gives a script: it would be a global of the page.
      order: 'post',
      async handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          const isOfPage = PAGE_SCRIPTS.includes(file.fileName);
          if (!isOfPage && file.fileName !== 'background.js') continue;
          const dense = await minify(file.code, isOfPage ? DENSE : SAFE);
          file.code = dense.code ?? file.code;
        }
      },
    },
  };
}

/**
 * Ends the page's script with a source name that is not an extension address: Chromium otherwise files every console call
 * made through it in its extension error console, at 0.2 ms or more a call.
 */
function neutralSourceName(): Plugin {
  return {
    name: 'vigie:neutral-source-name',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && CAPTURING.includes(file.fileName))
            file.code += '\n//# sourceURL=vigie-capture.js\n';
        }
      },
    },
  };
}

/**
 * WXT starts a plain script through a wrapper for plugins, promises and logging, none of which ours use: half a kilobyte of dead
 * code in every page. Only the call of `main` is kept.
 */
function barePageScripts(): Plugin {
  return {
    name: 'vigie:bare-page-scripts',
    transform(code, id) {
      if (id.includes('wxt/dist/utils/define-unlisted-script')) {
        return 'export const defineUnlistedScript = (main) => ({ main });';
      }
      if (!id.includes('wxt-unlisted-script-entrypoint')) return undefined;
      const definition = /^import definition from .*$/m.exec(code)?.[0];
      if (!definition)
        this.error('The wrapper of WXT has changed: it no longer imports the definition in a line of its own.');
      return `${definition}\nexport default definition.main();\n`;
    },
  };
}

/**
 * The parser of messages knows what hours each country's clocks show, for a pattern that no text here has: twice two kilobytes that are
 * never looked at.
 */
function withoutClocks(): Plugin {
  const table = /const timeData = \{[\s\S]*?\n\};/;
  return {
    name: 'vigie:without-clocks',
    transform(code, id) {
      if (!id.includes('icu-messageformat-parser/index.js')) return undefined;
      if (!table.test(code)) this.error('The parser of messages has changed: its table of hours is not where it was.');
      return code.replace(table, "const timeData = { '001': ['H', 'h'] };");
    },
  };
}

/** People sign in to a team with a password or a code: what the client of Supabase has for passkeys is never asked. */
function withoutPasskeys(): Plugin {
  const names =
    'createCredential deserializeCredentialCreationOptions deserializeCredentialRequestOptions getCredential serializeCredentialCreationResponse serializeCredentialRequestResponse browserSupportsWebAuthn webAuthnAbortService';
  const absent = names.split(' ').map((name) => `export function ${name}() {}`);
  return {
    name: 'vigie:without-passkeys',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('/auth-js/dist/module/lib/webauthn.js')
        ? [...absent, 'export class WebAuthnApi {}'].join('\n')
        : undefined,
  };
}

/**
 * WXT imports its own storage into every file that has a name `storage`, even with `imports: false`. Nothing here uses it, and its lock is
 * CommonJS, which the bundler cannot leave out.
 */
function withoutWxtStorage(): Plugin {
  const id = '\0vigie:no-storage';
  return {
    name: 'vigie:without-wxt-storage',
    enforce: 'pre',
    resolveId: (source) => (source === 'wxt/utils/storage' ? id : undefined),
    load: (loaded) => (loaded === id ? 'export const storage = undefined;' : undefined),
  };
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  ...(FLEET.length > 0 && { outDir: '.output/fleet' }),
  manifest: ({ browser }) => manifest(browser),
  hooks: {
    'build:manifestGenerated': (_wxt, generated) => {
      generated.content_scripts = contentScripts();
    },
    'build:publicAssets': async (wxt, files) => {
      files.push(...(await selfTestFiles(wxt.config.browser === 'firefox' ? 'firefox' : 'chromium')));
    },
  },
  vite: () => ({
    plugins: [
      withoutWxtStorage(),
      withoutClocks(),
      withoutPasskeys(),
      preact(),
      barePageScripts(),
      denseScripts(),
      neutralSourceName(),
    ],
    // Every browser that this runs in preloads modules by itself.
    build: { target: 'es2022', modulePreload: { polyfill: false } },
  }),
});
