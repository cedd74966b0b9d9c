import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { applyOccurrences } from '../../../src/storage/apply.ts';
import { VigieDatabase } from '../../../src/storage/database.ts';
import { recentGroups } from '../../../src/storage/queries.ts';
import { nthOccurrence, numbers, timeOf } from './occurrences.ts';
import type { BenchPlan, BenchResult, IngestResult, QueryResult } from './plan.ts';
import { bareWrite, countReads, noteWrites } from './writes.ts';

/* Runs in a page of the extension, in the browser: what is measured is the extension's own code. */

const INSTALL = '7b1f6f0e-3b1c-4d6e-9d5a-2f7f4f1c9a10';

function say(text: string): void {
  document.title = text;
}

function contextAt(number: number) {
  return { settings: DEFAULT_SETTINGS, install: INSTALL, epoch: 1, now: timeOf(number) };
}

/** Fills a database. Returns the source of what comes next. */
async function fill(db: VigieDatabase, occurrences: number, errors: number): Promise<() => number> {
  const random = numbers(7);
  const batch = 2_000;
  for (let start = 0; start < occurrences; start += batch) {
    const size = Math.min(batch, occurrences - start);
    const items = Array.from({ length: size }, (_, index) => nthOccurrence(start + index, errors, random));
    await applyOccurrences(db, items, contextAt(start + size));
    if (start % 10_000 === 0) say(`${start} of ${occurrences} occurrences`);
  }
  return random;
}

async function copyAll(from: IDBDatabase, to: IDBDatabase): Promise<void> {
  for (const name of from.objectStoreNames) {
    let after: IDBValidKey | undefined;
    for (;;) {
      const { rows, last } = await page(from, name, after);
      if (rows.length > 0) await bareWrite(to, new Map([[name, rows]]));
      if (last === undefined) break;
      after = last;
    }
  }
}

function page(
  db: IDBDatabase,
  name: string,
  after: IDBValidKey | undefined,
): Promise<{ rows: unknown[]; last: IDBValidKey | undefined }> {
  return new Promise((resolve, reject) => {
    const store = db.transaction(name).objectStore(name);
    const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
    const [keys, rows] = [store.getAllKeys(range, 2_000), store.getAll(range, 2_000)];
    rows.addEventListener('error', () => reject(rows.error ?? new Error(name)));
    rows.addEventListener('success', () => resolve({ rows: rows.result, last: keys.result.at(-1) }));
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function measureIngest(
  db: VigieDatabase,
  bare: IDBDatabase,
  plan: BenchPlan,
  random: () => number,
): Promise<IngestResult> {
  const writes = noteWrites(db);
  await reopen(db);
  const ingest: number[] = [];
  const raw: number[] = [];
  let rows = 0;
  for (let round = 0; round < plan.rounds; round += 1) {
    const start = plan.occurrences + round * plan.batch;
    const items = Array.from({ length: plan.batch }, (_, index) => nthOccurrence(start + index, plan.errors, random));
    writes.take();
    ingest.push(await timed(() => applyOccurrences(db, items, contextAt(start + plan.batch))));
    const written = writes.take();
    raw.push(await timed(() => bareWrite(bare, written)));
    rows += sum([...written.values()].map((list) => list.length));
    if (round % 10 === 0) say(`batch ${round} of ${plan.rounds}`);
  }
  // The first ones warm both up.
  const warm = Math.floor(plan.rounds / 5);
  const [own, base] = [sum(ingest.slice(warm)), sum(raw.slice(warm))];
  const occurrences = (plan.rounds - warm) * plan.batch;
  return {
    rowsPerOccurrence: rows / (plan.rounds * plan.batch),
    perSecond: (occurrences / own) * 1_000,
    barePerSecond: (occurrences / base) * 1_000,
    share: base / own,
    medianShare: median(ingest.slice(warm).map((time, index) => (raw[warm + index] ?? 0) / time)),
  };
}

async function reopen(db: VigieDatabase): Promise<void> {
  db.close();
  await db.open();
}

/** Asks both databases in turn, so that a machine that gets slower slows both. */
async function measureQueries(databases: readonly VigieDatabase[], plan: BenchPlan): Promise<QueryResult[]> {
  const asked = databases.map((db) => ({ db, reads: countReads(db), times: [] as number[], rows: 0 }));
  for (const { db } of asked) await reopen(db);
  for (let run = 0; run < plan.queries; run += 1) {
    for (const one of asked) {
      one.reads.take();
      one.times.push(await timed(() => recentGroups(one.db, { limit: 50 })));
      one.rows = Math.max(one.rows, one.reads.take());
    }
  }
  return asked.map(({ times, rows }) => ({ rows, milliseconds: median(times.slice(Math.floor(plan.queries / 5))) }));
}

async function measure(plan: BenchPlan): Promise<BenchResult> {
  const [small, large, twin] = ['bench-small', 'bench-large', 'bench-bare'].map((name) => new VigieDatabase(name));
  if (!small || !large || !twin) throw new Error('No database');
  await fill(small, plan.small, plan.smallErrors);
  const random = await fill(large, plan.occurrences, plan.errors);
  const queries = await measureQueries([small, large], plan);
  await twin.open();
  say('copying');
  await copyAll(large.backendDB(), twin.backendDB());
  const ingest = await measureIngest(large, twin.backendDB(), plan, random);
  return { ingest, queries };
}

function tell(name: 'measured' | 'failed', value: unknown): void {
  Object.assign(globalThis, { [name]: value });
}

/** Runs on its own: no answer is waited for longer than a debugger's patience. */
function startMeasuring(plan: BenchPlan): void {
  measure(plan).then(
    (result) => tell('measured', result),
    (error: unknown) => tell('failed', String(error)),
  );
}

Object.assign(globalThis, { startMeasuring });
