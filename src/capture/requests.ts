import type { HookHttp, HookRecord } from '../relay/wire.ts';
import { now, toText } from './natives.ts';
import { addressText, baseAddress, requestAddress } from './natives-dom.ts';
import { newRecord } from './record.ts';
import { type TakenStack, textOfStack } from './stacks.ts';
import { isObject } from './peek.ts';

/** What is kept of a request while it runs: as little as possible, most of them succeed. */
export interface Started {
  method: string;
  /** '' if it cannot be known without running code of the page a second time. */
  url: string;
  base: string;
  at: number;
  stack: TakenStack;
  /** By which the page may call it off. */
  signal: unknown;
}

/** What is known when a request starts. `method`, `input` and `signal` are as the page gave them. */
export function startRequest(method: unknown, input: unknown, stack: TakenStack, signal?: unknown): Started {
  const url = isObject(input) ? (addressText(input) ?? requestAddress(input)) : toText(input);
  return {
    method: isObject(method) ? '' : toText(method),
    url: url ?? '',
    base: baseAddress(document) ?? '',
    at: now(),
    stack,
    signal,
  };
}

/** An answer of 400 or above, or with status 0 none at all. `text` is the status text, or what went wrong. */
export function requestRecord(started: Started, status: number, text: string, error: unknown): HookRecord {
  const record = newRecord(status ? 'http_error' : 'network_error', '', error);
  const http: HookHttp = {
    toJSON: undefined,
    method: started.method,
    url: started.url,
    base: started.base,
    status,
    duration_ms: record.at - started.at,
    error: text || record.message,
  };
  record.http = http;
  record.stack = textOfStack(started.stack);
  record.ofCall = true;
  return record;
}
