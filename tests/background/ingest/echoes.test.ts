import { describe, expect, it } from 'vitest';
import { withoutEchoes } from '../../../src/background/ingest/echoes.ts';
import { wireRecord } from '../records.ts';

const SHOP = 'https://shop.example';

const missing = (tag: string, source: string) =>
  wireRecord({ kind: 'resource_error', message: `Failed to load ${tag}: ${source}`, source });
const blocked = (directive: string, address: string) =>
  wireRecord({ kind: 'csp_violation', message: `Blocked by ${directive}: ${address}`, source: '' });

describe('withoutEchoes', () => {
  it('leaves out an element whose file a policy blocked, whichever was told first', () => {
    const violation = blocked('img-src', `${SHOP}/a.png?v=1`);
    const image = missing('img', `${SHOP}/a.png?v=1`);
    expect(withoutEchoes([image, violation])).toEqual([violation]);
    expect(withoutEchoes([violation, image])).toEqual([violation]);
  });

  it('reads records as the relay sends them, whose words are still to be made', () => {
    const stamp = { id: 'a', timestamp: '', age: 0, count: 1, suppressed: 0 };
    const image = { kind: 'resource_error', element: 'img', address: `${SHOP}/a.png`, base: SHOP, ...stamp };
    const place = { sourceFile: '', lineNumber: 0, columnNumber: 0 };
    const violation = {
      kind: 'csp_violation',
      effectiveDirective: 'img-src',
      blockedURI: `${SHOP}/a.png`,
      ...place,
      ...stamp,
    };
    expect(withoutEchoes([image, violation])).toEqual([violation]);
  });

  it('knows the file of an object by its origin, which is all that is told of it', () => {
    const violation = blocked('object-src', SHOP);
    expect(withoutEchoes([missing('object', `${SHOP}/a.svg`), violation])).toEqual([violation]);
    const other = missing('object', `${SHOP}.evil.example/a.svg`);
    expect(withoutEchoes([other, violation])).toEqual([other, violation]);
  });

  it('leaves out an inline script or style, which has no address', () => {
    const image = missing('img', '');
    expect(withoutEchoes([missing('script', ''), missing('style', ''), image])).toEqual([image]);
  });

  it('keeps everything else as it came', () => {
    const records = [
      blocked('script-src', 'inline'),
      missing('img', `${SHOP}/b.png`),
      wireRecord({ source: `${SHOP}/a.js` }),
      blocked('script-src', `${SHOP}/a.js`),
      null,
      'text',
      { kind: 'resource_error' },
    ];
    expect(withoutEchoes(records)).toEqual(records);
  });
});
