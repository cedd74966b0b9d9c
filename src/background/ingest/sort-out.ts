import { projectOf, type ProjectOf } from '../../core/project.ts';
import { siteState, wasPaused } from '../../core/site.ts';
import { MessageError } from '../../messages/message-error.ts';
import type { ReceivedBatch } from '../../messages/requests.ts';
import type { Sender } from '../../messages/sender.ts';
import { LIMITS, type StampedRecord, WIRE_VERSION } from '../../relay/wire.ts';
import type { LateRow } from '../../storage/complete.ts';
import type { SetAside } from '../../storage/set-aside.ts';
import { isGranted } from '../../core/grants.ts';
import type { PageRequest } from '../../core/witness.ts';
import { takenOut } from '../network/seen.ts';
import type { Completion, Testimony } from '../network/testimony.ts';
import type { PageFacts } from '../account/page-facts.ts';
import { readBreadcrumbs } from './breadcrumbs.ts';
import type { BrowserFacts } from './browser-facts.ts';
import type { CaptureContext } from './context.ts';
import { derive, type Setting } from './derive.ts';
import { withoutEchoes } from './echoes.ts';
import { frameOf } from './frame.ts';
import { cleanText, parseRecord, recordId } from './record.ts';
import type { NewOccurrence } from '../../storage/local-rows.ts';

/** A batch as it arrived, and what it is judged by. */
export interface Arrival {
  batch: ReceivedBatch;
  sender: Sender;
  context: CaptureContext;
  browser: BrowserFacts;
  /** What the site's rules read in the tab's page. */
  page: PageFacts;
  /** Milliseconds since 1970. */
  now: number;
  /** How many of `wanted` records this key may deliver now. */
  grant: (key: string, wanted: number, now: number) => number;
  /** What the browser saw of its failed requests. */
  testimony: Testimony;
  /** Told of every record that should not have been refused. Must not throw. */
  onFailure: (where: string, error: unknown) => void;
}

/** What of a batch will be stored, and what will not. Every record is in one of the two, unless it is stored already as the browser saw it. */
export interface Sorted {
  items: NewOccurrence[];
  aside: SetAside[];
  /** Failed requests among what is not stored: the browser's view of them must make no occurrence either. */
  claims: PageRequest[];
  /** Occurrences that the browser made, as the page tells them: for `core/complete.ts`. */
  late: LateRow[];
}

/** Why a record is not stored, as counted and shown. */
type Refusal =
  | 'wire-version'
  | 'no-page'
  | 'not-granted'
  | 'site-off'
  | 'site-paused'
  | 'rate'
  | 'malformed'
  | 'underivable'
  | 'unstorable';

/** Judges every record of a batch. Nothing is stored yet. */
export function sortOut(arrival: Arrival): Sorted {
  const { batch, sender, context, now } = arrival;
  if (batch.wire !== WIRE_VERSION) return refuseAll(batch, 'wire-version');
  const frame = frameOf(sender);
  if (frame === null) return refuseAll(batch, 'no-page');
  // Scripts that are in a page stay there when the grant is taken back.
  if (!isGranted(frame.origin, context.granted)) return refuseAll(batch, 'not-granted');
  const at = new Date(now).toISOString();
  const project = projectOf(frame.url, context.sites, at);
  const state = siteState(project.site, at);
  if (state !== 'watched') return refuseAll(batch, `site-${state}`);
  const title = cleanText(batch.title, LIMITS.title);
  const { browser, page } = arrival;
  const crumbs = readBreadcrumbs(batch.crumbs);
  const setting = { frame, title, site: project.site, page, browser, context, crumbs, now };
  const granted = arrival.grant(`${frame.tab} ${frame.origin}`, batch.records.length, now);
  const sorted: Sorted = {
    items: [],
    aside: batch.records.slice(granted).map((raw) => refused(raw, 'rate')),
    claims: [],
    late: [],
  };
  for (const raw of withoutEchoes(batch.records.slice(0, granted))) sortOne(raw, sorted, setting, { arrival, project });
  return sorted;
}

/** Rows of one batch that tell what led to them: in a storm it is the same for all. */
const ROWS_WITH_TRAIL = 5;

function trailing(setting: Setting, rows: number): Setting {
  return rows < ROWS_WITH_TRAIL ? setting : { ...setting, crumbs: [] };
}

function readOne(
  raw: unknown,
  { arrival, project }: { arrival: Arrival; project: ProjectOf },
): StampedRecord | SetAside {
  const parsed = parseRecord(raw);
  if ('reason' in parsed) {
    arrival.onFailure('capture.record', new MessageError('malformed', parsed.reason));
    return refused(raw, 'malformed');
  }
  return wasPaused(project.site, parsed.record.timestamp) ? refused(raw, 'site-paused') : parsed.record;
}

function sortOne(
  raw: unknown,
  { items, aside, claims, late }: Sorted,
  setting: Setting,
  { arrival, project }: { arrival: Arrival; project: ProjectOf },
): void {
  const read = readOne(raw, { arrival, project });
  if ('why' in read) {
    aside.push(read);
    return;
  }
  const { record, page, aside: rule, completes } = arrival.testimony(read);
  try {
    if (completes !== null) late.push(...lateRow(completes, setting));
    const derived =
      record !== null && rule === '' ? derive(record, trailing(setting, items.length)) : { ignoredBy: rule };
    if ('row' in derived) {
      const { tab, top_origin } = setting.frame;
      const witness = page === null ? {} : { witness: { page } };
      items.push({ row: derived.row, site: project.site, tab, origin: top_origin, ...witness });
      return;
    }
    if (page !== null) claims.push(page);
    const { id, count } = record ?? { id: '', count: 0 };
    if (count > 0) aside.push(takenOut(id, derived.ignoredBy, count));
  } catch (error) {
    // A fault of ours, the same each time: the record is given up so that it does not come back for ever. Its text may be secret,
    // and an error of the engine can quote it.
    aside.push(refused(raw, 'underivable'));
    arrival.onFailure('capture.derive', new MessageError(error instanceof Error ? error.name : 'unknown', ''));
  }
}

function lateRow({ id, record }: Completion, setting: Setting): LateRow[] {
  const derived = derive(record, setting);
  return 'row' in derived ? [{ id, page: derived.row }] : [];
}

function refuseAll(batch: ReceivedBatch, key: Refusal): Sorted {
  return { items: [], aside: batch.records.map((raw) => refused(raw, key)), claims: [], late: [] };
}

function refused(raw: unknown, key: Refusal): SetAside {
  return { id: recordId(raw), why: 'refused', key, count: countOf(raw) };
}

/** How many occurrences an unread record claims to stand for; 1 unless the claim makes sense. */
function countOf(raw: unknown): number {
  if (typeof raw !== 'object' || raw === null || !('count' in raw)) return 1;
  const { count } = raw;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 1 && count <= 1e9 ? count : 1;
}

export function unstorable({ row }: NewOccurrence): SetAside {
  return { id: row.id, why: 'refused', key: 'unstorable' satisfies Refusal, count: row.metadata.count };
}
