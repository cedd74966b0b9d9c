import { expect, it } from 'vitest';
import { NO_CONSENT, readConsent, withDecision, withPolicy } from '../../src/core/consent.ts';

const EARLIER = '2026-02-06T12:00:00.000Z';
const NOW = '2026-02-07T12:00:00.000Z';
const OF_PERSON = { at: EARLIER, by: 'person' } as const;
const OF_POLICY = { at: EARLIER, by: 'policy' } as const;

it('what cannot be read is no consent', () => {
  for (const value of [undefined, null, true, {}, { capture: true, sending: null }, { capture: { at: NOW } }]) {
    expect(readConsent(value)).toEqual(NO_CONSENT);
  }
  expect(readConsent({ capture: OF_PERSON, sending: null })).toEqual({ capture: OF_PERSON, sending: null });
});

it('to agree again changes nothing; sending ends with the capture, not the other way round', () => {
  const capture = withDecision(NO_CONSENT, 'capture', true, EARLIER);
  expect(capture).toEqual({ capture: OF_PERSON, sending: null });
  expect(withDecision(capture, 'capture', true, NOW)).toEqual(capture);
  const both = withDecision(capture, 'sending', true, EARLIER);
  expect(both).toEqual({ capture: OF_PERSON, sending: OF_PERSON });
  expect(withDecision(both, 'sending', false, NOW)).toEqual(capture);
  expect(withDecision(both, 'capture', false, NOW)).toEqual(NO_CONSENT);
});

it('a policy agrees for as long as it says so, and takes nothing from what a person decided', () => {
  const given = withPolicy(NO_CONSENT, { capture: true, sending: false }, EARLIER);
  expect(given).toEqual({ capture: OF_POLICY, sending: null });
  expect(withPolicy(given, { capture: true, sending: false }, NOW)).toEqual(given);
  expect(withPolicy(given, { capture: false, sending: false }, NOW)).toEqual(NO_CONSENT);
  const own = { capture: OF_PERSON, sending: null };
  expect(withPolicy(own, { capture: false, sending: false }, NOW)).toEqual(own);
  expect(withPolicy(own, { capture: true, sending: true }, EARLIER)).toEqual({
    capture: OF_PERSON,
    sending: OF_POLICY,
  });
});
