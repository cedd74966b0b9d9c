import { defaultSite } from '../core/project.ts';
import type { ErrorLogRow, SiteRow } from '../core/rows.ts';
import { SELF_TEST_PAGE as PAGE, SELF_TEST_PROJECT } from '../core/self-test-project.ts';
import { type Visit, visitedPage } from '../core/visit.ts';
import type { SystemTestStep } from '../messages/protocol.ts';
import type { VigieDatabase } from '../storage/database.ts';
import { forgetProject } from '../storage/forget-project.ts';
import { groupsOfProject, type GroupWithTicket, historyOf } from '../storage/queries.ts';
import type { CaptureContext } from './ingest/context.ts';
import { type AnyRecord, derive } from './ingest/derive.ts';
import type { BrowserFacts } from './ingest/browser-facts.ts';
import type { NewOccurrence } from '../storage/local-rows.ts';

export interface SelfTestPorts {
  db: VigieDatabase;
  browser: BrowserFacts;
  context: () => Promise<CaptureContext>;
  /** Stores as ingest does. `now` is ISO 8601. */
  apply: (items: readonly NewOccurrence[], context: CaptureContext, now: string) => Promise<unknown>;
  /** Counts that a page was shown. @param duration of a watch, in milliseconds. */
  visit: (visit: Visit, duration: number) => Promise<void>;
  /** Closes what is due now, as the alarm does. */
  sweep: () => Promise<unknown>;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
}

/** One test: its surroundings, and the moment of its first occurrence in milliseconds. */
interface Life extends SelfTestPorts {
  settled: CaptureContext;
  start: number;
}

/** Each part returns a bare fact, or throws `StepFailure`. */
const PARTS = { error: storeError, ticket: findTicket, recurrence: storeAgain, closing: sweepAway };

/**
 * Leads one error through its whole life, with the rules and settings that all errors have: stored, ticket, recurrence, closing. The
 * error happened so long ago that its watch has just ended, hence the sweep closes it without waiting and without another clock.
 * Nobody is notified, since nobody is affected. Every row bears the test's own project and is removed at the end.
 */
export async function runSelfTest(ports: SelfTestPorts): Promise<SystemTestStep[]> {
  await removeSelfTest(ports.db);
  const settled = await ports.context();
  const start = ports.now() - settled.settings.tickets.monitoringDuration - 60_000;
  const steps: SystemTestStep[] = [];
  for (const name of ['error', 'ticket', 'recurrence', 'closing'] as const) {
    const step = await taken(name, () => PARTS[name]({ ...ports, settled, start }));
    steps.push(step);
    if (!step.ok) break;
  }
  return [...steps, await taken('clean-up', async () => String(await removeSelfTest(ports.db)))];
}

/** Removes what a test left that was killed half-way, and returns how many rows. To be called at every start; usually one read. */
export function removeSelfTest(db: VigieDatabase): Promise<number> {
  return forgetProject(db, SELF_TEST_PROJECT);
}

class StepFailure extends Error {
  override readonly name = 'StepFailure';
}

async function taken(name: SystemTestStep['name'], part: () => Promise<string>): Promise<SystemTestStep> {
  try {
    return { name, ok: true, detail: await part() };
  } catch (error) {
    if (error instanceof StepFailure) return { name, ok: false, detail: error.message };
    return { name, ok: false, detail: error instanceof Error ? error.name : 'unknown' };
  }
}

async function storeError(life: Life): Promise<string> {
  const { threshold } = life.settled.settings.tickets;
  await store(life, 0, threshold);
  const { signature, count } = await onlyGroup(life);
  if (count !== threshold) throw new StepFailure('miscounted');
  return signature;
}

async function findTicket(life: Life): Promise<string> {
  const { ticket } = await onlyGroup(life);
  if (!ticket) throw new StepFailure('no-ticket');
  const [created] = await historyOf(life.db, ticket.id);
  if (ticket.statut !== 'ouvert' || created?.action !== 'created') throw new StepFailure('odd-ticket');
  return ticket.metadata.number;
}

async function storeAgain(life: Life): Promise<string> {
  const before = await onlyGroup(life);
  await store(life, 1_000, 1);
  const { count, ticket } = await onlyGroup(life);
  if (!ticket || ticket.id !== before.ticket_id) throw new StepFailure('two-tickets');
  if (count !== before.count + 1) throw new StepFailure('miscounted');
  const prolonged = (ticket.metadata.monitoring_until ?? '') > (before.ticket?.metadata.monitoring_until ?? '');
  if (!prolonged) throw new StepFailure('not-prolonged');
  return ticket.metadata.number;
}

/** Somebody sees the page without the error first, in case that is what the settings wait for. */
async function sweepAway(life: Life): Promise<string> {
  const { install, settings } = life.settled;
  const at = timeOf(life, 2_000);
  const visit = { install, project: SELF_TEST_PROJECT, page: visitedPage(PAGE), client_id: null, at };
  await life.visit(visit, settings.tickets.monitoringDuration);
  await life.sweep();
  const { ticket } = await onlyGroup(life);
  if (ticket?.statut !== 'ferme') throw new StepFailure('not-closed');
  return ticket.resolution ?? '';
}

/** The test has one error: both occurrences have one signature. */
async function onlyGroup({ db }: Life): Promise<GroupWithTicket> {
  const [group, other] = await groupsOfProject(db, SELF_TEST_PROJECT, 2);
  if (!group) throw new StepFailure('not-stored');
  if (other) throw new StepFailure('two-tickets');
  return group;
}

function timeOf({ start }: Life, offset: number): string {
  return new Date(start + offset).toISOString();
}

async function store(life: Life, offset: number, count: number): Promise<void> {
  const now = new Date(life.now()).toISOString();
  const site = defaultSite(PAGE, now);
  const row = occurrence(life, site, timeOf(life, offset), count);
  await life.apply([{ row, site, tab: null, origin: '' }], life.settled, now);
}

/** Of a kind that makes tickets, as an honest page would have told it. */
function occurrence(life: Life, site: SiteRow, at: string, count: number): ErrorLogRow {
  const { settled: context, browser, now, newId } = life;
  const kind = context.settings.tickets.types.find((type) => type !== 'http_error' && type !== 'network_error');
  if (kind === undefined) throw new StepFailure('no-kind');
  const record: AnyRecord = {
    id: newId(),
    timestamp: at,
    kind,
    message: 'Error: automated test of Vigie',
    name: 'Error',
    stack: `Error: automated test of Vigie\n    at selfTest (${PAGE}self-test.js:579:1)`,
    source: `${PAGE}self-test.js`,
    line: 579,
    column: 1,
    count,
    suppressed: 0,
    age: 0,
  };
  const frame = { tab: -1, frame_id: 0, url: PAGE, origin: PAGE, top_url: '', top_origin: '' };
  const page = { client: null, release: null };
  const setting = { frame, title: '', site, page, browser, context, now: now() };
  const derived = derive(record, setting);
  if ('ignoredBy' in derived) throw new StepFailure(`ignored ${derived.ignoredBy}`);
  // Nobody is affected; and the time is the one of the test, however long a watch lasts.
  const metadata = { ...derived.row.metadata, client_id: null, client_email: null };
  return { ...derived.row, timestamp: at, metadata };
}
