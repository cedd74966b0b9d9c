import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcile, type WantedPatterns } from '../../../src/background/sites/reconcile.ts';
import { FakeCapturePort, LOOPBACK } from './fake-capture-port.ts';

const SHOP = 'https://shop.example/*';
const NOTHING: WantedPatterns = { agreed: true, excluded: [], unobtrusive: [] };
const PAY = '*://*.pay.example/*';

function port(grants: string[]): FakeCapturePort {
  const fake = new FakeCapturePort();
  fake.grants = [...LOOPBACK, ...grants];
  return fake;
}

describe('reconcile', () => {
  it('registers nothing for what the manifest covers', async () => {
    const fake = port([]);
    await reconcile(fake, NOTHING);
    expect(fake.calls).toEqual([]);
  });

  it('registers the relay before the capture script, for granted pages only', async () => {
    const fake = port([PAY, SHOP]);
    await reconcile(fake, NOTHING);
    expect(fake.scripts).toEqual([
      { id: 'vigie-relay', matches: [PAY, SHOP], excludeMatches: LOOPBACK },
      { id: 'vigie-capture', matches: [PAY, SHOP], excludeMatches: LOOPBACK },
    ]);
  });

  it('does nothing the second time, in whatever order the browser gives patterns back', async () => {
    const fake = port([PAY, SHOP]);
    await reconcile(fake, NOTHING);
    fake.grants = fake.grants.toReversed();
    fake.scripts = fake.scripts.map((script) => ({ ...script, matches: script.matches.toReversed() }));
    fake.calls = [];
    await reconcile(fake, NOTHING);
    expect(fake.calls).toEqual([]);
  });

  it('keeps capture off the loopback pages that the manifest covers already when everything is granted', async () => {
    const fake = port(['<all_urls>']);
    await reconcile(fake, NOTHING);
    expect(fake.scripts[0]).toMatchObject({
      matches: ['http://*/*', 'https://*/*'],
      excludeMatches: expect.arrayContaining(LOOPBACK),
    });
  });

  it('passes over grants that are no web pages', async () => {
    const fake = port(['file:///*', 'ftp://x.example/*', 'chrome://favicon/*', SHOP]);
    await reconcile(fake, NOTHING);
    expect(fake.scripts[0]?.matches).toEqual([SHOP]);
  });

  it('excludes what is excluded, and unregisters when nothing is left', async () => {
    const fake = port([SHOP, PAY]);
    await reconcile(fake, NOTHING);
    await reconcile(fake, { ...NOTHING, excluded: [SHOP] });
    expect(fake.scripts[1]).toMatchObject({ matches: [PAY], excludeMatches: [...LOOPBACK, SHOP] });
    await reconcile(fake, { ...NOTHING, excluded: [SHOP, PAY] });
    expect(fake.scripts).toEqual([]);
    await reconcile(fake, NOTHING);
    expect(fake.scripts[1]).toMatchObject({ matches: [PAY, SHOP], excludeMatches: LOOPBACK });
  });

  it('removes what a revoked grant leaves, and scripts of other versions', async () => {
    const fake = port([]);
    fake.scripts = [
      { id: 'vigie-relay', matches: [SHOP], excludeMatches: [] },
      { id: 'older-version', matches: [SHOP], excludeMatches: [] },
    ];
    await reconcile(fake, NOTHING);
    expect(fake.scripts).toEqual([]);
  });

  it("tells the pages of sites that want it so to be quiet, before their other scripts where it can, the manifest's own pages too", async () => {
    const fake = port([SHOP]);
    await reconcile(fake, { ...NOTHING, unobtrusive: [SHOP, 'http://localhost/*'] });
    expect(fake.scripts).toEqual([
      { id: 'vigie-unobtrusive', matches: ['http://localhost/*', SHOP], excludeMatches: [] },
      { id: 'vigie-relay', matches: [SHOP], excludeMatches: LOOPBACK },
      { id: 'vigie-capture', matches: [SHOP], excludeMatches: LOOPBACK },
    ]);
    await reconcile(fake, NOTHING);
    expect(fake.scripts.map(({ id }) => id)).toEqual(['vigie-relay', 'vigie-capture']);
  });

  it('comes to the same end from any state that a kill half-way may leave', async () => {
    const present = fc.record({
      id: fc.constantFrom('vigie-unobtrusive', 'vigie-relay', 'vigie-capture', 'older-version'),
      matches: fc.subarray([SHOP, PAY, 'https://old.example/*'], { minLength: 1 }),
      excludeMatches: fc.subarray([...LOOPBACK, SHOP]),
    });
    const scripts = fc.uniqueArray(present, { selector: ({ id }) => id });
    const grants = fc.subarray([SHOP, PAY]);
    await fc.assert(
      fc.asyncProperty(scripts, grants, fc.subarray([SHOP]), async (left, granted, excluded) => {
        const fresh = port(granted);
        await reconcile(fresh, { ...NOTHING, excluded });
        const fake = port(granted);
        fake.scripts = left;
        await reconcile(fake, { ...NOTHING, excluded });
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
