import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { findBrowser } from '../../tools/find-browser.ts';
import { archive, filesIn } from '../../tools/package/archive.ts';
import { crxOf, extensionId, updateManifest } from '../../tools/package/crx.ts';
import { policyFiles, type PolicyValues } from '../../tools/policies/files.ts';
import { type BrowserName, GECKO_ID, OUTPUT_FOLDER } from './built.ts';
import { closeServer, listen } from './site.ts';

/** A browser whose administrator installs the extension by policy. */
export interface Managed {
  /** Starts the browser in a view of the machine in which the policy is there. */
  program: string;
  /** Of the extension: that of the key its package is signed with. */
  id: string;
}

/** Where each browser looks for policies on Linux, below /etc. */
const PLACE = {
  chromium: 'chromium/policies/managed/vigie.json',
  firefox: 'firefox/policies/policies.json',
} as const satisfies Record<BrowserName, string>;

/** Chromium lets nobody look into what a policy installs, tests neither, unless a policy says so. */
const INSPECTABLE = { 'chromium/policies/managed/tests.json': JSON.stringify({ DeveloperToolsAvailability: 1 }) };

/** Lays a folder over /etc, for what is started alone. */
const OVERLAY = 'mount -t overlay vigie -o "lowerdir=$0:/etc" /etc && exec "$@"';

/** Why policies cannot be tried on this machine; undefined where they can. Browsers read them from nowhere but the system's own folders. */
export function whyNoPolicies(): string | undefined {
  if (process.platform !== 'linux') return 'only Linux shows one process another folder in the place of /etc';
  const { status, stderr } = spawnSync('unshare', ['--mount', 'sh', '-c', OVERLAY, import.meta.dirname, 'true']);
  return status === 0 ? undefined : `this machine lays no folder over /etc: ${String(stderr ?? 'no unshare')}`;
}

/** A key as an administrator makes one, and the package signed with it. */
function signedByFleet(built: string): { id: string; crx: Uint8Array } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const zip = archive(filesIn(join(built, OUTPUT_FOLDER.chromium)));
  return { id: extensionId(privateKey), crx: crxOf(zip, privateKey) };
}

/** Serves packages as the policy's own server would. */
export async function servePackages(built: string, version: string) {
  const { id, crx } = signedByFleet(built);
  const server = createServer();
  const origin = `http://127.0.0.1:${await listen(server)}`;
  const files: Record<string, string | Uint8Array> = {
    '/updates.xml': updateManifest({ id, version, url: `${origin}/vigie.crx` }),
    '/vigie.crx': crx,
    '/vigie.xpi': archive(filesIn(join(built, OUTPUT_FOLDER.firefox))),
  };
  server.on('request', ({ url = '/' }, response) => {
    const file = files[new URL(url, origin).pathname];
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': typeOf(url) }).end(file);
  });
  const from = { id, updateUrl: `${origin}/updates.xml`, installUrl: `${origin}/vigie.xpi` };
  return { from, close: () => closeServer(server) };
}

function typeOf(url: string): string {
  return url.endsWith('.xpi') ? 'application/x-xpinstall' : 'application/octet-stream';
}

/** The browser under the policy that `npm run policies` makes of these values, with its files in a folder of the test's own. */
export async function managedBrowser(
  name: BrowserName,
  folder: string,
  { values, from }: { values: PolicyValues; from: Awaited<ReturnType<typeof servePackages>>['from'] },
): Promise<Managed> {
  const policy = policyFiles(values, from).get(`${name}.json`) ?? '';
  const files = { ...INSPECTABLE, [PLACE[name]]: policy };
  for (const [place, text] of Object.entries(files)) {
    const path = join(folder, 'etc', place);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const program = join(folder, 'managed-browser');
  const parts = [OVERLAY, join(folder, 'etc'), await findBrowser(name)].map((part) => `'${part}'`).join(' ');
  writeFileSync(program, `#!/bin/sh\nexec unshare --mount sh -c ${parts} "$@"\n`);
  chmodSync(program, 0o755);
  return { program, id: name === 'chromium' ? from.id : GECKO_ID };
}
