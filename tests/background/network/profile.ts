import type { FailedRequest } from '../../../src/background/network/failed-request.ts';
import type { FakeProfile } from '../harness.ts';
import { NOW, wireRecord } from '../records.ts';

export const ORIGIN = 'http://localhost:3000';
export const PAGE = `${ORIGIN}/booking?step=2`;

/** A request of the page that `relay()` speaks for, as the browser saw it fail. */
export function failedRequest(change: Partial<FailedRequest> = {}): FailedRequest {
  return {
    method: 'GET',
    urls: [`${ORIGIN}/api/rates`],
    type: 'xmlhttprequest',
    status: 500,
    error: 'Internal Server Error',
    begun: false,
    at: NOW - 1_020,
    tab: 7,
    frame: 0,
    document: 'D0C',
    documentUrl: '',
    initiator: ORIGIN,
    ...change,
  };
}

/** The same request as its page tells it. */
export function toldRequest(change: Parameters<typeof wireRecord>[0] = {}) {
  const http = {
    method: 'GET',
    url: `${ORIGIN}/api/rates`,
    status: 500,
    duration_ms: 40,
    error: 'Internal Server Error',
  };
  return wireRecord({
    kind: 'http_error',
    message: `GET ${http.url} 500 (Internal Server Error)`,
    name: '',
    stack: '    at load (http://localhost:3000/app.js:3:1)',
    source: 'http://localhost:3000/app.js',
    timestamp: new Date(NOW - 1_000).toISOString(),
    http,
    ...change,
  });
}

/** Time passes, and what the worker wanted to do by then is done. */
export async function pass(profile: FakeProfile, milliseconds: number): Promise<void> {
  profile.now += milliseconds;
  const due = profile.timers.filter(({ delay }) => delay <= milliseconds);
  profile.timers = profile.timers.filter((timer) => !due.includes(timer));
  for (const { work } of due) work();
  await profile.background.network.settle();
}
