import { setUpAndRun } from './setup.mjs';

await setUpAndRun('tests/tools/run-all.ts', process.argv.slice(2));
