import type { Finding } from './finding.ts';
import { attempt, quietly } from './guard.ts';
import { causesOf, errorName, errorText, isErrorLike, isObject } from './error-facts.ts';
import { ERROR, type Ledger } from './ledger.ts';
import type { Listeners } from './listeners.ts';
import { now } from './natives.ts';
import { errorEventColumn, errorEventError, errorEventFile, errorEventLine, errorEventMessage } from './natives-dom.ts';
import type { Pending } from './pending.ts';
import { isOwnAddress, stackOfError } from './stacks.ts';
import { clip, positionOf, textOf } from './text.ts';
import { LIMITS } from '../relay/wire.ts';

/**
 * Uncaught errors of scripts, from window's `error` event. The listener is the first of the page and captures, so
 * `stopImmediatePropagation`, `onerror = null` and `return true` come too late to hide an error.
 */
export function installErrors(listeners: Listeners, pending: Pending, ledger: Ledger): void {
  const onError = (event: Event): void => quietly(examine, event, null);

  function examine(event: Event): void {
    const message = attempt(errorEventMessage, event, undefined);
    if (message === undefined) return;
    const error = errorEventError(event);
    if (!isObject(error) && pending.onlyCount('js_error', message)) return;
    ledger.report(findingOf(event, clip(message, LIMITS.message), error), ERROR, isObject(error) ? error : null);
  }

  listeners.add(() => window, 'error', onError);
}

function findingOf(event: Event, message: string, error: unknown): Finding {
  const failure = isErrorLike(error) ? error : null;
  const file = clip(textOf(errorEventFile(event)), LIMITS.url);
  const own = isOwnAddress(file);
  return {
    kind: 'js_error',
    message: message || (failure ? clip(errorText(failure), LIMITS.message) : ''),
    name: failure ? errorName(failure) : '',
    stack: failure ? stackOfError(failure) : '',
    ofCall: false,
    source: own ? '' : file,
    line: own ? 0 : positionOf(errorEventLine(event)),
    column: own ? 0 : positionOf(errorEventColumn(event)),
    at: now(),
    args: null,
    causes: failure && causesOf(failure),
    http: null,
  };
}
