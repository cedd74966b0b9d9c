import type { BrowserName } from '../../core/occurrence.ts';
import { requestMessage } from '../../relay/refine/request-text.ts';
import { LIMITS, type StampedRecord } from '../../relay/wire.ts';
import type { AnyRecord } from '../ingest/derive.ts';
import { cleanText } from '../ingest/record.ts';
import { causeOf } from './causes.ts';
import type { NewOccurrence } from '../../storage/local-rows.ts';
import { addressIn } from './told-address.ts';

/** What the browser says about a request that a page told of. */
interface BrowserView {
  status: number;
  error: string;
  /** The occurrence that it would have become. */
  item: NewOccurrence | null;
}

/**
 * One record of both testimonies: status and cause are the browser's, all else is the page's. Except where the browser knows of an answer
 * and the page of none: such an answer was kept from the page (CORS), or broke off later, and the failure is what the page met.
 */
export function mergeRecord(record: StampedRecord, view: BrowserView, browser: BrowserName): AnyRecord {
  const { http } = record;
  if (http === undefined) return withFacts(record, view);
  if (record.kind === 'network_error') {
    const named = view.status === 0 && causeOf(browser, view.error) !== 'hidden';
    return named ? { ...record, http: { ...http, error: view.error } } : record;
  }
  if (view.status === 0 || view.status === http.status) return record;
  const truth = { ...http, status: view.status, error: view.error };
  return { ...record, http: truth, message: cleanText(requestMessage(truth), LIMITS.message) };
}

/** Elements and imports that could not load their file do not say why, nor answers that broke off which they were. */
function withFacts(record: StampedRecord, { status, error, item }: BrowserView): AnyRecord {
  const { method = 'GET', url = '' } = item?.row.metadata.http ?? {};
  return { ...record, http: { method, url: addressIn(record) || url, status, duration_ms: null, error } };
}
