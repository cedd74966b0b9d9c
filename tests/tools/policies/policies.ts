import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { STORE } from './browsers.ts';
import { policyFiles, type PolicyValues } from './files.ts';

/** Where the examples lie, and what they are made of. */
const FOLDER = 'docs/policies';

/** @throws Error that says which option or value cannot be used. */
function run(): void {
  const { values: chosen } = parseArgs({
    options: {
      values: { type: 'string', default: `${FOLDER}/values.json` },
      out: { type: 'string', default: FOLDER },
      id: { type: 'string', default: STORE.id },
      'update-url': { type: 'string', default: STORE.updateUrl },
      'install-url': { type: 'string', default: STORE.installUrl },
    },
  });
  const values: PolicyValues = JSON.parse(readFileSync(chosen.values, 'utf8'));
  const { id, 'update-url': updateUrl, 'install-url': installUrl } = chosen;
  const files = policyFiles(values, { id, updateUrl, installUrl });
  mkdirSync(chosen.out, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(chosen.out, name), text);
  console.log(`${files.size} files of policies in ${chosen.out}`);
}

try {
  run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
