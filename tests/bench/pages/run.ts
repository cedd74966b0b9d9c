import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { OUTPUT_FOLDER, copyBuilt } from '../../e2e/harness/built.ts';
import { removeFolder, temporaryFolder } from '../../e2e/harness/temp.ts';
import { findBrowser } from '../../tools/find-browser.ts';
import { ROOT } from '../../tools/root.ts';
import { readArguments } from './choice.ts';
import { circumstances } from './circumstances.ts';
import { callTables, report } from './report.ts';
import { type Results, inFreshProfile, runRounds } from './rounds.ts';
import { type PageScripts, bundleScripts } from './scripts.ts';
import { startServer } from './server.ts';
import { type Findings, judge } from './targets.ts';
import { longestTasks } from './trace.ts';

const PAGE = join(ROOT, 'BENCHMARKS.md');
const MARKED = /(?<=<!-- measured -->\n)[\s\S]*(?=<!-- \/measured -->)/;

const { size, choice, complete } = readArguments(process.argv.slice(2));

const built = temporaryFolder('built');
try {
  copyBuilt(ROOT, built);
  const program = await findBrowser('chromium');
  const scripts = await bundleScripts();
  const server = await startServer(scripts);
  const run = (): Promise<Results> => runRounds({ server, program, built, size, choice, say: console.log });
  try {
    if (choice.narrow) console.log(callTables({ results: await run() }));
    else {
      const longest = await inFreshProfile((profile) => longestTasks(profile, built, `${server.origin}/blank`));
      await conclude({ results: await run(), longest, bytes: bytesOf(scripts), size }, program);
    }
  } finally {
    await server.close();
  }
} finally {
  await removeFolder(built);
}

/** Shows what was found, and writes it down if it is worth it. */
async function conclude(findings: Findings, program: string): Promise<void> {
  const text = report(findings, await circumstances(program));
  console.log(text);
  if (!complete) return;
  writeFileSync(PAGE, readFileSync(PAGE, 'utf8').replace(MARKED, `\n${text}\n\n`));
  process.exitCode = judge(findings).every(({ met }) => met) ? 0 : 1;
}

function bytesOf(scripts: PageScripts): Findings['bytes'] {
  const ours = ['capture.js', 'relay.js'].map((name) => readFileSync(join(built, OUTPUT_FOLDER.chromium, name)));
  return {
    sentry: gzipSync(scripts.sentry).length,
    'sentry-full': gzipSync(scripts['sentry-full']).length,
    vigie: ours.reduce((sum, script) => sum + gzipSync(script).length, 0),
  };
}
