import { type HookRecord, MAX_URL } from '../relay/wire.ts';
import { causesOf } from './causes.ts';
import { headline, isFailure } from './failure.ts';
import { ERROR, type Ledger } from './ledger.ts';
import type { Listeners } from './listeners.ts';
import { colno, errorText, eventTarget, filename, lineno, thrownValue } from './natives-dom.ts';
import { newRecord } from './record.ts';
import { isObject } from './peek.ts';
import { clip } from './text.ts';

/**
 * Uncaught errors of scripts, and of dedicated workers, from window's `error` event. Our listener is the first of the page and captures:
 * `stopImmediatePropagation`, `onerror = null` and `return true` come too late to hide an error.
 */
export function installErrors(listeners: Listeners, ledger: Ledger): void {
  listeners.add('error', (event) => {
    const message = errorText(event);
    // Undefined: a plain event, of an element that could not be loaded. Those are the relay's, where the page cannot forge them. With a
    // message, but of something else than window: an event by which the page itself says that one of its parts failed.
    if (message === undefined || eventTarget(event) !== window) return;
    const error = thrownValue(event);
    ledger.report(recordOf(event, message, error), ERROR, error);
  });
}

function recordOf(event: Event, message: string, error: unknown): HookRecord {
  // What a dedicated worker did not catch arrives here without its error: null. So do some of the page's own, told apart by their texts (`refine`).
  const fromWorker = event.isTrusted && error === null;
  const text = message || (isFailure(error) ? headline(error) : '');
  const record = newRecord(fromWorker ? 'worker_error' : 'js_error', text, error);
  if (isObject(error)) record.causes = causesOf(error);
  record.source = clip(filename(event) ?? '', MAX_URL);
  record.line = lineno(event) ?? 0;
  record.column = colno(event) ?? 0;
  return record;
}
