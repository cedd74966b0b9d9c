import { MAX_URL } from '../relay/wire.ts';
import { headline, isFailure } from './failure.ts';
import { quietly } from './guard.ts';
import { ERROR, type Ledger } from './ledger.ts';
import type { Listeners } from './listeners.ts';
import { colno, errorText, filename, lineno, thrownValue } from './natives-dom.ts';
import { newRecord } from './record.ts';
import { clip } from './text.ts';

/**
 * Uncaught errors of scripts, from window's `error` event. Our listener is the first of the page and captures:
 * `stopImmediatePropagation`, `onerror = null` and `return true` come too late to hide an error.
 */
export function installErrors(listeners: Listeners, ledger: Ledger): void {
  function examine(event: Event): void {
    const message = errorText(event);
    // Undefined: a plain event, of an element that could not be loaded. Those are the relay's, where the page cannot forge them.
    if (message === undefined) return;
    const error = thrownValue(event);
    const record = newRecord('js_error', message || (isFailure(error) ? headline(error) : ''), error);
    record.source = clip(filename(event) ?? '', MAX_URL);
    record.line = lineno(event) ?? 0;
    record.column = colno(event) ?? 0;
    ledger.report(record, ERROR, error);
  }

  listeners.add('error', (event) => quietly(examine, event, null));
}
