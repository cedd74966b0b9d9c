import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactRow } from '../../../src/core/redact/redact-row.ts';
import { createRedactor, DEFAULT_REDACTION } from '../../../src/core/redact/redactor.ts';
import { maskSecrets } from '../../../src/core/redact/secrets.ts';
import { cleanRow, PLACES, traces } from './places.ts';
import { SEEDS } from './seeds.ts';

const redactor = createRedactor(DEFAULT_REDACTION);
const clean = JSON.stringify(cleanRow());
const places = Object.entries(PLACES);

/** Traces of a secret that the stored row has and a clean row has not (a short code can stand in a clean one by chance). */
function leaks(stored: string, secret: string): string[] {
  return traces(secret).filter((trace) => stored.split(trace).length > clean.split(trace).length);
}

describe.each(Object.entries(SEEDS))('%s', { timeout: 60_000 }, (_kind, seeds) => {
  test('never survives, wherever the page puts it', () => {
    fc.assert(
      fc.property(seeds, ({ secret, text }) => {
        for (const [place, put] of places) {
          const stored = JSON.stringify(redactRow(put(text), redactor));
          expect(leaks(stored, secret), place).toEqual([]);
        }
      }),
      { numRuns: 5 },
    );
  });

  test('masking twice equals masking once', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...places), ({ text }, [, put]) => {
        const once = maskSecrets(JSON.stringify(put(text)));
        expect(maskSecrets(once)).toBe(once);
      }),
      { numRuns: 20 },
    );
  });
});

test('there are at least thirty kinds and twelve places', () => {
  expect(Object.keys(SEEDS).length).toBeGreaterThanOrEqual(30);
  expect(places.length).toBeGreaterThanOrEqual(12);
});

test('a row without secrets is stored as it is', () => {
  expect(redactRow(cleanRow(), redactor)).toEqual(cleanRow());
});
