import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimit, RATE } from '../../../src/background/ingest/rate-limit.ts';

describe('createRateLimit', () => {
  it('grants a burst, then what time gives back', () => {
    const grant = createRateLimit();
    expect(grant('7|a', RATE.burst + 50, 0)).toBe(RATE.burst);
    expect(grant('7|a', 10, 0)).toBe(0);
    expect(grant('7|a', 10_000, 1_000)).toBe(RATE.perSecond);
    expect(grant('7|a', 10_000, 3_600_000)).toBe(RATE.burst);
  });

  it('counts tabs and origins apart', () => {
    const grant = createRateLimit();
    grant('7|a', RATE.burst, 0);
    expect(grant('7|b', 1, 0)).toBe(1);
    expect(grant('8|a', 1, 0)).toBe(1);
  });

  it('survives a clock that jumps back', () => {
    const grant = createRateLimit();
    grant('7|a', RATE.burst, 10_000);
    expect(grant('7|a', 5, 0)).toBe(0);
    expect(grant('7|a', 5, 1_000)).toBe(5);
  });

  it('never grants more than burst and rate allow', () => {
    const step = fc.record({ wanted: fc.nat(500), wait: fc.nat(2_000) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const grant = createRateLimit();
        let now = 0;
        let granted = 0;
        for (const { wanted, wait } of steps) {
          now += wait;
          granted += grant('k', wanted, now);
        }
        expect(granted).toBeLessThanOrEqual(RATE.burst + (now * RATE.perSecond) / 1_000);
      }),
    );
  });
});
