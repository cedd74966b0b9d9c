import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MANIFEST_MATCHES, reconcile } from '../../../src/background/sites/reconcile.ts';
import { FakeCapturePort } from './fake-capture-port.ts';

const LOOPBACK = [...MANIFEST_MATCHES];
const SHOP = 'https://shop.example/*';
const PAY = '*://*.pay.example/*';

function port(grants: string[]): FakeCapturePort {
  const fake = new FakeCapturePort();
  fake.grants = [...LOOPBACK, ...grants];
  return fake;
}

describe('reconcile', () => {
  it('registers nothing for what the manifest covers', async () => {
    const fake = port([]);
    await reconcile(fake, []);
    expect(fake.calls).toEqual([]);
  });

  it('registers the relay before the capture script, for granted pages only', async () => {
    const fake = port([PAY, SHOP]);
    await reconcile(fake, []);
    expect(fake.scripts).toEqual([
      { id: 'vigie-relay', matches: [PAY, SHOP], excludeMatches: LOOPBACK },
      { id: 'vigie-capture', matches: [PAY, SHOP], excludeMatches: LOOPBACK },
    ]);
  });

  it('does nothing the second time, in whatever order the browser gives patterns back', async () => {
    const fake = port([PAY, SHOP]);
    await reconcile(fake, []);
    fake.grants = fake.grants.toReversed();
    fake.scripts = fake.scripts.map((script) => ({ ...script, matches: script.matches.toReversed() }));
    fake.calls = [];
    await reconcile(fake, []);
    expect(fake.calls).toEqual([]);
  });

  it('keeps capture off the loopback pages that the manifest covers already when everything is granted', async () => {
    const fake = port(['<all_urls>']);
    await reconcile(fake, []);
    expect(fake.scripts[0]).toMatchObject({
      matches: ['http://*/*', 'https://*/*'],
      excludeMatches: expect.arrayContaining(LOOPBACK),
    });
  });

  it('passes over grants that are no web pages', async () => {
    const fake = port(['file:///*', 'ftp://x.example/*', 'chrome://favicon/*', SHOP]);
    await reconcile(fake, []);
    expect(fake.scripts[0]?.matches).toEqual([SHOP]);
  });

  it('excludes what is excluded, and unregisters when nothing is left', async () => {
    const fake = port([SHOP, PAY]);
    await reconcile(fake, []);
    await reconcile(fake, [SHOP]);
    expect(fake.scripts[1]).toMatchObject({ matches: [PAY], excludeMatches: [...LOOPBACK, SHOP] });
    await reconcile(fake, [SHOP, PAY]);
    expect(fake.scripts).toEqual([]);
    await reconcile(fake, []);
    expect(fake.scripts[1]).toMatchObject({ matches: [PAY, SHOP], excludeMatches: LOOPBACK });
  });

  it('removes what a revoked grant leaves, and scripts of other versions', async () => {
    const fake = port([]);
    fake.scripts = [
      { id: 'vigie-relay', matches: [SHOP], excludeMatches: [] },
      { id: 'older-version', matches: [SHOP], excludeMatches: [] },
    ];
    await reconcile(fake, []);
    expect(fake.scripts).toEqual([]);
  });

  it('comes to the same end from any state that a kill half-way may leave', async () => {
    const present = fc.record({
      id: fc.constantFrom('vigie-relay', 'vigie-capture', 'older-version'),
      matches: fc.subarray([SHOP, PAY, 'https://old.example/*'], { minLength: 1 }),
      excludeMatches: fc.subarray([...LOOPBACK, SHOP]),
    });
    const scripts = fc.uniqueArray(present, { selector: ({ id }) => id });
    const grants = fc.subarray([SHOP, PAY]);
    await fc.assert(
      fc.asyncProperty(scripts, grants, fc.subarray([SHOP]), async (left, granted, excluded) => {
        const fresh = port(granted);
        await reconcile(fresh, excluded);
        const fake = port(granted);
        fake.scripts = left;
        await reconcile(fake, excluded);
        expect(normal(fake)).toEqual(normal(fresh));
      }),
    );
  });
});

function normal({ scripts }: FakeCapturePort): Record<string, [Set<string>, Set<string>]> {
  return Object.fromEntries(
    scripts.map(({ id, matches, excludeMatches }) => [id, [new Set(matches), new Set(excludeMatches)]]),
  );
}
