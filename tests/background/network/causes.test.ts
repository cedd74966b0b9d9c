import { describe, expect, it } from 'vitest';
import { causeOf, type Cause } from '../../../src/background/network/causes.ts';

const CHROMIUM: [string, Cause][] = [
  ['net::ERR_ABORTED', 'none'],
  ['net::ERR_BLOCKED_BY_CLIENT', 'client'],
  ['net::ERR_BLOCKED_BY_ADMINISTRATOR', 'client'],
  ['net::ERR_FAILED', 'hidden'],
  ['net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin', 'hidden'],
  ['net::ERR_CONNECTION_REFUSED', 'refused'],
  ['net::ERR_CONNECTION_RESET', 'broken'],
  ['net::ERR_EMPTY_RESPONSE', 'broken'],
  ['net::ERR_CONTENT_LENGTH_MISMATCH', 'broken'],
  ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'tls'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
  ['net::ERR_TIMED_OUT', 'timeout'],
  ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
  ['net::ERR_UNSAFE_PORT', 'other'],
];

const FIREFOX: [string, Cause][] = [
  ['NS_BINDING_ABORTED', 'none'],
  ['NS_IMAGELIB_ERROR_LOAD_ABORTED', 'none'],
  ['NS_BINDING_RETARGETED', 'none'],
  ['NS_BASE_STREAM_CLOSED', 'none'],
  ['NS_ERROR_TRACKING_URI', 'client'],
  ['NS_ERROR_DOM_BAD_URI', 'hidden'],
  ['NS_ERROR_CONNECTION_REFUSED', 'refused'],
  ['NS_ERROR_NET_RESET', 'broken'],
  ['NS_ERROR_NET_PARTIAL_TRANSFER', 'broken'],
  ['NS_ERROR_UNKNOWN_HOST', 'dns'],
  ['SEC_ERROR_UNKNOWN_ISSUER', 'tls'],
  ['SSL_ERROR_NO_CYPHER_OVERLAP', 'tls'],
  ['NS_ERROR_NET_TIMEOUT', 'timeout'],
  ['NS_ERROR_OFFLINE', 'offline'],
  ['NS_ERROR_FAILURE', 'other'],
];

describe('causeOf', () => {
  it.each(CHROMIUM)('reads %s of Chromium as %s', (text, cause) => expect(causeOf('chromium', text)).toBe(cause));
  it.each(FIREFOX)('reads %s of Firefox as %s', (text, cause) => expect(causeOf('firefox', text)).toBe(cause));
  it('takes what it does not know for a failure', () => {
    expect(causeOf('firefox', 'net::ERR_ABORTED')).toBe('other');
    expect(causeOf('other', 'anything')).toBe('other');
  });
});
