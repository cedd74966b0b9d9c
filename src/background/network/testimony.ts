import { ANY_FRAME, type PageRequest, tell } from '../../core/witness.ts';
import type { ReceivedBatch } from '../../messages/requests.ts';
import type { Sender } from '../../messages/sender.ts';
import type { StampedRecord } from '../../relay/wire.ts';
import type { CaptureContext } from '../ingest/context.ts';
import type { AnyRecord } from '../ingest/derive.ts';
import { type FrameFacts, frameOf } from '../ingest/frame.ts';
import { parseRecord } from '../ingest/record.ts';
import { isGranted } from '../../core/grants.ts';
import { mergeRecord } from './merge.ts';
import { requestKey, UNNAMED_KEY } from './request-key.ts';
import { addressIn, isOfUnnamed, isUnnamed, moduleIn } from './told-address.ts';
import { watchedProject } from './seen.ts';
import type { PendingRequestRow } from '../../storage/local-rows.ts';

/** What becomes of a record once the browser was heard. */
export interface Verdict {
  /** Null: it was stored already, as the browser told it. */
  record: AnyRecord | null;
  /** To be stored with it, or alone when it is not stored; null when the browser cannot have seen it. */
  page: PageRequest | null;
  /** The rule that takes it out; '' for none. */
  aside: string;
  /** The stored occurrence that the record, come late, completes; null for none. */
  completes: Completion | null;
}

export interface Completion {
  id: string;
  record: StampedRecord;
}

/** Hears the browser about one record after another of one batch. */
export type Testimony = (record: StampedRecord) => Verdict;

/** For batches without a failed request. */
export const NO_TESTIMONY: Testimony = (record) => ({ record, page: null, aside: '', completes: null });

interface Told {
  record: StampedRecord;
  page: PageRequest;
}

/** The records of a batch that the browser may have seen as well. */
export function toldRequests(batch: ReceivedBatch, sender: Sender, context: CaptureContext, now: number): Told[] {
  const frame = frameOf(sender);
  if (frame === null || watchedProject(frame, context, new Date(now).toISOString()) === null) return [];
  return batch.records.flatMap((raw) => {
    const record = isOfRequest(raw) ? parseRecord(raw) : null;
    if (record === null || !('record' in record)) return [];
    const page = pageRequest(record.record, placeOf(sender, frame), now);
    const visible = isOfUnnamed(record.record) || isVisible(addressIn(record.record), context);
    return page !== null && visible ? [{ record: record.record, page }] : [];
  });
}

/** A testimony from what is stored; several records of a batch never share one failure that the browser saw. */
export function testimonyOf(told: readonly Told[], stored: readonly PendingRequestRow[], browser: Browser): Testimony {
  const rows = new Map(stored.map((row) => [row.id, row]));
  const pages = new Map(told.map(({ record, page }) => [record.id, page]));
  return (record) => {
    const page = pages.get(record.id);
    if (page === undefined) return NO_TESTIMONY(record);
    const { absorbed, aside, seen, completes, put, drop } = tell([...rows.values()], page);
    for (const row of put) rows.set(row.id, row);
    for (const id of drop) rows.delete(id);
    // A rejection says more than that a file is missing: it stays, whatever else was told of the file.
    if (!KINDS.has(record.kind)) {
      return { record: seen ? mergeRecord(record, seen, browser) : record, page, aside: '', completes: null };
    }
    const completion = completes === null ? null : { id: completes, record };
    if (absorbed >= record.count) return { record: null, page, aside, completes: completion };
    const rest = record.count - absorbed;
    const left = { ...record, count: rest, suppressed: Math.min(record.suppressed, rest) };
    return { record: seen ? mergeRecord(left, seen, browser) : left, page, aside, completes: completion };
  };
}

type Browser = Parameters<typeof mergeRecord>[2];

const KINDS: ReadonlySet<unknown> = new Set(['http_error', 'network_error', 'resource_error']);

/** Whether a raw record is worth parsing for it. */
function isOfRequest(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw)) return false;
  if (KINDS.has(raw.kind)) return true;
  return (
    'message' in raw && typeof raw.message === 'string' && (moduleIn(raw.message) !== '' || isUnnamed(raw.message))
  );
}

function isVisible(url: string, { granted }: CaptureContext): boolean {
  return URL.canParse(url) && isGranted(new URL(url).origin, granted);
}

/** How long before an element says that its file is missing the browser may have asked for it: a parser that waits reads ahead. */
const AHEAD_MS = 60_000;

type Place = Pick<PageRequest, 'document' | 'tab' | 'frame' | 'origin'>;

function placeOf({ url, documentId = '' }: Sender, { tab, frame_id, origin }: FrameFacts): Place {
  const nameless = url === 'about:blank';
  return { document: nameless ? '' : documentId, tab, frame: nameless ? ANY_FRAME : frame_id, origin };
}

function pageRequest(record: StampedRecord, place: Place, now: number): PageRequest | null {
  const at = Date.parse(record.timestamp);
  const { id, count, http } = record;
  if (!Number.isFinite(at)) return null;
  const unnamed = isOfUnnamed(record);
  return {
    id,
    key: unnamed ? UNNAMED_KEY : requestKey(http?.method ?? 'GET', addressIn(record)),
    ...place,
    // The browser knows the status when the answer begins, XMLHttpRequest tells it when the answer has ended.
    from: at - (unnamed ? 0 : (http?.duration_ms ?? AHEAD_MS)),
    // Of many identical ones the time of the first is known.
    until: count === 1 ? at : Math.max(at, now),
    count,
    since: now,
    element: http === undefined && !unnamed,
  };
}
