import { afterEach, describe, expect, test, vi } from 'vitest';
import { FakeElement, FakeErrorEvent } from './fake-classes.ts';
import { closePage, openPage } from './fake-page.ts';

afterEach(closePage);

describe('console calls', () => {
  test('go through to the browser with their `this`, arguments and answer', async () => {
    const page = await openPage();
    page.natives.error.mockReturnValue('answer');
    const self = {};
    expect(Reflect.apply(console.error, self, ['a', 1])).toBe('answer');
    expect(page.natives.error.mock.contexts).toEqual([self]);
    expect(page.natives.error).toHaveBeenCalledExactlyOnceWith('a', 1);
  });

  test('throw what the browser’s own call throws, and are captured all the same', async () => {
    const page = await openPage();
    const thrown = new Error('from %s');
    page.natives.error.mockImplementation(() => {
      throw thrown;
    });
    expect(() => console.error('x')).toThrow(thrown);
    expect(page.after(200)).toMatchObject([{ kind: 'console_error', message: 'x' }]);
  });

  test('of warn, error and failed assertions become records of their kinds', async () => {
    const page = await openPage();
    console.warn('careful', 3);
    console.error('%s is %d', 'seven', 7);
    console.assert(true, 'fine');
    console.assert(false, 'room %s', 7, { a: 1 });
    console.assert(0);
    Reflect.apply(console.assert, console, [null, { b: 2 }]);
    console.log('nothing of ours');
    expect(page.after(200).map(({ kind, message, args }) => [kind, message, args])).toEqual([
      ['console_warn', 'careful 3', ['careful', '3']],
      ['console_error', 'seven is 7', ['%s is %d', 'seven', '7']],
      ['console_error', 'Assertion failed: room 7 {"a":1}', ['Assertion failed: room %s', '7', '{"a":1}']],
      ['console_error', 'Assertion failed', ['Assertion failed']],
      ['console_error', 'Assertion failed {"b":2}', ['Assertion failed', '{"b":2}']],
    ]);
    expect(page.natives.assert).toHaveBeenCalledTimes(4);
  });

  test('with an error have its name, stack and causes', async () => {
    const page = await openPage();
    const error = new TypeError('inner', { cause: new RangeError('deep') });
    console.error('[shop]', error);
    const [record] = page.after(200);
    expect(record).toMatchObject({
      message: '[shop] TypeError: inner',
      name: 'TypeError',
      causes: [{ name: 'RangeError', message: 'deep' }],
    });
    expect(record?.stack).toContain('TypeError: inner');
  });

  test('that are made while one is described are not captured, but made', async () => {
    const page = await openPage();
    const talking = new Proxy(
      {},
      {
        ownKeys() {
          console.error('from a trap');
          return [];
        },
      },
    );
    console.error('outer', talking);
    expect(page.after(200).map(({ message }) => message)).toEqual(['outer {}']);
    expect(page.natives.error).toHaveBeenCalledTimes(2);
  });
});

