import { LIMITS } from '../relay/wire.ts';
import { causesOf, errorMessage, errorName, errorText, isErrorLike, isObject } from './error-facts.ts';
import type { Finding } from './finding.ts';
import { attempt, quietly } from './guard.ts';
import type { Held, Ledger } from './ledger.ts';
import type { Listeners } from './listeners.ts';
import { NativeWeakMap, getOwnPropertyDescriptor, hasOwn, later, now, weakGet, weakSet } from './natives.ts';
import { customDetail, rejectionPromise, rejectionReason } from './natives-dom.ts';
import type { Pending } from './pending.ts';
import { stackOfError } from './stacks.ts';
import { clip } from './text.ts';
import { describe } from './values.ts';

/** How long a rejection may still be handled: `rejectionhandled` within this time calls the report off. */
const HOLD_MS = 1_000;

interface Waiting {
  held: Held | null;
  due: number;
  next: Waiting | null;
}

export interface RejectionProbe {
  /** Reports what waits at once: the page is going away. */
  flush: () => void;
}

/** Rejections that nobody handled within a second. */
export function installRejections(listeners: Listeners, pending: Pending, ledger: Ledger): RejectionProbe {
  const byPromise = new NativeWeakMap<object, Waiting>();
  let first: Waiting | null = null;
  let last: Waiting | null = null;
  let size = 0;
  let scheduled = false;

  function examine(event: Event): void {
    const reason = reasonOf(event);
    const held = ledger.hold(findingOf(reason), isObject(reason) ? reason : null);
    if (!held) return;
    const waiting: Waiting = { held, due: held.finding.at + HOLD_MS, next: null };
    if (last) last.next = waiting;
    else first = waiting;
    last = waiting;
    const promise = attempt(rejectionPromise, event, undefined);
    if (promise) weakSet(byPromise, promise, waiting);
    if (++size > LIMITS.pending) commitFirst();
    schedule();
  }

  function handled(event: Event): void {
    const promise = attempt(rejectionPromise, event, undefined);
    const waiting = promise && weakGet(byPromise, promise);
    if (!waiting?.held) return;
    ledger.cancel(waiting.held);
    waiting.held = null;
  }

  function commitFirst(): void {
    if (!first) return;
    if (first.held) ledger.commit(first.held);
    first.held = null;
    first = first.next;
    if (!first) last = null;
    size--;
  }

  function schedule(): void {
    if (scheduled || !first) return;
    scheduled = true;
    const wait = first.due - now();
    later(onTimer, wait > 0 ? wait : 0);
  }

  function onTimer(): void {
    scheduled = false;
    quietly(commitDue, now(), null);
    schedule();
  }

  function commitDue(time: number): void {
    while (first && first.due <= time) commitFirst();
    pending.flush();
  }

  const onRejection = (event: Event): void => quietly(examine, event, null);
  const onHandled = (event: Event): void => quietly(handled, event, null);
  listeners.add(() => window, 'unhandledrejection', onRejection);
  listeners.add(() => window, 'rejectionhandled', onHandled);
  return {
    flush() {
      commitDue(Infinity);
    },
  };
}

/** The reason of a rejection event; promise libraries dispatch a CustomEvent that has it in `detail.reason`. */
function reasonOf(event: Event): unknown {
  if (attempt(rejectionPromise, event, undefined)) return rejectionReason(event);
  const detail = attempt(customDetail, event, undefined);
  const property = isObject(detail)
    ? attempt((owner) => getOwnPropertyDescriptor(owner, 'reason'), detail, undefined)
    : undefined;
  return property && hasOwn(property, 'value') ? property.value : undefined;
}

function findingOf(reason: unknown): Finding {
  const failure = isErrorLike(reason) ? reason : null;
  return {
    kind: 'unhandled_rejection',
    message: failure
      ? errorMessage(failure) || errorText(failure)
      : clip(describe(reason, LIMITS.message), LIMITS.message),
    name: failure ? errorName(failure) : '',
    stack: failure ? stackOfError(failure) : '',
    ofCall: false,
    source: '',
    line: 0,
    column: 0,
    at: now(),
    args: null,
    causes: failure && causesOf(failure),
    http: null,
  };
}
