import * as v from 'valibot';
import type { BrowserFacts } from '../background/ingest/browser-facts.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { type Judge, createJudge } from './judge.ts';

/** How a case went; the texts are set side by side when it failed. */
export type CaseResult = { state: 'passed' } | { state: 'failed'; want: string; got: string };

/** What has not come by then does not come. */
const PATIENCE_MS = 15_000;
/** After the last expected thing, time for what nobody expects: longer than the capture holds anything back. */
const SETTLING_MS = 2_000;

const BATCH = v.object({ type: v.literal('capture.batch'), records: v.array(v.unknown()) });

/** Shows the page of a case in a frame inside `host` and compares what is captured there with what the case expects. */
export async function runCase(entry: CatalogueEntry, host: HTMLElement, browser: BrowserFacts): Promise<CaseResult> {
  const base = new URL('/self-test', location.href).href;
  const judge = createJudge(entry, base, browser, Date.now);
  const frame = document.createElement('iframe');
  frame.title = entry.name;
  frame.src = `${base}/cases/${entry.name}/page.html`;
  let problem: string | null = null;

  const onMessage = ({ source, origin, data }: MessageEvent<unknown>): void => {
    if (source !== frame.contentWindow || origin !== location.origin) return;
    const batch = v.safeParse(BATCH, data);
    if (!batch.success) return;
    try {
      judge.take(batch.output.records);
    } catch (error) {
      problem = String(error);
    }
  };

  addEventListener('message', onMessage);
  host.append(frame);
  try {
    await settle(judge);
  } finally {
    removeEventListener('message', onMessage);
    frame.remove();
  }
  return problem === null ? resultOf(judge) : { state: 'failed', want: '', got: problem };
}

async function settle(judge: Judge): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!judge.complete() && performance.now() < end) await pause(50);
  await pause(SETTLING_MS);
}

function resultOf(judge: Judge): CaseResult {
  const { want, got } = judge.outcome();
  const [wanted, found] = [want, got].map((facts) => JSON.stringify(facts.map(sorted), null, 2));
  if (wanted === found) return { state: 'passed' };
  return { state: 'failed', want: wanted ?? '', got: found ?? '' };
}

/** In one order, so that equal facts are equal texts. */
function sorted(facts: Partial<Record<string, unknown>>): Partial<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(facts).toSorted(([a], [b]) => a.localeCompare(b)));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
