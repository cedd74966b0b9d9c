import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { FakeProfile } from '../harness.ts';
import { batchOf, NOW } from '../records.ts';
import { failedRequest, ORIGIN, PAGE, pass, toldRequest } from './profile.ts';

/** What happens to one failure, and in between to the worker. */
const STEP = fc.oneof(
  fc.record({ what: fc.constantFrom('seen', 'told'), failure: fc.nat(3) }),
  fc.record({ what: fc.constantFrom('kill', 'pass'), failure: fc.constant(0) }),
);

function urlOf(failure: number): string {
  return `${ORIGIN}/api/${['rates', 'stock', 'offers', 'carts'][failure]}`;
}

function record(failure: number) {
  const http = { method: 'GET', url: urlOf(failure), status: 500, duration_ms: 40, error: 'Internal Server Error' };
  return toldRequest({ http, message: `GET ${http.url} 500 (Internal Server Error)` });
}

/** Runs the steps of one profile. A kill strikes in the middle of whatever step comes before it. */
async function live(profile: FakeProfile, steps: readonly { what: string; failure: number }[]): Promise<Set<string>> {
  const records = Array.from({ length: 4 }, (_, failure) => record(failure));
  const durable = new Set<string>();
  const spoken = new Set<string>();
  for (const [index, { what, failure }] of steps.entries()) {
    const cutOff = steps[index + 1]?.what === 'kill';
    if (what === 'seen' && !spoken.has(urlOf(failure))) {
      spoken.add(urlOf(failure));
      const writing = profile.background.network.failed(failedRequest({ urls: [urlOf(failure)] }));
      if (!cutOff) {
        await writing;
        durable.add(urlOf(failure));
      }
    } else if (what === 'told') {
      const answer = profile.fromPage(batchOf([records[failure]]));
      if (!cutOff) await answer;
      durable.add(urlOf(failure));
    } else if (what === 'kill') {
      profile.wake();
      await profile.background.woke();
    } else if (what === 'pass') await pass(profile, 4_500);
  }
  // A relay offers again what was not acknowledged.
  const told = new Set(steps.flatMap(({ what, failure }) => (what === 'told' ? [failure] : [])));
  for (const failure of told) await profile.fromPage(batchOf([records[failure]]));
  await pass(profile, 4_500);
  return durable;
}

it('makes one occurrence of each failure that a witness could write down, whenever the worker is killed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { minLength: 2, maxLength: 12 }), async (steps) => {
      const profile = new FakeProfile();
      profile.now = NOW;
      profile.tabs.set(7, { url: PAGE, title: 'Booking' });
      const durable = await live(profile, steps);
      const rows = await profile.db.cm_error_logs.toArray();
      const urls = rows.map(({ metadata }) => metadata.http?.url ?? '');
      expect(rows.every(({ metadata }) => metadata.count === 1)).toBe(true);
      expect(new Set(urls).size).toBe(urls.length);
      expect(urls).toEqual(expect.arrayContaining([...durable]));
      profile.db.close();
    }),
    { numRuns: 60 },
  );
}, 120_000);
