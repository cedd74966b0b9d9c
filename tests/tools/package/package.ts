import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build.ts';
import { ROOT } from '../root.ts';
import { readHosts } from './hosts.ts';
import { extensionId } from './crx.ts';
import { type Package, packagesOf, signedPackage } from './packages.ts';

const OUTPUT = '.output';

/**
 * Builds for both browsers and packs what is handed out. With `--hosts` the packages are those of a fleet, which watches them unasked; with
 * `--key` and `--server` there are also a signed package for Chromium's force-install and what its update address has to answer.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { hosts: { type: 'string', multiple: true }, key: { type: 'string' }, server: { type: 'string' } },
  });
  const hosts = readHosts(values.hosts ?? []);
  const fleet = hosts.length > 0;
  const key = values.key === undefined ? null : readKey(values.key);
  for (const target of ['chrome', 'firefox'] as const) {
    console.log(`Building for ${target} …`);
    await build(target, { hosts });
  }
  mkdirSync(join(ROOT, OUTPUT), { recursive: true });
  const packages = packagesOf(ROOT, { fleet });
  if (key) packages.push(...signedPackage(ROOT, { fleet, key, server: values.server ?? '' }));
  for (const one of packages) write(one);
  if (key) console.log(`The id of the signed package: ${extensionId(key)}`);
}

/** @throws Error when there is no such file, or no key in it. */
function readKey(path: string): KeyObject {
  const key = createPrivateKey(readFileSync(path));
  if (key.asymmetricKeyType !== 'rsa') throw new Error(`--key: ${path} holds no RSA key`);
  return key;
}

function write({ name, bytes }: Package): void {
  writeFileSync(join(ROOT, OUTPUT, name), bytes);
  const sum = createHash('sha256').update(bytes).digest('hex');
  console.log(`${OUTPUT}/${name}  ${Math.ceil(bytes.length / 1000)} kB  sha256 ${sum}`);
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
