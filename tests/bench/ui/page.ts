import type { ErrorType } from '../../../src/core/rows.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { browser } from '../../../src/platform/browser.ts';
import { applyOccurrences } from '../../../src/storage/apply.ts';
import { VigieDatabase } from '../../../src/storage/database.ts';
import { nthOccurrence, numbers } from '../engine/occurrences.ts';
import type { LivedIn, LivePlan } from './plan.ts';
import type { NewOccurrence } from '../../../src/storage/local-rows.ts';

/* Runs in a page of the extension: fills the database that the screens read, by the extension's own code. */

const INSTALL = '7b1f6f0e-3b1c-4d6e-9d5a-2f7f4f1c9a10';
const DAYS_MS = 30 * 86_400_000;
const BATCH = 2_000;
/** Kinds that make no ticket. */
const QUIET: readonly ErrorType[] = ['console_warn', 'resource_error', 'csp_violation'];

/** The n-th occurrence, in the thirty days before `now`; those of the first `tickets` errors make tickets. */
function occurrenceOf(number: number, plan: LivedIn, random: () => number, now: number): NewOccurrence {
  const made = nthOccurrence(number, plan.signatures, random);
  const error = Number(/field(\d+)/u.exec(made.row.message)?.[1] ?? 0);
  const at = now - DAYS_MS + Math.floor((number / plan.occurrences) * DAYS_MS);
  const kind = QUIET[error % QUIET.length] ?? 'console_warn';
  return {
    ...made,
    row: {
      ...made.row,
      error_type: error < plan.tickets ? made.row.error_type : kind,
      timestamp: new Date(at).toISOString(),
    },
  };
}

/** All of it comes from the tab of this page, so that its popup has what to show. Returns the tab's id. */
async function fill(plan: LivedIn): Promise<number> {
  const tab = (await browser.tabs.getCurrent())?.id ?? 0;
  const db = new VigieDatabase();
  const random = numbers(7);
  const now = Date.now();
  for (let start = 0; start < plan.occurrences; start += BATCH) {
    const size = Math.min(BATCH, plan.occurrences - start);
    const items = Array.from({ length: size }, (_, index) => ({
      ...occurrenceOf(start + index, plan, random, now),
      tab,
    }));
    const last = items.at(-1)?.row.timestamp ?? new Date(now).toISOString();
    await applyOccurrences(db, items, { settings: DEFAULT_SETTINGS, install: INSTALL, epoch: 1, now: last });
    document.title = `${start + size} of ${plan.occurrences} occurrences`;
  }
  db.close();
  return tab;
}

/** Runs on its own: no answer is waited for longer than a debugger's patience. */
function startFilling(plan: LivedIn): void {
  fill(plan).then(
    (tab) => Object.assign(globalThis, { filled: tab }),
    (error: unknown) => Object.assign(globalThis, { failed: String(error) }),
  );
}

/** Errors come as long as the page is open: known ones, and now and then a new one. */
async function live({ before, plan, batch, every }: LivePlan): Promise<void> {
  const db = new VigieDatabase();
  const random = numbers(11);
  const known = { ...plan, signatures: plan.signatures + Math.ceil(before / 1_000) };
  for (let number = before; ; number += batch) {
    const now = Date.now();
    const items = Array.from({ length: batch }, (_, index) => {
      const { row, ...rest } = nthOccurrence(number + index, known.signatures, random);
      return { ...rest, row: { ...row, timestamp: new Date(now + index).toISOString() } };
    });
    const ended = new Date(now + batch).toISOString();
    await applyOccurrences(db, items, { settings: DEFAULT_SETTINGS, install: INSTALL, epoch: 1, now: ended });
    Object.assign(globalThis, { written: number + batch - before });
    await new Promise((resolve) => {
      setTimeout(resolve, every);
    });
  }
}

function startLive(plan: LivePlan): void {
  live(plan).catch((error: unknown) => Object.assign(globalThis, { failed: String(error) }));
}

Object.assign(globalThis, { startFilling, startLive });
