import { attempt, quietly } from './guard.ts';
import { errorMessage, errorName, errorText, isErrorLike, isObject } from './error-facts.ts';
import { type PageFunction, type Stand, type Trap, type Undo, standIn } from './install.ts';
import { type Ledger, NETWORK } from './ledger.ts';
import {
  apply,
  create,
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  now,
  then,
} from './natives.ts';
import {
  addressText,
  requestAddress,
  requestMethod,
  requestSignal,
  responseStatus,
  responseStatusText,
  signalAborted,
  signalReason,
} from './natives-dom.ts';
import { currentBase } from './addresses.ts';
import type { Pending } from './pending.ts';
import { type Started, httpError, methodOf, networkError } from './requests.ts';
import { takeStack } from './stacks.ts';
import { textOf } from './text.ts';
import { describe } from './values.ts';

interface FetchStarted extends Started {
  signal: unknown;
}

/** Prototypes looked through for an option: options may be inherited. */
const CHAIN = 5;

/**
 * `fetch` that fails: an answer of 400 or above, or none at all. Bodies are neither read nor cloned, and an `opaque` answer (status 0)
 * is no error. What the page gets is the promise derived from the native one, which passes the same answer on or throws
 * the same reason again: to listen on the native promise and return it would mark the rejection as handled, and the page's own
 * `unhandledrejection` would never come.
 */
export function installFetch(pending: Pending, ledger: Ledger): Undo {
  const stand: Stand = (native, self, args, trap) => {
    const promise = apply(native as PageFunction, self, args);
    const started = attempt(() => start(args, trap), undefined, null);
    return started ? (attempt(() => follow(promise as object, started), undefined, promise) as unknown) : promise;
  };

  function follow(promise: object, started: FetchStarted): unknown {
    fixSpecies(promise);
    return then(
      promise,
      (response: never) => {
        quietly(answered, response, started);
        return response as unknown;
      },
      (reason) => {
        quietly(failed, reason, started);
        throw reason;
      },
    );
  }

  function answered(response: unknown, started: FetchStarted): void {
    const status = responseStatus(response) ?? 0;
    if (status < 400) return;
    pending.add(httpError(started, status, responseStatusText(response) ?? ''));
  }

  function failed(reason: unknown, started: FetchStarted): void {
    if (wasAborted(reason, started.signal)) return;
    const failure = isErrorLike(reason) ? reason : null;
    const message = failure ? errorMessage(failure) || errorText(failure) : describe(reason, 1_024);
    const finding = networkError(started, message, failure ? errorName(failure) : '', '');
    ledger.report(finding, NETWORK, isObject(reason) ? reason : null);
  }

  return standIn(window, 'fetch', stand);
}

/**
 * The native `then` asks the promise for its `constructor`, which pages replace on `Promise.prototype`. The page never sees this
 * promise, only the derived one, so an own `constructor` of undefined (meaning the native one) is safe.
 */
function fixSpecies(promise: object): void {
  const property = create(null) as PropertyDescriptor;
  property.value = undefined;
  defineProperty(promise, 'constructor', property);
}

function start(args: ArrayLike<unknown>, trap: Trap): FetchStarted {
  const input = args.length > 0 ? args[0] : undefined;
  const init = args.length > 1 ? args[1] : undefined;
  return {
    method: methodOf(textOf(option(init, 'method')) || attempt(requestMethod, input, '') || 'GET'),
    address: addressOf(input),
    base: currentBase(),
    at: now(),
    stack: takeStack(trap),
    signal: option(init, 'signal') ?? attempt(requestSignal, input, undefined),
  };
}

/** The address as text: of a text, a URL or a Request. Other objects would run their `toString` a second time. */
export function addressOf(input: unknown): string {
  if (!isObject(input)) return attempt(() => '' + (input as string), undefined, '');
  return attempt(addressText, input, '') || attempt(requestAddress, input, '') || '';
}

/** A property of the page's options, inherited or own, as long as it is no getter. */
function option(options: unknown, key: string): unknown {
  let owner = isObject(options) ? options : null;
  for (let depth = 0; owner && depth < CHAIN; depth++) {
    const property = getOwnPropertyDescriptor(owner, key);
    if (property) return hasOwn(property, 'value') ? (property.value as unknown) : undefined;
    owner = getPrototypeOf(owner);
  }
  return undefined;
}

/** Called off by the page itself: an AbortError, or whatever reason the page gave when it aborted. A timeout is a failure. */
function wasAborted(reason: unknown, signal: unknown): boolean {
  if (isErrorLike(reason)) {
    const name = errorName(reason);
    if (name === 'AbortError') return true;
    if (name === 'TimeoutError') return false;
  }
  return attempt(signalAborted, signal, false) === true && attempt(signalReason, signal, undefined) === reason;
}
