import { isFailure, textAt } from './failure.ts';
import { quietly } from './guard.ts';
import type { StandIns, Trap } from './install.ts';
import { type Ledger, NETWORK } from './ledger.ts';
import { createNotes, now } from './natives.ts';
import { eventTarget, eventType, listen, xhrAddress, xhrStatus, xhrText } from './natives-dom.ts';
import { type Started, requestRecord, startRequest } from './requests.ts';
import { takeStack } from './stacks.ts';

/** `XMLHttpRequest`s that fail: an answer of 400 or above, a network error or a timeout. To abort one is no error. */
export function installXhr({ add }: StandIns, ledger: Ledger): void {
  const requests = createNotes<Started>();

  function opened(request: unknown, args: ArrayLike<unknown>): null {
    requests.set(request, startRequest(args[0], args[1], noStack));
    // Before the page's own listeners, as a rule: one of them may use the object again.
    listen(request, 'load', onEnd, true);
    // A synchronous one throws instead; Firefox dispatches the event as well.
    if (args.length > 2 && !args[2]) return null;
    listen(request, 'error', onEnd, true);
    listen(request, 'timeout', onEnd, true);
    return null;
  }

  function sent(request: unknown, _args: unknown, trap: Trap): Started | null {
    const started = requests.get(request);
    if (!started) return null;
    started.at = now();
    started.stack = takeStack(trap);
    return started;
  }

  /** Pages reject promises with the event that tells them of the end. */
  function ended(event: Event): void {
    const request = eventTarget(event);
    const type = eventType(event) ?? '';
    const started = requests.get(request);
    if (!started) return;
    started.url ||= xhrAddress(request) ?? '';
    const loaded = type === 'load';
    const status = loaded ? (xhrStatus(request) ?? 0) : 0;
    if (loaded && status < 400) return;
    ledger.report(requestRecord(started, status, loaded ? (xhrText(request) ?? '') : type, null), NETWORK, event);
  }

  /** A synchronous request throws instead of dispatching `error`. */
  function threw(started: Started, error: unknown): void {
    if (!isFailure(error) || textAt(error, 'name') !== 'NetworkError') return;
    ledger.report(requestRecord(started, 0, 'error', null), NETWORK, error);
  }

  // Pages may dispatch such events themselves; `isTrusted` cannot be redefined.
  const onEnd = (event: Event): void => {
    if (event.isTrusted) quietly(ended, event, null, null);
  };

  add(XMLHttpRequest.prototype, 'open', { enter: opened });
  add<Started>(XMLHttpRequest.prototype, 'send', { enter: sent, threw });
}

/** Taken when the request is sent. */
const noStack = {};
