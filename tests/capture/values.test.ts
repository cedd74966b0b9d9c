import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { MAX_MESSAGE } from '../../src/relay/wire.ts';
import { FakeElement } from './fake-classes.ts';
import { closePage, openPage } from './fake-page.ts';

let describeValue: (value: unknown) => string;

beforeAll(async () => {
  await openPage();
  ({ describe: describeValue } = await import('../../src/capture/values.ts'));
});
afterAll(closePage);

class Empty {
  readonly #hidden = 1;
  get visible(): number {
    return this.#hidden;
  }
}

const trap = (): never => {
  throw new Error('trap');
};

class Room {
  readonly name = 'Moulin';
}

describe('a value as text', () => {
  test.each<[unknown, string]>([
    ['text', 'text'],
    ['', ''],
    [7, '7'],
    [Number.NaN, 'NaN'],
    [0, '0'],
    [-0, '-0'],
    [[-0, 0, { a: -0 }], '[-0,0,{"a":-0}]'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'undefined'],
    [10n, '10n'],
    [Symbol('s'), 'Symbol(s)'],
    [Math.max, '[Function: max]'],
    [() => 1, '[Function]'],
    [new TypeError('x'), 'TypeError: x'],
    [new Error(''), 'Error'],
    [Object.assign(new Error('x'), { name: '' }), 'x'],
    [new DOMException('gone', 'NotFoundError'), 'NotFoundError: gone'],
    [{}, '{}'],
    [[], '[]'],
    [{ a: undefined, b: Number.NaN, c: 1n, d: () => 1 }, '{"a":undefined,"b":NaN,"c":1n,"d":[Function: d]}'],
    [{ error: new TypeError('x') }, '{"error":"TypeError: x"}'],
    [{ a: { b: { c: { d: 1 } }, e: [[[[]]]] } }, '{"a":{"b":{"c":[Object]},"e":[[Array]]}}'],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
    [{ at: new Date(Number.NaN) }, '{"at":[Date]}'],
    [new URL('https://app.example/x?y#z'), '"https://app.example/x?y#z"'],
    [new Map([[1, 2]]), '[Map]'],
    [new Set([1]), '[Set]'],
    [/x/g, '[RegExp]'],
    [new Uint8Array(1_000), '[Uint8Array]'],
    [new ArrayBuffer(3), '[ArrayBuffer]'],
    [Promise.resolve(), '[Promise]'],
    [new Room(), '{"name":"Moulin"}'],
    [Object.create(null), '{}'],
    [new Empty(), '[Empty]'],
    [Object.assign([1], { 2: 3 }), '[1,undefined,3]'],
    [{ $$typeof: Symbol('element'), props: {} }, '[Object]'],
    [
      { code: '42703', details: null, list: [1, 'two', { three: true }] },
      '{"code":"42703","details":null,"list":[1,"two",{"three":true}]}',
    ],
  ])('%o', (value, text) => {
    expect(describeValue(value)).toBe(text);
  });

  test('of nodes is a selector without text or values', () => {
    expect(describeValue(new FakeElement('BUTTON', { id: 'save', class: 'big' }))).toBe('button#save');
    expect(describeValue([new FakeElement('A', { class: 'big red' })])).toBe('[a[class="big red"]]');
    expect(describeValue(new FakeElement('INPUT', { value: 'secret' }))).toBe('input');
  });

  test('of a window is a word: listing it would take for ever', () => {
    expect(describeValue({ at: globalThis.window })).toBe('{"at":[FakeEventTarget]}');
  });

  test('stops at circles', () => {
    const circle: Record<string, unknown> = { id: 7 };
    circle['self'] = circle;
    circle['list'] = [circle];
    expect(describeValue(circle)).toBe('{"id":7,"self":[Circular],"list":[[Circular]]}');
    const shared = {};
    expect(describeValue([shared, shared])).toBe('[{},{}]');
  });

  test('is cut where it is too wide or too long', () => {
    expect(describeValue(Array.from({ length: 1e6 }, () => 1))).toBe(`[${'1,'.repeat(100)}…]`);
    expect(describeValue('x'.repeat(5e6))).toBe(`${'x'.repeat(MAX_MESSAGE - 1)}…`);
    expect(describeValue({ a: 'x'.repeat(5e6) })).toHaveLength(1_024 + '{"a":""}'.length);
    const wide = Object.fromEntries(Array.from({ length: 90 }, (_, i) => [`k${i}`, 'x'.repeat(1_000)]));
    expect(describeValue(wide).length).toBeLessThanOrEqual(MAX_MESSAGE);
  });

  test('runs no code of the page', () => {
    const code = vi.fn();
    const value = {
      get getter() {
        return code();
      },
      toString: code,
      toJSON: code,
      valueOf: code,
      [Symbol.toPrimitive]: code,
      [Symbol.iterator]: code,
    };
    Object.defineProperty(value, Symbol.toStringTag, { get: code });
    const text = describeValue(value);
    expect(code).not.toHaveBeenCalled();
    expect(text).toMatch(/^\{"getter":\[Getter\]/);
  });

  test('of what cannot be read is a word', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(describeValue([proxy, 1])).toBe('[[Unreadable],1]');
    const hostile = new Proxy({}, { ownKeys: trap, getPrototypeOf: trap, getOwnPropertyDescriptor: trap, get: trap });
    expect(describeValue([hostile, 1])).toBe('[[Unreadable],1]');
  });

  test('of plain data looks like JSON', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const key = fc.string().filter((name) => name !== '__proto__' && name !== 'stack' && name !== 'message');
    const flat = fc.oneof(leaf, fc.array(leaf, { maxLength: 5 }), fc.dictionary(key, leaf, { maxKeys: 5 }));
    const data = fc.oneof(fc.array(flat, { maxLength: 5 }), fc.dictionary(key, flat, { maxKeys: 5 }));
    fc.assert(
      fc.property(data, (value) => {
        const plain: unknown = structuredClone(value);
        expect(describeValue(plain)).toBe(JSON.stringify(plain));
      }),
    );
  });

  test('of anything at all is a text within the limit', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }), (value) => {
        const text = describeValue(value);
        expect(typeof text).toBe('string');
        expect(text.length).toBeLessThanOrEqual(MAX_MESSAGE);
      }),
    );
  });
});
