import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { ROOT } from '../../tools/root.ts';
import { runProcess } from '../../tools/run-process.ts';

/** The benchmark reads Linux' scheduler, and Chromium. Even its quick form takes minutes: it is one of the large tests. */
const here = process.platform === 'linux' && inject('browserName') === 'chromium' && process.env['VIGIE_FULL'] === '1';

test.runIf(here)('the benchmark of pages still works, and counts a storm exactly', async () => {
  const bench = join(ROOT, 'tests/bench/pages/run.ts');
  const { code, output } = await runProcess(process.execPath, [bench, '--quick'], {
    cwd: ROOT,
    env: { VIGIE_OUTPUT: inject('built') },
  });
  expect(code, output).toBe(0);
  expect(output).toContain('| a storm is counted exactly | yes | 1000 of 1000 |');
  expect(output).not.toMatch(/NaN|undefined/);
});
