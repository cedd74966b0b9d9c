import type { BrowserName } from '../../core/occurrence.ts';
import { causeOf } from './causes.ts';
import type { FailedRequest } from './failed-request.ts';

/** What is read of an event of `webRequest`; browsers differ in what they tell. */
export interface RequestDetails {
  requestId: string;
  url: string;
  method: string;
  type: string;
  tabId: number;
  frameId: number;
  /** Milliseconds since 1970, with fractions. */
  timeStamp: number;
  documentId?: string;
  /** Of what is around the frame. */
  parentFrameId?: number;
  parentDocumentId?: string;
  /** Chromium: origin that asked. */
  initiator?: string;
  /** Firefox: address that asked, and of its document. */
  originUrl?: string;
  documentUrl?: string;
  statusCode?: number;
  /** Such as `HTTP/1.1 404 Not Found`. */
  statusLine?: string;
  error?: string;
}

/** Turns the events of requests into failures. What is kept is little, and only of requests that were redirected or failed. */
export interface Follower {
  redirected(details: RequestDetails): void;
  /** The head of an answer is there, which the browser may refuse to begin with, see `createRequestWatch`. */
  headed(details: RequestDetails): void;
  /** The status is known. Earlier than the end of the request, which for an answer that nobody reads never comes. */
  answered(details: RequestDetails): FailedRequest | null;
  broke(details: RequestDetails): FailedRequest | null;
}

/** Requests remembered; the one unused for longest goes. */
const REMEMBERED = 500;

/** Requests that browsers make on their own account. */
const OWN_AFFAIRS: ReadonlySet<string> = new Set(['speculative', 'csp_report', 'xml_dtd']);

export function createFollower(browser: BrowserName): Follower {
  const addresses = new Map<string, string[]>();
  const told = new Map<string, true>();
  const begun = new Map<string, true>();
  /** Failures by the head alone. */
  const heads = new Map<string, { status: number; error: string }>();

  function failure(details: RequestDetails, status: number, error: string): FailedRequest | null {
    const { requestId, url, method, type, tabId, documentUrl = '', timeStamp } = details;
    const urls = [...(addresses.get(requestId) ?? []), url];
    addresses.delete(requestId);
    // Firefox shows the question that CORS asks before a request as one of its own. It fails with the request that it is for.
    if (told.has(requestId) || OWN_AFFAIRS.has(type) || method === 'OPTIONS') return null;
    keep(told, requestId, true);
    const at = Math.round(timeStamp);
    const place = { tab: tabId, ...frameOf(details), documentUrl };
    return {
      method,
      urls,
      type,
      status,
      error,
      begun: begun.has(requestId),
      at,
      ...place,
      initiator: initiatorOf(details),
    };
  }

  return {
    redirected({ requestId, url }) {
      keep(addresses, requestId, [...(addresses.get(requestId) ?? []), url].slice(-20));
    },
    headed({ requestId, statusCode = 0, statusLine = '' }) {
      if (statusCode >= 400) keep(heads, requestId, { status: statusCode, error: reasonOf(statusLine) });
    },
    answered(details) {
      const { requestId, statusCode = 0, statusLine = '' } = details;
      if (statusCode >= 400) return failure(details, statusCode, reasonOf(statusLine));
      addresses.delete(requestId);
      keep(begun, requestId, true);
      return null;
    },
    broke(details) {
      const { error = '', requestId } = details;
      const cause = causeOf(browser, error);
      // What is kept from a page never begins there: the page called it off in the middle, for which Chromium has the same word.
      if (cause === 'none' || (cause === 'hidden' && begun.has(requestId))) return null;
      const head = heads.get(requestId) ?? { status: 0, error };
      return failure(details, head.status, head.error);
    },
  };
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > REMEMBERED && oldest !== undefined) map.delete(oldest);
}

/** `HTTP/1.1 404 Not Found` → `Not Found`; HTTP/2 and later have no words. */
function reasonOf(line: string): string {
  return /^HTTP\/\S+ +\d{3} +(.*)$/i.exec(line)?.[1]?.trim() ?? '';
}

/** Chromium gives an `object` the frame that its content would get: it is a part of the page around it. */
function frameOf({ type, frameId, documentId = '', parentFrameId = -1, parentDocumentId = '' }: RequestDetails) {
  if (type !== 'object' || parentFrameId < 0) return { frame: Math.max(0, frameId), document: documentId };
  return { frame: parentFrameId, document: parentDocumentId };
}

function initiatorOf({ initiator, originUrl }: RequestDetails): string {
  if (initiator !== undefined) return initiator;
  return originUrl !== undefined && URL.canParse(originUrl) ? new URL(originUrl).origin : '';
}
