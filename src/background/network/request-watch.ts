import type { FailedRequest } from './failed-request.ts';
import type { Follower, RequestDetails } from './follow.ts';

interface RequestEvent {
  addListener(listener: (details: RequestDetails) => void, filter: { urls: string[] }): void;
  removeListener(listener: (details: RequestDetails) => void): void;
}

/** The part of the browser's `webRequest` that is used. */
export interface RequestEvents {
  onBeforeRedirect: RequestEvent;
  onResponseStarted: RequestEvent;
  onErrorOccurred: RequestEvent;
}

/** Listens to the requests of all hosts that are granted; the browser tells of no others. */
export interface RequestWatch {
  /** To be called in the worker's first turn. */
  start(): void;
  /** To be called after a grant: in Chromium a listener that was added without any stays deaf. */
  restart(): void;
}

/**
 * Two events for a redirected request, one for every other: each wakes the worker, so a request's beginning and end, which would only tell
 * how long it took, are not asked for. `told` must not throw.
 */
export function createRequestWatch(
  events: RequestEvents,
  follower: Follower,
  told: (request: FailedRequest) => void,
): RequestWatch {
  const filter = { urls: ['<all_urls>'] };
  const redirected = (details: RequestDetails): void => follower.redirected(details);
  const answered = (details: RequestDetails): void => pass(follower.answered(details));
  const broke = (details: RequestDetails): void => pass(follower.broke(details));

  function pass(failure: FailedRequest | null): void {
    if (failure) told(failure);
  }

  function start(): void {
    events.onBeforeRedirect.addListener(redirected, filter);
    events.onResponseStarted.addListener(answered, filter);
    events.onErrorOccurred.addListener(broke, filter);
  }

  return {
    start,
    restart() {
      events.onBeforeRedirect.removeListener(redirected);
      events.onResponseStarted.removeListener(answered);
      events.onErrorOccurred.removeListener(broke);
      start();
    },
  };
}
