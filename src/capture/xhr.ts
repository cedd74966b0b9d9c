import { currentBase } from './addresses.ts';
import { errorName, isErrorLike } from './error-facts.ts';
import { addressOf } from './fetch.ts';
import { attempt, quietly } from './guard.ts';
import { type Stand, type Undo, standIn } from './install.ts';
import { type Ledger, NETWORK } from './ledger.ts';
import { NativeWeakMap, apply, hasOwn, now, weakGet, weakSet } from './natives.ts';
import { eventTarget, eventType, listen, xhrStatus, xhrStatusText } from './natives-dom.ts';
import type { Pending } from './pending.ts';
import { type Started, httpError, methodOf, networkError } from './requests.ts';
import { takeStack } from './stacks.ts';

interface XhrStarted extends Started {
  synchronous: boolean;
}

/** `XMLHttpRequest`s that fail: an answer of 400 or above, a network error or a timeout. To abort one is no error. */
export function installXhr(pending: Pending, ledger: Ledger): Undo {
  const requests = new NativeWeakMap<object, XhrStarted>();

  const onOpen: Stand = (native, self, args) => {
    const result = apply(native, self, args);
    quietly(opened, self as object, args);
    return result;
  };

  const onSend: Stand = (native, self, args, trap) => {
    quietly(sent, self as object, trap);
    try {
      const result = apply(native, self, args);
      quietly(returned, self as object, null);
      return result;
    } catch (error) {
      quietly(thrown, self as object, error);
      throw error;
    }
  };

  function opened(request: object, args: ArrayLike<unknown>): void {
    weakSet(requests, request, {
      method: methodOf('' + (args[0] as string)),
      address: addressOf(args[1]),
      base: currentBase(),
      at: 0,
      stack: {},
      synchronous: args.length > 2 && !args[2],
    });
  }

  function sent(request: object, trap: Parameters<Stand>[3]): void {
    const started = weakGet(requests, request);
    if (!started) return;
    started.at = now();
    started.stack = takeStack(trap);
    if (started.synchronous) return;
    listen(request as EventTarget, 'load', onEnd, true);
    listen(request as EventTarget, 'error', onEnd, true);
    listen(request as EventTarget, 'timeout', onEnd, true);
  }

  function returned(request: object): void {
    const started = weakGet(requests, request);
    if (started?.synchronous) answered(request, started);
  }

  /** A synchronous request throws instead of dispatching `error`. */
  function thrown(request: object, error: unknown): void {
    const started = weakGet(requests, request);
    if (!started?.synchronous || !isErrorLike(error)) return;
    const name = errorName(error);
    if (name !== 'NetworkError' && name !== 'TimeoutError') return;
    ledger.report(networkError(started, '', name, name === 'TimeoutError' ? 'timeout' : 'error'), NETWORK, error);
  }

  function ended(event: Event): void {
    if (!(hasOwn(event, 'isTrusted') && event.isTrusted)) return;
    const request = eventTarget(event) as object;
    const started = weakGet(requests, request);
    if (!started) return;
    const type = eventType(event) ?? '';
    if (type !== 'load') pending.add(networkError(started, '', '', type));
    else answered(request, started);
  }

  function answered(request: object, started: XhrStarted): void {
    const status = xhrStatus(request) ?? 0;
    if (status >= 400) pending.add(httpError(started, status, attempt(xhrStatusText, request, '') ?? ''));
  }

  const onEnd = (event: Event): void => quietly(ended, event, null);
  const undoOpen = standIn(XMLHttpRequest.prototype, 'open', onOpen);
  const undoSend = standIn(XMLHttpRequest.prototype, 'send', onSend);
  return () => {
    undoOpen();
    undoSend();
  };
}
