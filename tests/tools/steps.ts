import { join } from 'node:path';
import { build } from './build.ts';
import { ensureBrowser } from './find-browser.ts';
import { packageBin } from './package-bin.ts';
import { ROOT } from './root.ts';
import { type ProcessOutcome, runProcess } from './run-process.ts';
import { type Tally, countVitest, oneTest } from './tally.ts';

/** What a step is given. */
export interface StepContext {
  /** Everything in its full size, rather than in one that fits into a quarter of an hour. */
  full: boolean;
  /** An empty folder for the step's reports. */
  folder: string;
  signal: AbortSignal;
}

export interface Step {
  name: string;
  /** Steps without whose success this one can say nothing. */
  needs?: string[];
  run(context: StepContext): Promise<Tally>;
}

/** Everything that `npm test` runs, cheap checks first. */
export const STEPS: Step[] = [
  tool('format', 'oxfmt', ['--check', '.']),
  tool('lint', 'oxlint', ['--deny-warnings', '--report-unused-disable-directives']),
  tool('types', 'typescript', ['-p', '.'], 'tsc'),
  tool('dead code', 'knip', []),
  tests('units', 'vitest.config.ts'),
  tests('server', 'vitest.stack.config.ts'),
  { name: 'build chrome', run: ({ signal }) => work(() => build('chrome', { signal })) },
  { name: 'build firefox', run: ({ signal }) => work(() => build('firefox', { signal })) },
  { ...tool('size limits', 'size-limit', []), needs: ['build chrome'] },
  { ...script('add-on lint', 'tests/tools/addon-lint.ts'), needs: ['build firefox'] },
  { ...tests('built extension', 'vitest.build.config.ts'), needs: ['build chrome', 'build firefox'] },
  { name: 'browsers', run: () => work(bothBrowsers) },
  { ...tests('browser tests', 'vitest.e2e.config.ts'), needs: ['build chrome', 'build firefox', 'browsers'] },
  { ...script('demonstration', 'tests/demo/demo.ts', ['--headless']), needs: ['build chrome', 'browsers'] },
];

/** A command of an installed package: one test, passed when it exits with 0. */
function tool(name: string, packageName: string, args: string[], command = packageName): Step {
  return {
    name,
    run: async ({ signal }) => {
      return judge(
        await runProcess(process.execPath, [packageBin(packageName, command), ...args], { cwd: ROOT, signal }),
      );
    },
  };
}

/** A program of this project: one test as well. */
function script(name: string, file: string, args: string[] = []): Step {
  return {
    name,
    run: async ({ signal }) =>
      judge(await runProcess(process.execPath, [join(ROOT, file), ...args], { cwd: ROOT, signal })),
  };
}

function judge({ code, output }: ProcessOutcome): Tally {
  return oneTest(code === 0, output);
}

/** Tests of vitest, each counted. */
function tests(name: string, config: string): Step {
  return {
    name,
    async run({ full, folder, signal }) {
      const report = join(folder, 'report.json');
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const args = [packageBin('vitest'), 'run', '--config', config, ...reporters];
      const env = { VIGIE_FULL: full ? '1' : undefined };
      return countVitest(report, await runProcess(process.execPath, args, { cwd: ROOT, env, signal }));
    },
  };
}

/** Something done in this process: one test, failed when it throws. */
async function work(action: () => Promise<string>): Promise<Tally> {
  try {
    return oneTest(true, await action());
  } catch (error) {
    return oneTest(false, error instanceof Error ? error.message : String(error));
  }
}

async function bothBrowsers(): Promise<string> {
  const said: string[] = [];
  const say = (text: string) => said.push(text);
  // One after the other: both may need the package manager.
  said.push(await ensureBrowser('chromium', say));
  said.push(await ensureBrowser('firefox', say));
  return said.join('\n');
}
