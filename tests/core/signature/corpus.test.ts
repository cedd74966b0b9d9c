import { expect, test } from 'vitest';
import { signatureOf } from '../../../src/core/signature/signature.ts';
import { factsOf, OWN_CORPUS, readEvents } from '../../tools/labelled-events.ts';
import type { LabelledEvent } from '../../tools/labelled-events.ts';
import { score, views } from '../../tools/score.ts';

const events = readEvents(OWN_CORPUS);
const unshifted = views(events)['without shifted'];
const bySignature = (event: LabelledEvent): string => signatureOf(factsOf(event)).signature;
const byLineless = (event: LabelledEvent): string => signatureOf(factsOf(event)).lineless;

test('groups recorded errors by bug', () => {
  const { f1, precision, events: count } = score(unshifted, bySignature);
  expect(count).toBe(446);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(f1).toBeGreaterThanOrEqual(0.95);
});

test('keeps bugs apart that look alike', () => {
  const { near_miss_apart, near_miss_groups } = score(unshifted, bySignature);
  expect(near_miss_groups).toBe(25);
  expect(near_miss_apart).toBe(near_miss_groups);
});

test('hardly ever merges two bugs, moved lines included', () => {
  expect(score(events, bySignature).precision).toBeGreaterThanOrEqual(0.98);
});

test('finds a bug again after its line moved, by all but the line', () => {
  const { f1, precision } = score(events, byLineless);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(f1).toBeGreaterThanOrEqual(0.95);
});
