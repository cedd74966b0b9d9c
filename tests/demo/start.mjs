import { setUpAndRun } from '../tools/setup.mjs';

await setUpAndRun('tests/demo/demo.ts', process.argv.slice(2));
