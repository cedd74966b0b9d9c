import { beforeEach, describe, expect, it } from 'vitest';
import type { ErrorLogRow } from '../../../src/core/rows.ts';
import { FakeProfile } from '../harness.ts';
import { batchOf, wireRecord } from '../records.ts';
import { failedRequest, ORIGIN, PAGE, pass } from './profile.ts';

let profile: FakeProfile;

beforeEach(() => {
  profile = new FakeProfile();
  profile.tabs.set(7, { url: PAGE, title: 'Booking' });
});

const BROKE_OFF = { status: 0, error: 'net::ERR_CONTENT_LENGTH_MISMATCH', begun: true };

const seen = (change: Parameters<typeof failedRequest>[0]) => profile.background.network.failed(failedRequest(change));
const rejected = (message: string, line = 0) =>
  profile.fromPage(
    batchOf([
      wireRecord({
        kind: 'unhandled_rejection',
        message,
        name: 'TypeError',
        stack: '',
        source: line ? `${ORIGIN}/app.js` : '',
        line,
      }),
    ]),
  );

async function rows(): Promise<ErrorLogRow[]> {
  await pass(profile, 4_500);
  return (await profile.db.cm_error_logs.toArray()).toSorted((a, b) => a.error_type.localeCompare(b.error_type));
}

describe('a rejection that does not say of which request it is', () => {
  it('is one occurrence with the answer that broke off', async () => {
    await seen(BROKE_OFF);
    await rejected('network error');
    const http = { method: 'GET', url: `${ORIGIN}/api/rates`, status: 0, error: BROKE_OFF.error };
    expect(await rows()).toMatchObject([{ error_type: 'unhandled_rejection', metadata: { count: 1, http } }]);
  });

  it('is one when the page spoke first', async () => {
    await rejected('Content-Length header of network response exceeds response Body.');
    await seen(BROKE_OFF);
    expect(await rows()).toMatchObject([{ error_type: 'unhandled_rejection' }]);
  });

  it('leaves a second answer that broke off alone, which the page handled', async () => {
    await seen(BROKE_OFF);
    await seen({ ...BROKE_OFF, urls: [`${ORIGIN}/api/rooms`] });
    await rejected('network error');
    expect(await rows()).toMatchObject([{ error_type: 'network_error' }, { error_type: 'unhandled_rejection' }]);
  });

  it('is another when the page made it, or when there was no answer at all, of which `fetch` tells', async () => {
    await seen(BROKE_OFF);
    await rejected('network error', 4);
    expect(await rows()).toHaveLength(2);
    await seen({ status: 0, error: 'net::ERR_CONNECTION_REFUSED', at: profile.now });
    await rejected('Failed to fetch');
    expect(await rows()).toHaveLength(4);
  });
});

describe('a rejection that names the file that is missing', () => {
  it.each([
    ['import', 'script', `Failed to fetch dynamically imported module: ${ORIGIN}/chunk.js`],
    ['worklet', 'other', `Failed to load worklet module script: ${ORIGIN}/chunk.js (HTTP status: 404)`],
  ])(
    'is one occurrence with a rejected %s of the same file, which is what people want to hear of',
    async (_, type, message) => {
      const url = `${ORIGIN}/chunk.js`;
      await seen({ urls: [url], type, status: 404, error: 'Not Found' });
      await profile.fromPage(
        batchOf([wireRecord({ kind: 'unhandled_rejection', message, stack: '', source: '', line: 0 })]),
      );
      await pass(profile, 4_500);
      expect(await rows()).toMatchObject([
        { error_type: 'unhandled_rejection', metadata: { http: { url, status: 404 } } },
      ]);
    },
  );
});