describe('uncaught errors', () => {
  test('keep the browser’s message and place', async () => {
    const page = await openPage();
    const error = new TypeError('x');
    const event = { message: 'Uncaught TypeError: x', filename: 'https://a/b.js', lineno: 3, colno: 9, error };
    page.window.dispatchEvent(new FakeErrorEvent('error', event));
    expect(page.after(200)).toMatchObject([
      {
        kind: 'js_error',
        message: 'Uncaught TypeError: x',
        source: 'https://a/b.js',
        line: 3,
        column: 9,
        name: 'TypeError',
      },
    ]);
  });

  test.each([null, undefined, 'text', 0, Symbol('s'), Proxy.revocable({}, {}).proxy])(
    'of thrown value %#',
    async (error) => {
      const page = await openPage();
      page.throwUncaught('Uncaught something', error);
      expect(page.after(200)).toMatchObject([{ kind: 'js_error', message: 'Uncaught something', name: '', stack: '' }]);
    },
  );

  test('whose properties throw are captured by what the browser said', async () => {
    const page = await openPage();
    const { proxy, revoke } = Proxy.revocable(new Error('x'), {});
    revoke();
    const hostile = Object.defineProperties(new Error('x'), {
      name: {
        get: () => {
          throw new Error('name');
        },
      },
      stack: {
        get: () => {
          throw new Error('stack');
        },
      },
      cause: {
        get: () => {
          throw new Error('cause');
        },
      },
      errors: {
        value: new Proxy([], {
          get: () => {
            throw new Error('errors');
          },
        }),
      },
    });
    for (const error of [proxy, hostile]) page.throwUncaught(`Uncaught ${typeof error}`, error);
    expect(page.after(200).reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });

  test('without a message have the error’s', async () => {
    const page = await openPage();
    page.throwUncaught('', new RangeError('made by a library'));
    expect(page.after(200)).toMatchObject([{ message: 'RangeError: made by a library' }]);
  });

  test('that are only events of elements are left to the relay', async () => {
    const page = await openPage();
    page.window.dispatchEvent(new Event('error'));
    expect(page.after(200)).toEqual([]);
  });
});

describe('rejections', () => {
  test.each([
    ['an error', new RangeError('no rates'), 'no rates', 'RangeError'],
    ['an error without text', new RangeError(''), 'RangeError', 'RangeError'],
    ['a text', 'plain', 'plain', ''],
    ['nothing', undefined, 'undefined', ''],
    ['null', null, 'null', ''],
    ['an object', { code: '42703', details: null }, '{"code":"42703","details":null}', ''],
    [
      'an old-fashioned error',
      Object.assign(Object.create(Error.prototype), { message: 'old', name: 'OldError' }),
      'old',
      'OldError',
    ],
    [
      'a copy of an error',
      { message: 'copied', stack: 'Error: copied\n    at f (http://x/a.js:1:2)', name: 'Error' },
      'copied',
      'Error',
    ],
  ])('with %s', async (_title, reason, message, name) => {
    const page = await openPage();
    page.reject(reason);
    expect(page.after(1_500)).toMatchObject([{ kind: 'unhandled_rejection', message, name, count: 1 }]);
  });

  test('with an event say what happened to what', async () => {
    const page = await openPage();
    const script = new FakeElement('SCRIPT', { id: 'pay', src: '/pay.js' });
    const reason = new Event('error');
    script.dispatchEvent(reason);
    page.reject(reason);
    expect(page.after(1_500)).toMatchObject([{ message: '[Event error] script#pay /pay.js' }]);
  });

  test('are held for a second, in which they may still be handled', async () => {
    const page = await openPage();
    const [late, never] = [{}, {}];
    for (const promise of [late, never]) {
      page.reject(promise === late ? 'late' : 'never', promise);
    }
    expect(page.after(900)).toEqual([]);
    page.handle(late);
    const records = page.after(400);
    expect(records).toMatchObject([{ message: 'never' }]);
    expect(records[0]?.age).toBeGreaterThanOrEqual(1_000);
  });

  test('that are identical are one record, less those that were handled', async () => {
    const page = await openPage();
    const promises = Array.from({ length: 5 }, () => ({}));
    for (const promise of promises) page.reject('same', promise);
    for (const promise of promises.slice(0, 2)) page.handle(promise);
    expect(page.after(1_500)).toMatchObject([{ message: 'same', count: 3 }]);
  });

  test('of promise libraries have their reason in the event’s detail', async () => {
    const page = await openPage();
    page.window.dispatchEvent(new CustomEvent('unhandledrejection', { detail: { reason: new Error('blue') } }));
    expect(page.after(200)).toMatchObject([{ message: 'blue', name: 'Error' }]);
  });

  test('are none when the event tells of none', async () => {
    const page = await openPage();
    page.window.dispatchEvent(new Event('unhandledrejection'));
    page.window.dispatchEvent(new CustomEvent('unhandledrejection'));
    expect(page.after(200)).toEqual([]);
  });

  test('do not wait when the page goes away', async () => {
    const page = await openPage();
    page.reject('last');
    page.window.dispatchEvent(new Event('pagehide'));
    expect(page.after(0)).toMatchObject([{ message: 'last' }]);
  });
});

describe('one object on several channels', () => {
  test('is the uncaught error, when it was logged and then thrown', async () => {
    const page = await openPage();
    const error = new Error('same');
    console.error('context', error);
    page.throwUncaught('Uncaught Error: same', error);
    expect(page.after(200)).toMatchObject([{ kind: 'js_error', count: 1 }]);
  });

  test('is the uncaught error, when a handler logs it', async () => {
    const page = await openPage();
    const error = new Error('same');
    page.throwUncaught('Uncaught Error: same', error);
    page.after(200);
    console.error(error);
    expect(page.after(200)).toMatchObject([{ kind: 'js_error', count: 1 }]);
  });

  test('is the uncaught error, when a handler logs the event that tells of it', async () => {
    const page = await openPage();
    page.window.addEventListener('error', (event) => console.error('global handler', event));
    page.throwUncaught('Uncaught Error: same', new Error('same'));
    expect(page.after(200)).toMatchObject([{ kind: 'js_error', count: 1 }]);
  });

  test('is the rejection, when it was logged before, or the log if the rejection is handled', async () => {
    for (const handled of [false, true]) {
      const page = await openPage();
      const error = new Error('same');
      const promise = {};
      console.error(error);
      page.reject(error, promise);
      vi.advanceTimersByTime(500);
      if (handled) page.handle(promise);
      expect(page.after(1_500)).toMatchObject([{ kind: handled ? 'console_error' : 'unhandled_rejection', count: 1 }]);
      closePage();
    }
  });

  test('is the log, when the rejection it was made for is handled after all', async () => {
    const page = await openPage();
    const error = new Error('same');
    const promise = {};
    page.reject(error, promise);
    console.error('in a handler', error);
    page.handle(promise);
    expect(page.after(1_500)).toMatchObject([{ kind: 'console_error', count: 1 }]);
  });

  test('is two occurrences after a second, and whenever the objects differ', async () => {
    const page = await openPage();
    const error = new Error('same');
    console.error(error);
    page.after(1_100);
    page.throwUncaught('Uncaught Error: same', error);
    page.throwUncaught('Uncaught Error: other', new Error('other'));
    console.error(new Error('other'));
    expect(page.after(200)).toHaveLength(4);
  });

  test('leaves the other logs of a text alone', async () => {
    const page = await openPage();
    const errors = [1, 2, 3].map(() => new Error('same'));
    for (const error of errors) console.error(error);
    page.throwUncaught('Uncaught Error: same', errors[1]);
    const counts = page.after(200).map(({ kind, count }) => [kind, count]);
    expect(counts).toEqual(expect.arrayContaining([['js_error', 1]]));
    expect(counts.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(3);
  });
});
