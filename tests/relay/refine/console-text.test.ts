import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillIn } from '../../../src/relay/refine/console-text.ts';

describe('the message of a console call', () => {
  test.each([
    [['%s has %d rooms', 'Moulin', '3'], 'Moulin has 3 rooms'],
    [['%i %f', '3.9', '1.5x'], '3 1.5'],
    [['%d', '12abc'], '12'],
    [['%d %i %f', '{"a":1}', 'true', 'Symbol(x)'], 'NaN NaN NaN'],
    [['%d %i %f', '-0', '-0.5', '-0'], '-0 -0 -0'],
    [['%o and %O', '{"a":1}', '[1]'], '{"a":1} and [1]'],
    [['%cred%c plain', 'color:red', ''], 'red plain'],
    [['100%% of %s', 'all'], '100% of all'],
    [['%s %s', 'one'], 'one %s'],
    [['no place', 'left', 'over'], 'no place left over'],
    [['50 % of', 'x'], '50 % of x'],
    [['%x %', 'y'], '%x % y'],
    [['%s', '%s', 'z'], '%s z'],
  ])('%j', (texts, message) => {
    expect(fillIn(texts)).toBe(message);
  });

  test('holds every argument that is no style', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (template, rest) => {
        const message = fillIn([template.replaceAll('%', ''), ...rest]);
        for (const text of rest) expect(message).toContain(text);
      }),
    );
  });
});
