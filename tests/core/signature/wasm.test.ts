import { describe, expect, test } from 'vitest';
import type { CapturedFacts } from '../../../src/core/occurrence.ts';
import { signatureOf } from '../../../src/core/signature/signature.ts';

/* Stacks as Chromium and Firefox gave them for one module, made of bytes and streamed. */

const SITE = 'https://shop.example';

function captured(browser: 'chromium' | 'firefox', text: string, frames: string[]): CapturedFacts {
  const head = browser === 'chromium' ? [`RuntimeError: ${text}`] : [];
  const message = browser === 'chromium' ? `Uncaught RuntimeError: ${text}` : `RuntimeError: ${text}`;
  const place = { source: `${SITE}/b.js`, line: 0, column: 0, page_url: `${SITE}/` };
  return {
    browser,
    error_type: 'js_error',
    message,
    name: 'RuntimeError',
    stack: [...head, ...frames].join('\n'),
    ...place,
  };
}

function signed(facts: CapturedFacts): string {
  return signatureOf(facts).signature;
}

const V8_CALLER = `    at run (${SITE}/b.js:12:53)`;
const GECKO_CALLER = `run@${SITE}/b.js:12:53`;

describe('a function without a name', () => {
  test.each([
    ['unreachable', 'unreachable executed', 'unreachable'],
    ['divide by zero', 'integer divide by zero', 'divide by zero'],
    ['memory access out of bounds', 'index out of bounds', 'index out of bounds'],
    ['table index is out of bounds', 'index out of bounds', 'index out of bounds'],
    ['null function', 'indirect call to null', 'indirect call'],
    ['null function or function signature mismatch', 'indirect call signature mismatch', 'indirect call'],
    ['float unrepresentable in integer range', 'integer overflow', 'integer overflow'],
  ])('fails where it was called, in one signature of both engines: %s', (v8, gecko, text) => {
    const expected = `b.js|${text}|12`;
    const frames = [
      '    at wasm://wasm/fe8051fe:wasm-function[0]:0x48',
      '    at wasm://wasm/0a1b2c3d:wasm-function[7]:0x1',
      `    at ${SITE}/m.wasm:wasm-function[12]:0x1f`,
    ];
    for (const frame of frames) expect(signed(captured('chromium', v8, [frame, V8_CALLER]))).toBe(expected);
    const geckoFrames = [
      `@${SITE}/b.js line 2 > WebAssembly.instantiate:wasm-function[0]:0x48`,
      `@${SITE}/m.wasm:wasm-function[5]:0x9`,
      `wasm-function[5]@${SITE}/m.wasm:wasm-function[5]:0x9`,
    ];
    for (const frame of geckoFrames) expect(signed(captured('firefox', gecko, [frame, GECKO_CALLER]))).toBe(expected);
  });

  test('says no more than its text where nothing called it', () => {
    expect(signed(captured('chromium', 'unreachable', ['    at wasm://wasm/fe8051fe:wasm-function[0]:0x48']))).toBe(
      '(wasm)|unreachable|0',
    );
    expect(signed(captured('firefox', 'unreachable executed', [`@${SITE}/m.wasm:wasm-function[3]:0x9`]))).toBe(
      '(wasm)|unreachable|0',
    );
  });
});

describe('a function with a name', () => {
  test('is the place, whatever module and number it has', () => {
    const expected = '(wasm)|unreachable in price|0';
    for (const place of ['wasm://wasm/shop-fe8051fe:wasm-function[0]:0x48', `${SITE}/m.wasm:wasm-function[12]:0x1f`]) {
      expect(signed(captured('chromium', 'unreachable', [`    at price (${place})`, V8_CALLER]))).toBe(expected);
      expect(signed(captured('chromium', 'unreachable', [`    at shop.price (${place})`, V8_CALLER]))).toBe(expected);
    }
    for (const place of [`${SITE}/b.js line 2 > WebAssembly.instantiate`, `${SITE}/m.wasm`]) {
      const frames = [`price@${place}:wasm-function[3]:0x2a`, GECKO_CALLER];
      expect(signed(captured('firefox', 'unreachable executed', frames))).toBe(expected);
    }
  });

  test('is past what the compiler brings along, and without its hash', () => {
    const frames = [
      '    at __rust_start_panic (wasm://wasm/fe8051fe:wasm-function[90]:0x1)',
      '    at core::panicking::panic_fmt::h0123456789abcdef (wasm://wasm/fe8051fe:wasm-function[80]:0x1)',
      '    at shop::cart::price::h0123456789abcdef (wasm://wasm/fe8051fe:wasm-function[3]:0x1)',
      V8_CALLER,
    ];
    expect(signed(captured('chromium', 'unreachable', frames))).toBe('(wasm)|unreachable in shop::cart::price|0');
  });

  test('two of them are two', () => {
    const [one, other] = ['price', 'discount'].map((name) =>
      signed(
        captured('chromium', 'unreachable', [`    at ${name} (wasm://wasm/fe8051fe:wasm-function[0]:0x4)`, V8_CALLER]),
      ),
    );
    expect(one).not.toBe(other);
  });
});
