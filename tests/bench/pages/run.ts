import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { OUTPUT_FOLDER, copyBuilt } from '../../e2e/harness/built.ts';
import { removeFolder, temporaryFolder } from '../../e2e/harness/temp.ts';
import { findBrowser } from '../../tools/find-browser.ts';
import { ROOT } from '../../tools/root.ts';
import { circumstances } from './circumstances.ts';
import { FULL, QUICK } from './plan.ts';
import { report } from './report.ts';
import { inFreshProfile, runRounds } from './rounds.ts';
import { type PageScripts, bundleScripts } from './scripts.ts';
import { startServer } from './server.ts';
import { type Findings, judge } from './targets.ts';
import { longestTasks } from './trace.ts';

const PAGE = join(ROOT, 'BENCHMARKS.md');
const MARKED = /(?<=<!-- measured -->\n)[\s\S]*(?=<!-- \/measured -->)/;

/** `--quick` shows that everything works, in a minute; its figures mean nothing, so they are not written down. */
const quick = process.argv.includes('--quick');

const built = temporaryFolder('built');
try {
  copyBuilt(ROOT, built);
  const findings = await measure();
  const program = await findBrowser('chromium');
  const text = report(findings, await circumstances(program));
  console.log(text);
  if (!quick) {
    writeFileSync(PAGE, readFileSync(PAGE, 'utf8').replace(MARKED, `\n${text}\n\n`));
    process.exitCode = judge(findings).every(({ met }) => met) ? 0 : 1;
  }
} finally {
  await removeFolder(built);
}

async function measure(): Promise<Findings> {
  const scripts = await bundleScripts();
  const server = await startServer(scripts);
  const size = quick ? QUICK : FULL;
  try {
    const program = await findBrowser('chromium');
    const longest = await inFreshProfile((profile) => longestTasks(profile, built, `${server.origin}/blank`));
    const results = await runRounds({ server, program, built, size, say: console.log });
    return { results, longest, bytes: bytesOf(scripts), size };
  } finally {
    await server.close();
  }
}

function bytesOf(scripts: PageScripts): Findings['bytes'] {
  const ours = ['capture.js', 'relay.js'].map((name) => readFileSync(join(built, OUTPUT_FOLDER.chromium, name)));
  return {
    sentry: gzipSync(scripts.sentry).length,
    'sentry-full': gzipSync(scripts['sentry-full']).length,
    vigie: ours.reduce((sum, script) => sum + gzipSync(script).length, 0),
  };
}
