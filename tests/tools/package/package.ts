import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../build.ts';
import { ROOT } from '../root.ts';
import { readHosts } from './hosts.ts';
import { packagesOf } from './packages.ts';

const OUTPUT = '.output';

/** Builds for both browsers and packs what is handed out. With `--hosts` the packages are those of a fleet, which watches them unasked. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { hosts: { type: 'string', multiple: true } } });
  const hosts = readHosts(values.hosts ?? []);
  const fleet = hosts.length > 0;
  for (const target of ['chrome', 'firefox'] as const) {
    console.log(`Building for ${target} …`);
    await build(target, { hosts });
  }
  mkdirSync(join(ROOT, OUTPUT), { recursive: true });
  for (const { name, bytes } of packagesOf(ROOT, { fleet })) {
    writeFileSync(join(ROOT, OUTPUT, name), bytes);
    const sum = createHash('sha256').update(bytes).digest('hex');
    console.log(`${OUTPUT}/${name}  ${Math.ceil(bytes.length / 1000)} kB  sha256 ${sum}`);
  }
}

try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
