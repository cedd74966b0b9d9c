import { requestMessage } from '../../relay/refine/request-text.ts';
import { LIMITS, type WireKind } from '../../relay/wire.ts';
import type { AnyRecord } from '../ingest/derive.ts';
import { cleanText } from '../ingest/record.ts';
import { type FailedRequest, tagOf } from './failed-request.ts';
import { plainAddress } from './request-key.ts';

/** A failure that only the browser saw, in the words that a page's relay would have used: the signature is the same. */
export function observedRecord(request: FailedRequest, id: string): AnyRecord {
  const { status, type } = request;
  const method = cleanText(request.method, 32);
  const url = plainAddress(request.urls[0] ?? '');
  const http = { method, url, status, duration_ms: null, error: cleanText(request.error, LIMITS.argument) };
  const tag = tagOf(type);
  return {
    id,
    timestamp: new Date(request.at).toISOString(),
    kind: kindOf(tag, status),
    message: cleanText(tag === null ? requestMessage(http) : `Failed to load ${tag}: ${url}`, LIMITS.message),
    name: '',
    stack: '',
    source: tag === null ? '' : url,
    line: 0,
    column: 0,
    count: 1,
    suppressed: 0,
    age: 0,
    http,
  };
}

function kindOf(tag: string | null, status: number): WireKind {
  if (tag !== null) return 'resource_error';
  return status === 0 ? 'network_error' : 'http_error';
}
