import { setUpAndRun } from '../setup.mjs';

await setUpAndRun('tests/tools/stack/run.ts', process.argv.slice(2));
