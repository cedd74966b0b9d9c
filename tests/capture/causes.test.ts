import { afterEach, describe, expect, test } from 'vitest';
import { closePage, openPage } from './fake-page.ts';

afterEach(closePage);

class SuppressedError extends Error {
  override name = 'SuppressedError';
  error: unknown;
  suppressed: unknown;
  constructor(error: unknown, suppressed: unknown, message: string) {
    super(message);
    this.error = error;
    this.suppressed = suppressed;
  }
}

const error = (message: string, cause?: unknown): Error => new Error(message, cause === undefined ? {} : { cause });

describe('what stands behind an uncaught error', () => {
  test.each<[string, unknown, string[]]>([
    [
      'its causes, as many as fit',
      error('0', error('1', error('2', error('3', error('4', error('5', error('6'))))))),
      ['1', '2', '3', '4', '5'],
    ],
    ['a cause that is no error', error('0', { code: 7 }), ['{"code":7}']],
    [
      'the members of an aggregate and what is behind each',
      new AggregateError([error('a', 'b'), 'c'], '', { cause: 'd' }),
      ['a', 'b', 'c', 'd'],
    ],
    [
      'an aggregate in an aggregate',
      new AggregateError([new AggregateError([error('a')], 'inner'), error('b')]),
      ['inner', 'a', 'b'],
    ],
    [
      'the two of a suppressed error',
      new SuppressedError(error('closing'), error('working', 'disk'), ''),
      ['closing', 'working', 'disk'],
    ],
    ['the object itself, where it is no error', { code: 'E_PAY', amount: 12 }, ['{"code":"E_PAY","amount":12}']],
  ])('is %s', async (_title, thrown, causes) => {
    const page = await openPage();
    page.throwUncaught('Uncaught', thrown);
    expect(page.after(200)[0]?.causes?.map(({ message }) => message)).toEqual(causes);
  });

  test.each([undefined, null, 'text', 12, error('alone')])('is nothing for %s', async (thrown) => {
    const page = await openPage();
    page.throwUncaught('Uncaught', thrown);
    expect(page.after(200)[0]).not.toHaveProperty('causes');
  });

  test('is told once, though it leads back to itself', async () => {
    const page = await openPage();
    const ring = error('ring');
    ring.cause = error('link', ring);
    page.throwUncaught('Uncaught', ring);
    expect(page.after(200)[0]?.causes?.map(({ message }) => message)).toEqual(['link']);
  });

  test('takes no time, though its list claims to be endless', async () => {
    const page = await openPage();
    const endless = Object.assign(error('endless'), { errors: { length: Number.MAX_SAFE_INTEGER } });
    endless.errors = new Proxy(endless.errors, { get: (list, key) => (key === 'length' ? list.length : endless) });
    page.throwUncaught('Uncaught', endless);
    expect(page.after(200)).toHaveLength(1);
  });
});
