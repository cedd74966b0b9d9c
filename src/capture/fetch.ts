import { isFailure, textAt } from './failure.ts';
import { quietly } from './guard.ts';
import type { StandIns, Trap } from './install.ts';
import { type Ledger, NETWORK } from './ledger.ts';
import { derive } from './promises.ts';
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

/**
 * `fetch` that fails: an answer of 400 or above, or none at all. Bodies are neither read nor cloned, and an opaque answer (status 0)
 * is no error. What the page gets is the promise derived from the native one, which passes the same answer on or throws
 * the same reason again: to listen on the native promise and return that would mark its rejection as handled, and the page's own
 * `unhandledrejection` would never come.
 */
export function installFetch({ add }: StandIns, ledger: Ledger): void {
  function answered(started: Started, response: unknown): void {
    const status = responseStatus(response) ?? 0;
    started.url ||= responseAddress(response) ?? '';
    if (status >= 400)
      ledger.report(requestRecord(started, status, responseText(response) ?? '', null), NETWORK, response);
  }

  function failed(started: Started, reason: unknown): void {
    if (wasCalledOff(started, reason)) return;
    const text = isFailure(reason) ? '' : describe(reason);
    const record = requestRecord(started, 0, text, reason);
    record.message ||= text;
    ledger.report(record, NETWORK, reason);
  }

  add<Started>(window, 'fetch', {
    enter: start,
    leave: (started, promise) =>
      derive(
        promise,
        (response) => {
          quietly(answered, started, response, null);
          return response;
        },
        (reason) => {
          quietly(failed, started, reason, null);
          throw reason;
        },
      ),
  });
}

function start(_self: unknown, args: ArrayLike<unknown>, trap: Trap): Started {
  const input = args.length > 0 ? args[0] : undefined;
  const init = args.length > 1 ? args[1] : undefined;
  const request = isObject(input) ? input : null;
  const method = ownValue(init, 'method') ?? (request && requestMethod(request)) ?? 'GET';
  const signal = ownValue(init, 'signal') ?? (request && requestSignal(request));
  return startRequest(method, input, takeStack(trap), signal);
}

/** Called off by the page: an AbortError, or whatever reason it gave to `abort`. A timeout is a failure. */
function wasCalledOff({ signal }: Started, reason: unknown): boolean {
  const name = isFailure(reason) ? textAt(reason, 'name') : '';
  if (name === 'AbortError') return true;
  return name !== 'TimeoutError' && aborted(signal) === true && abortReason(signal) === reason;
}
