import { expect, it } from 'vitest';
import { readPullAnswer } from '../../src/remote/answers.ts';
import { NOW } from '../core/samples.ts';

const PAGE = {
  now: NOW,
  epoch: 'e',
  more: false,
  cursor: {},
  member: { email: 'qa@example.com', role: 'agent' },
  rows: {},
};

it('a page of a database whose SQL does not say its version is of the first one', () => {
  expect(readPullAnswer(PAGE).sqlVersion).toBe(1);
  expect(readPullAnswer({ ...PAGE, schema_version: 7 }).sqlVersion).toBe(7);
});
