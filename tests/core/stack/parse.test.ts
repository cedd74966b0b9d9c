import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STACK_LIMITS } from '../../../src/core/stack/frame.ts';
import type { StackFrame } from '../../../src/core/stack/frame.ts';
import { parseStack } from '../../../src/core/stack/parse.ts';

function only(line: string): Partial<StackFrame> | undefined {
  const frames = parseStack(line);
  expect(frames).toHaveLength(1);
  return frames[0];
}

const call = { link: 'call', code: 'script' } as const;

describe('V8', () => {
  test.each<[string, Partial<StackFrame>]>([
    [
      '    at load (https://a.example/x.js:5:7)',
      { name: 'load', source: 'https://a.example/x.js', line: 5, column: 7, ...call },
    ],
    [
      '    at https://a.example:8080/x.js:5:7',
      { name: '', source: 'https://a.example:8080/x.js', line: 5, column: 7, ...call },
    ],
    ['    at async Cart.load (https://a.example/x.js:5:7)', { name: 'Cart.load', link: 'await', line: 5 }],
    ['    at async https://a.example/x.js:5:7', { name: '', link: 'await', line: 5 }],
    ['    at new Cart (https://a.example/x.js:5:7)', { name: 'Cart', line: 5 }],
    ['    at Object.run [as handler] (https://a.example/x.js:5:7)', { name: 'Object.run', line: 5 }],
    ['    at A.ve [as constructor] (https://a.example/x.js:1:9675)', { name: 'A.ve', column: 9675 }],
    [
      '    at HTMLButtonElement.<anonymous> (https://a.example/x.js:5:7)',
      { name: 'HTMLButtonElement.<anonymous>', line: 5 },
    ],
    ['    at Array.map (<anonymous>)', { name: 'Array.map', source: '', code: 'native' }],
    ['    at async Promise.all (index 0)', { code: 'native', link: 'await' }],
    ['    at <anonymous>:2:7', { source: '', line: 0, code: 'native' }],
    ['@javascript:pay(4711):1:7', { source: '', line: 0, code: 'native' }],
    ['@https://a.example/page line 12 > injectedScript:1:7', { source: '', line: 0, code: 'native' }],
    [
      '    at render (webpack-internal:///(app-pages)/./src/page.tsx:12:5)',
      { source: 'webpack-internal:///(app-pages)/./src/page.tsx', line: 12 },
    ],
    ['    at f (webpack://shop/./src/cart.js?:6:30)', { source: 'webpack://shop/./src/cart.js?', line: 6, column: 30 }],
    ['    at f (chrome-extension://abcdef/inpage.js:8:13)', { source: 'chrome-extension://abcdef/inpage.js', line: 8 }],
    ['    at f (blob:https://a.example/0b1c-22:3:4)', { source: 'blob:https://a.example/0b1c-22', line: 3, column: 4 }],
    ['    at f (data:text/javascript,throw:1:1)', { source: 'data:text/javascript,throw', line: 1 }],
    ['    at wasm://wasm/0042ab:wasm-function[3]:0x1a', { code: 'wasm', line: 0 }],
    ['    at f (wasm://wasm/0042ab:wasm-function[3]:0x1a)', { code: 'wasm', source: 'wasm://wasm/0042ab' }],
    [
      '    at eval (eval at run (https://a.example/x.js:5:7), <anonymous>:3:40)',
      { name: '', source: 'https://a.example/x.js', line: 3, column: 40, code: 'evaluated' },
    ],
    [
      '    at [Alpine] nights * price (eval at <anonymous> (https://a.example/alpine.min.js:5:742), <anonymous>:3:40)',
      { name: '', source: 'https://a.example/alpine.min.js', line: 3, code: 'evaluated' },
    ],
    [
      '    at eval (eval at a (eval at b (https://a.example/x.js:1:1)), <anonymous>:2:3)',
      { source: 'https://a.example/x.js', line: 2, code: 'evaluated' },
    ],
  ])('reads %s', (line, expected) => {
    expect(only(line)).toMatchObject(expected);
  });

  test('leaves out the first lines with name and text', () => {
    expect(
      parseStack('TypeError: no such thing\nsecond line of it\n    at f (https://a.example/x.js:5:7)'),
    ).toHaveLength(1);
  });
});

