import { type Fields, whole } from './fields.ts';
import { harmless } from './text.ts';
import { MAX_ARGUMENT, MAX_URL, type WireHttp } from './wire.ts';

/** The methods that browsers put in upper case; others are sent as written. */
const NORMALISED = /^(delete|get|head|options|post|put)$/i;

/** The facts of a request that failed, with its address made absolute. */
export function readHttp(http: Fields): WireHttp {
  return {
    method: harmless(http['method'], 50).replace(NORMALISED, (method) => method.toUpperCase()),
    url: absolute(harmless(http['url'], MAX_URL), harmless(http['base'], MAX_URL)),
    status: whole(http['status']),
    duration_ms: whole(http['duration_ms']),
    error: harmless(http['error'], MAX_ARGUMENT),
  };
}

/** `METHOD url status (text)`, or `METHOD url failed` if there was no answer. */
export function requestMessage({ method, url, status, error }: WireHttp): string {
  if (!status) return `${method} ${url} failed`;
  return `${method} ${url} ${status}${error && ` (${error})`}`;
}

/** An address without its fragment, and of a `data:` address only the type: the rest is its content. */
export function absolute(address: string, base: string): string {
  let full = address;
  try {
    full = new URL(address, base).href;
  } catch {
    // Left as the page wrote it: that the address is wrong may be the error.
  }
  return full.replace(/#.*/s, '').replace(/^(data:[^,]*,).*/s, '$1…');
}
