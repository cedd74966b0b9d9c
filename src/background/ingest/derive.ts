import { clientOf } from '../../core/client.ts';
import { deterministicId } from '../../core/ids.ts';
import type { CapturedFacts } from '../../core/occurrence.ts';
import type { Breadcrumb, ErrorLogRow, OccurrenceMetadata, SiteRow } from '../../core/rows.ts';
import { quietReason } from '../../core/quiet.ts';
import { type Signature, signatureOf } from '../../core/signature/signature.ts';
import { isAmong } from '../../core/statuses.ts';
import type { StampedRecord, WireHttp } from '../../relay/wire.ts';
import type { PageFacts } from '../account/page-facts.ts';
import { breadcrumbsBefore } from './breadcrumbs.ts';
import type { BrowserFacts } from './browser-facts.ts';
import type { CaptureContext } from './context.ts';
import type { FrameFacts } from './frame.ts';

/** A record of either witness: how long a request took only pages know. */
export type AnyRecord = Omit<StampedRecord, 'http'> & {
  http?: Omit<WireHttp, 'duration_ms'> & { duration_ms: number | null };
};

/** Where a record comes from, and what it is derived with. */
export interface Setting {
  frame: FrameFacts;
  title: string;
  site: SiteRow;
  /** What the site's rules read in the page. */
  page: PageFacts;
  /** What happened in the page, before and after, where that is known. */
  crumbs?: readonly Breadcrumb[];
  browser: BrowserFacts;
  context: CaptureContext;
  /** Milliseconds since 1970. */
  now: number;
}

/** Occurrences can wait in a sleeping browser; beyond a day the clock is more likely wrong than the delivery late. */
const OLDEST_MS = 86_400_000;

/**
 * The row of a record, redacted; or the rule that it is ignored by. The order is fixed: the signature and the ignore rules see the
 * raw facts, so that nobody's redaction settings split a bug in two, and nothing raw goes any further.
 */
export function derive(record: AnyRecord, setting: Setting): { row: ErrorLogRow } | { ignoredBy: string } {
  const facts = factsOf(record, setting);
  const signature = signatureOf(facts);
  const ignoredBy = setting.context.ignoredBy(facts);
  if (ignoredBy !== null) return { ignoredBy };
  const quiet = quietStatus(facts, setting.site);
  if (quiet !== null) return { ignoredBy: quiet };
  return { row: setting.context.redact(rowOf(record, facts, signature, setting)) };
}

/** The reason under which answers are counted that the site wants as traces only; null for all others. */
function quietStatus({ http }: CapturedFacts, { quiet_statuses = [] }: SiteRow): string | null {
  if (http === undefined || http.status === 0 || !isAmong(http.status, quiet_statuses)) return null;
  return quietReason(http.status);
}

function factsOf(record: AnyRecord, { frame, browser }: Setting): CapturedFacts {
  const { kind, message, name, source, line, column, stack, http, args } = record;
  return {
    browser: browser.browser,
    error_type: kind,
    message,
    name,
    source,
    line,
    column,
    stack,
    page_url: frame.url,
    ...(http === undefined ? {} : { http: httpOf(http) }),
    ...(args === undefined ? {} : { console_args: args }),
  };
}

function httpOf({ method, url, status, duration_ms, error }: NonNullable<AnyRecord['http']>) {
  return { method, url, status, duration_ms, error: error === '' ? null : error };
}

function rowOf(record: AnyRecord, facts: CapturedFacts, signature: Signature, setting: Setting): ErrorLogRow {
  return {
    id: record.id,
    error_type: record.kind,
    message: record.message,
    source: signature.source,
    stack_trace: record.stack,
    resolved: false,
    timestamp: timeOf(record, setting.now),
    metadata: metadataOf(record, facts, signature, setting),
  };
}

function metadataOf(
  record: AnyRecord,
  facts: CapturedFacts,
  signature: Signature,
  { frame, title, site, page, browser, context, crumbs }: Setting,
): OccurrenceMetadata {
  return {
    signature: signature.signature,
    signature_version: signature.version,
    signature_parts: signature.parts,
    name: record.name,
    line: signature.line,
    column: signature.column,
    url: frame.url,
    ...(frame.top_url === '' ? {} : { top_url: frame.top_url }),
    title,
    project: site.id,
    ...clientOf(page.client ?? context.settings.identity, site.id),
    count: record.count,
    ...(facts.http === undefined ? {} : { http: facts.http }),
    ...(facts.console_args === undefined ? {} : { console_args: facts.console_args }),
    ...(record.causes === undefined || record.causes.length === 0 ? {} : { causes: record.causes }),
    ...browser,
    frame_id: frame.frame_id,
    ...(page.release === null ? {} : { release: page.release }),
    ...((site.environment ?? '') === '' ? {} : { environment: site.environment }),
    ...(record.suppressed === 0 ? {} : { suppressed: record.suppressed }),
    ...trailTo(record, crumbs),
    // Only ever compared, and made of words out of their order: no masking would know a password among them.
    lineless: deterministicId('lineless', signature.lineless),
  };
}

/** When the first of the record's occurrences happened, by the relay's clock. */
function timeOf({ timestamp }: AnyRecord, now: number): string {
  return new Date(Math.min(Math.max(Date.parse(timestamp), now - OLDEST_MS), now)).toISOString();
}

/** What happened in the page before a record. */
function trailTo(
  { timestamp }: AnyRecord,
  crumbs: readonly Breadcrumb[] = [],
): Pick<OccurrenceMetadata, 'breadcrumbs'> {
  const breadcrumbs = breadcrumbsBefore(crumbs, timestamp);
  return breadcrumbs.length === 0 ? {} : { breadcrumbs };
}
