import { isFailure, textAt } from './failure.ts';
import { quietly } from './guard.ts';
import type { StandIns, Trap } from './install.ts';
import { type Ledger, NETWORK } from './ledger.ts';
import { bare, defineProperty, thenOf } from './natives.ts';
import {
  abortReason,
  aborted,
  requestMethod,
  requestSignal,
  responseAddress,
  responseStatus,
  responseText,
} from './natives-dom.ts';
import { type Started, requestRecord, startRequest } from './requests.ts';
import { takeStack } from './stacks.ts';
import { describe } from './values.ts';
import { isObject, ownValue } from './peek.ts';

interface FetchStarted extends Started {
  signal: unknown;
}

/**
 * `fetch` that fails: an answer of 400 or above, or none at all. Bodies are neither read nor cloned, and an opaque answer (status 0)
 * is no error. What the page gets is the promise derived from the native one, which passes the same answer on or throws
 * the same reason again: to listen on the native promise and return that would mark its rejection as handled, and the page's own
 * `unhandledrejection` would never come.
 */
export function installFetch({ add }: StandIns, ledger: Ledger): void {
  function answered(started: FetchStarted, response: unknown): void {
    const status = responseStatus(response) ?? 0;
    started.url ||= responseAddress(response) ?? '';
    if (status >= 400)
      ledger.report(requestRecord(started, status, responseText(response) ?? '', null), NETWORK, response);
  }

  function failed(started: FetchStarted, reason: unknown): void {
    if (wasCalledOff(started, reason)) return;
    const text = isFailure(reason) ? '' : describe(reason);
    const record = requestRecord(started, 0, text, reason);
    record.message ||= text;
    ledger.report(record, NETWORK, reason);
  }

  add<FetchStarted>(window, 'fetch', {
    enter: (_self, args, trap) => quietly(start, args, trap),
    leave(started, promise) {
      // `then` asks the promise for its constructor, which pages replace on Promise.prototype. Undefined means the native one; the
      // page never sees this promise.
      if (!isObject(promise)) return promise;
      defineProperty(promise, 'constructor', nativeConstructor);
      const derived = thenOf(
        promise,
        (response) => {
          quietly(answered, started, response);
          return response;
        },
        (reason) => {
          quietly(failed, started, reason);
          throw reason;
        },
      );
      return derived ?? promise;
    },
  });
}

const nativeConstructor = bare({ value: undefined });

function start(args: ArrayLike<unknown>, trap: Trap): FetchStarted {
  const input = args.length > 0 ? args[0] : undefined;
  const init = args.length > 1 ? args[1] : undefined;
  const request = isObject(input) ? input : null;
  const method = ownValue(init, 'method') ?? (request && requestMethod(request)) ?? 'GET';
  const signal = ownValue(init, 'signal') ?? (request && requestSignal(request));
  return { ...startRequest(method, input, takeStack(trap)), signal };
}

/** Called off by the page: an AbortError, or whatever reason it gave to `abort`. A timeout is a failure. */
function wasCalledOff({ signal }: FetchStarted, reason: unknown): boolean {
  const name = isFailure(reason) ? textAt(reason, 'name') : '';
  if (name === 'AbortError') return true;
  return name !== 'TimeoutError' && aborted(signal) === true && abortReason(signal) === reason;
}
