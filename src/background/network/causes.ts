import type { BrowserName } from '../../core/occurrence.ts';

/**
 * What a browser's text for a request without answer means.
 *
 * - `none`: nothing failed; the page or the reader called it off, or the browser only went on in another way.
 * - `client`: something on this machine forbade it, such as an ad blocker; not the application's fault.
 * - `hidden`: the answer came and the browser keeps it from the page (CORS and the like); only the page knows what it asked for.
 * - the others: a failure, by its kind.
 */
export type Cause =
  | 'none'
  | 'client'
  | 'hidden'
  | 'refused'
  | 'broken'
  | 'dns'
  | 'tls'
  | 'timeout'
  | 'offline'
  | 'other';

type Table = readonly (readonly [RegExp, Cause])[];

/** https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
const CHROMIUM: Table = [
  // Aborted by the page (AbortController, xhr.abort, another navigation), a download, an answer without content.
  [/^net::ERR_ABORTED$/, 'none'],
  // The browser asks again by itself.
  [/^net::ERR_(?:CACHE_MISS|UPLOAD_FILE_CHANGED|NETWORK_IO_SUSPENDED)$/, 'none'],
  // Another extension cancelled it, or a policy of the machine's administrator.
  [/^net::ERR_BLOCKED_BY_(?:CLIENT|ADMINISTRATOR|ENROLLMENT|FINGERPRINTING_PROTECTION\w*)$/, 'client'],
  // CORS failures have no name of their own; beside them only what a service worker answered with `Response.error()`.
  [/^net::ERR_FAILED$/, 'hidden'],
  // Cross-origin policies of the answer itself (CORP, COEP, ORB).
  [/^net::ERR_BLOCKED_BY_(?:RESPONSE|ORB)/, 'hidden'],
  // Nothing listens there, or a firewall says no.
  [
    /^net::ERR_(?:CONNECTION_REFUSED|CONNECTION_FAILED|ADDRESS_UNREACHABLE|NETWORK_ACCESS_DENIED|PROXY_CONNECTION_FAILED)$/,
    'refused',
  ],
  // The connection ended before the whole answer was there.
  [
    /^net::ERR_(?:EMPTY_RESPONSE|CONNECTION_(?:RESET|CLOSED|ABORTED)|CONTENT_LENGTH_MISMATCH|INCOMPLETE_\w+|HTTP2_\w+|QUIC_\w+)$/,
    'broken',
  ],
  [/^net::ERR_(?:NAME_|DNS_|ICANN_)\w+$/, 'dns'],
  [/^net::ERR_(?:CERT|SSL|BAD_SSL|TLS|ECH)\w*$/, 'tls'],
  [/^net::ERR_(?:CONNECTION_)?TIMED_OUT$/, 'timeout'],
  // The machine has no network, or changed it in the middle of the request.
  [/^net::ERR_(?:INTERNET_DISCONNECTED|NETWORK_CHANGED)$/, 'offline'],
];

/** https://searchfox.org/mozilla-central/source/xpcom/base/ErrorList.py */
const FIREFOX: Table = [
  // Aborted by the page or by another navigation; its answer not read to the end; images by their element.
  [/^NS_(?:BINDING_ABORTED|ERROR_ABORT|BASE_STREAM_CLOSED|IMAGELIB_ERROR_\w+)$/, 'none'],
  // Handed to a redirect, a service worker, a download, or answered from the memory of images.
  [/^NS_(?:BINDING_(?:REDIRECTED|RETARGETED|SUCCEEDED)|ERROR_PARSED_DATA_CACHED|ERROR_WONT_HANDLE_CONTENT)$/, 'none'],
  [/^NS_ERROR_DOCUMENT_NOT_CACHED$/, 'none'],
  // Tracking protection, safe browsing, a policy of the machine's administrator.
  [
    /^NS_ERROR_(?:TRACKING|PHISHING|MALWARE|UNWANTED|HARMFUL|HARMFULADDON|SOCIALTRACKING|FINGERPRINTING|CRYPTOMINING|EMAILTRACKING|BLOCKED)_\w+$/,
    'client',
  ],
  // Refused by a check of the page's own making: CORS preflight, CORP, mixed content.
  [/^NS_ERROR_DOM_(?:BAD_(?:URI|CROSS_ORIGIN_URI)|CORP_FAILED|COEP_FAILED)$/, 'hidden'],
  [/^NS_ERROR_(?:CONNECTION_REFUSED|PROXY_CONNECTION_REFUSED)$/, 'refused'],
  [
    /^NS_ERROR_(?:NET_(?:RESET|INTERRUPT|EMPTY_RESPONSE|PARTIAL_TRANSFER|HTTP2_\w+|HTTP3_\w+)|CORRUPTED_CONTENT)$/,
    'broken',
  ],
  [/^NS_ERROR_UNKNOWN_(?:HOST|PROXY_HOST)$/, 'dns'],
  [/^(?:SEC|SSL|MOZILLA_PKIX)_ERROR_\w+$/, 'tls'],
  [/^NS_ERROR_(?:NET_TIMEOUT\w*|PROXY_GATEWAY_TIMEOUT)$/, 'timeout'],
  [/^NS_ERROR_OFFLINE$/, 'offline'],
];

const TABLES: Partial<Record<BrowserName, Table>> = { chromium: CHROMIUM, firefox: FIREFOX };

/** The meaning of a browser's text; an unknown text is a failure, since missing one is worse than showing one too many. */
export function causeOf(browser: BrowserName, text: string): Cause {
  return TABLES[browser]?.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}
