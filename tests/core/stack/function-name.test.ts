import { expect, test } from 'vitest';
import { functionName, isMinifiedName } from '../../../src/core/stack/function-name.ts';

test.each([
  ['Module.loadStays', 'loadStays/x<', 'loadStays'],
  ['Object.describe', 'describe', 'describe'],
  ['A.Mt', 'Mt', 'Mt'],
  ['Visit.get doctor', 'get doctor', 'doctor'],
  ['Mc.o.componentDidCatch.e.callback', 'c</Mc/e.callback', 'callback'],
])('is the same in every engine: %s', (v8, _gecko, name) => {
  expect(functionName(v8)).toBe(name);
});

test.each(['describe', 'outer/describe', 'exports.describe', 'Cart.prototype.describe'])(
  'takes the last name of %s',
  (gecko) => {
    expect(functionName(gecko)).toBe('describe');
  },
);

test.each([
  '',
  'HTMLButtonElement.<anonymous>',
  'setup/rate<',
  'demarrer/<',
  'global code',
  'module code',
  'ai.prototype[e]',
  'Object.eval',
  'Object.__',
  'Object.$e',
  'anonymous',
])('finds no name in "%s"', (raw) => {
  expect(functionName(raw)).toBe('');
});

test('knows names that a minifier gave', () => {
  expect([isMinifiedName('t'), isMinifiedName('Mt'), isMinifiedName('map')]).toEqual([true, true, false]);
});
