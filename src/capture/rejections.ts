import { isFailure, textAt } from './failure.ts';
import { type Ledger, REJECTION } from './ledger.ts';
import type { Listeners } from './listeners.ts';
import { createNotes } from './natives.ts';
import { customDetail, rejectedPromise, rejectionReason } from './natives-dom.ts';
import { newRecord } from './record.ts';
import { describe } from './values.ts';
import { isObject, peek } from './peek.ts';

/** How long a rejection may still be handled: `rejectionhandled` within this time calls the report off. */
const HOLD_MS = 1_000;

/** Rejections that nobody handled within a second. */
export function installRejections(listeners: Listeners, ledger: Ledger): void {
  const cancels = createNotes<() => void>();

  listeners.add('unhandledrejection', (event) => {
    const promise = rejectedPromise(event);
    const detail = customDetail(event);
    // Promise libraries dispatch a CustomEvent of the same type that has the reason in its `detail`.
    if (!promise && !isObject(detail)) return;
    const reason = isObject(detail) ? peek(detail, 'reason') : rejectionReason(event);
    const message = (isFailure(reason) && textAt(reason, 'message')) || describe(reason);
    const record = newRecord('unhandled_rejection', message, reason);
    if (promise) record.holdUntil = record.at + HOLD_MS;
    const cancel = ledger.report(record, REJECTION, reason);
    if (cancel) cancels.set(promise, cancel);
  });

  listeners.add('rejectionhandled', (event) => cancels.get(rejectedPromise(event))?.());
}
