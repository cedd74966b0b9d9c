import type { WireHttp } from '../relay/wire.ts';
import { LIMITS } from '../relay/wire.ts';
import { absolute } from './addresses.ts';
import type { Finding } from './finding.ts';
import { now, toUpperCase } from './natives.ts';
import { stackOfCall, type StackHolder } from './stacks.ts';
import { clip } from './text.ts';

/** What is known of a request when it starts: as little as possible, most of them succeed. */
export interface Started {
  method: string;
  /** As the page gave it: possibly relative to `base`. */
  address: string;
  base: string;
  at: number;
  stack: StackHolder;
}

/** The methods that browsers put in upper case; others are sent as written. */
const NORMALISED = { __proto__: null, DELETE: 1, GET: 1, HEAD: 1, OPTIONS: 1, POST: 1, PUT: 1 } as unknown as {
  [method: string]: 1 | undefined;
};

export function methodOf(text: string): string {
  const upper = toUpperCase(text);
  return clip(NORMALISED[upper] ? upper : text, 50);
}

/** An answer of 400 or above. */
export function httpError(started: Started, status: number, statusText: string): Finding {
  const facts = factsOf(started, status, clip(statusText, 200));
  const text = facts.method + ' ' + facts.url + ' ' + status;
  return findingOf('http_error', facts.error ? text + ' (' + facts.error + ')' : text, '', started, facts);
}

/** No answer: `message` is the error's text where the page got an error, else made of the request. */
export function networkError(started: Started, message: string, name: string, cause: string): Finding {
  const facts = factsOf(started, 0, cause || message);
  const text = message || facts.method + ' ' + facts.url + ' failed';
  return findingOf('network_error', text, name, started, facts);
}

function factsOf(started: Started, status: number, error: string): WireHttp {
  return {
    method: started.method,
    url: absolute(started.address, started.base),
    status,
    duration_ms: now() - started.at,
    error,
  };
}

function findingOf(kind: Finding['kind'], message: string, name: string, started: Started, http: WireHttp): Finding {
  return {
    kind,
    message: clip(message, LIMITS.message),
    name,
    stack: stackOfCall(started.stack),
    ofCall: true,
    source: '',
    line: 0,
    column: 0,
    at: now(),
    args: null,
    causes: null,
    http,
  };
}
