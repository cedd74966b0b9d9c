import type { FailedRequest } from './failed-request.ts';
import type { Follower, RequestDetails } from './follow.ts';

interface RequestEvent {
  addListener(listener: (details: RequestDetails) => void, filter: { urls: string[]; types?: ['script'] }): void;
  removeListener(listener: (details: RequestDetails) => void): void;
}

/** The part of the browser's `webRequest` that is used. */
export interface RequestEvents {
  onBeforeRedirect: RequestEvent;
  /** Only of scripts, and only where it is given. */
  onHeadersReceived?: RequestEvent;
  onResponseStarted: RequestEvent;
  onErrorOccurred: RequestEvent;
}

/** Listens to the requests of all hosts that are granted; the browser tells of no others. */
export interface RequestWatch {
  /** To be called in the worker's first turn. */
  start(): void;
  /** To be called after a grant: in Chromium a listener that was added without any stays deaf. */
  restart(): void;
  /** Whether anybody wants to know. Where nobody does no request wakes the worker, beyond its next start. */
  want(wanted: boolean): void;
}

/**
 * Two events for a redirected request, one for every other: each wakes the worker, so a request's beginning and end, which would only tell
 * how long it took, are not asked for. `told` must not throw.
 *
 * Firefox drops the answer of a missing module or worker at its head, and then tells only that it is of no use: there the heads of scripts are
 * asked for as well.
 *
 * Which hosts are meant is not narrowed down: a page's requests go to other granted hosts as well, and Chromium gives an event that wakes
 * the worker only to listeners that are added again in its first turn with the same filter, before anything stored could be read.
 */
export function createRequestWatch(
  events: RequestEvents,
  follower: Follower,
  told: (request: FailedRequest) => void,
): RequestWatch {
  const filter = { urls: ['<all_urls>'] };
  const scripts = { ...filter, types: ['script'] as ['script'] };
  const headed = (details: RequestDetails): void => follower.headed(details);
  const redirected = (details: RequestDetails): void => follower.redirected(details);
  const answered = (details: RequestDetails): void => pass(follower.answered(details));
  const broke = (details: RequestDetails): void => pass(follower.broke(details));

  function pass(failure: FailedRequest | null): void {
    if (failure) told(failure);
  }

  let listening = false;

  function start(): void {
    listening = true;
    events.onBeforeRedirect.addListener(redirected, filter);
    events.onHeadersReceived?.addListener(headed, scripts);
    events.onResponseStarted.addListener(answered, filter);
    events.onErrorOccurred.addListener(broke, filter);
  }

  function stop(): void {
    listening = false;
    events.onBeforeRedirect.removeListener(redirected);
    events.onHeadersReceived?.removeListener(headed);
    events.onResponseStarted.removeListener(answered);
    events.onErrorOccurred.removeListener(broke);
  }

  return {
    start,
    restart() {
      stop();
      start();
    },
    want(wanted) {
      if (wanted && !listening) start();
      if (!wanted && listening) stop();
    },
  };
}