describe('SpiderMonkey', () => {
  test.each<[string, Partial<StackFrame>]>([
    [
      'load@https://a.example/x.js:5:7',
      { name: 'load', source: 'https://a.example/x.js', line: 5, column: 7, ...call },
    ],
    ['@https://a.example/x.js:5:7', { name: '', line: 5, ...call }],
    ['setup/rate<@https://a.example/x.js:5:7', { name: 'setup/rate<', line: 5 }],
    ['async*load@https://a.example/x.js:5:7', { name: 'load', link: 'await' }],
    ['promise callback*load@https://a.example/x.js:5:7', { name: 'load', link: 'scheduled' }],
    ['setTimeout handler*load@https://a.example/x.js:5:7', { link: 'scheduled' }],
    ['EventListener.handleEvent*load@https://a.example/x.js:5:7', { name: 'load', link: 'scheduled' }],
    ['EventHandlerNonNull*fr</<@https://a.example/x.js:5:7', { name: 'fr</<', link: 'scheduled' }],
    [
      'f@https://unpkg.com/vue@3.4.0/dist/vue.js:5:7',
      { name: 'f', source: 'https://unpkg.com/vue@3.4.0/dist/vue.js', line: 5 },
    ],
    ['f@<anonymous code>:5:20', { name: 'f', source: '<anonymous code>', line: 5, column: 20 }],
    ['f@moz-extension://0a1b-2c/inpage.js:8:13', { source: 'moz-extension://0a1b-2c/inpage.js' }],
    [
      'anonymous@https://a.example/x.js line 19 > eval:6:17',
      { name: '', source: 'https://a.example/x.js', line: 6, column: 17, code: 'evaluated' },
    ],
    [
      'f@https://a.example/x.js line 5 > AsyncFunction line 2 > Function:3:40',
      { source: 'https://a.example/x.js', line: 3, code: 'evaluated' },
    ],
    ['f@https://a.example/m.wasm:wasm-function[12]:0x3f', { code: 'wasm', source: 'https://a.example/m.wasm' }],
  ])('reads %s', (line, expected) => {
    expect(only(line)).toMatchObject(expected);
  });

  test('takes no message that tells of an address with a user for a frame', () => {
    expect(parseStack('Error: no answer from postgres://qa:pw@db.example.com:5432/x')).toEqual([]);
  });
});

describe('JavaScriptCore', () => {
  test.each<[string, Partial<StackFrame>]>([
    ['load@https://a.example/x.js:5:7', { name: 'load', line: 5, ...call }],
    ['setItem@[native code]', { name: 'setItem', source: '', code: 'native' }],
    ['[native code]', { code: 'native' }],
    ['global code@https://a.example/x.js:5:7', { name: 'global code', line: 5 }],
    ['https://a.example/x.js:5:7', { name: '', source: 'https://a.example/x.js', line: 5 }],
    ['f@safari-web-extension://0A1B/content.js:5:7', { source: 'safari-web-extension://0A1B/content.js' }],
  ])('reads %s', (line, expected) => {
    expect(only(line)).toMatchObject(expected);
  });
});

test('takes any text for a stack without failing, within its limits', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '    at ',
      ' (',
      ')',
      '@',
      ':1:2',
      'eval at ',
      '<anonymous>',
      '\n',
      'async*',
      'https://a/b.js',
      ' line 3 > eval',
      ',',
      ':',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const frames = parseStack(pieces.join(''));
      expect(frames.length).toBeLessThanOrEqual(STACK_LIMITS.lines);
      for (const frame of frames) {
        expect(Number.isSafeInteger(frame.line) && frame.line >= 0).toBe(true);
        expect(Number.isSafeInteger(frame.column) && frame.column >= 0).toBe(true);
      }
    }),
  );
});

test.each(['    at ', 'f@', '(', ':1', '@a', ' line 1 > eval', 'eval at (', 'async*'])(
  'reads a megabyte of "%s" quickly',
  (unit) => {
    const stack = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const lines = `${unit.repeat(500)}\n`.repeat(500);
    const start = performance.now();
    parseStack(stack);
    parseStack(lines);
    expect(performance.now() - start).toBeLessThan(500);
  },
);
