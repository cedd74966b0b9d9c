import type { StackFrame } from './frame.ts';

type Place = Pick<StackFrame, 'source' | 'line' | 'column' | 'code'>;

const NOWHERE: Place = { source: '', line: 0, column: 0, code: 'native' };

/** The digits after the last colon of `text`, or -1 when there are none. */
function numberAtEnd(text: string): { rest: string; value: number } {
  const colon = text.lastIndexOf(':');
  const digits = text.slice(colon + 1);
  if (colon < 0 || !/^\d{1,9}$/.test(digits)) return { rest: text, value: -1 };
  return { rest: text.slice(0, colon), value: Number(digits) };
}

/** Splits `address:line:column` (or `address:line`, or an address alone). Ports and drive letters stay with the address. */
function splitPosition(text: string): { address: string; line: number; column: number } {
  const last = numberAtEnd(text);
  if (last.value < 0) return { address: text, line: 0, column: 0 };
  const before = numberAtEnd(last.rest);
  if (before.value >= 0) return { address: before.rest, line: before.value, column: last.value };
  return { address: last.rest, line: last.value, column: 0 };
}

/** SpiderMonkey: `https://a/b.js line 19 > eval:6:17`, nested with further ` > Function`. The position counts inside the text. */
function geckoEvaluated(address: string): string | null {
  const found = /^(.*?) line \d+ > (?:eval|Function|AsyncFunction|GeneratorFunction|scriptElement)/.exec(address);
  return found?.[1] ?? null;
}

/**
 * Reads where a frame points, in any engine's words.
 * @param text what stands in V8's parentheses, or after the `@` of the others.
 */
export function readPlace(text: string): Place {
  if (text === '' || text === 'native' || text === '<anonymous>' || text.startsWith('[') || text.startsWith('index ')) {
    return NOWHERE;
  }
  if (text.startsWith('eval at ')) return v8Evaluated(text);
  if (text.includes('wasm-function[') || text.startsWith('wasm:'))
    return { ...NOWHERE, source: wasmModule(text), code: 'wasm' };
  const { address, line, column } = splitPosition(text);
  // A script made from text: who made it stands below, in a file.
  if (address === '<anonymous>' || /^javascript:| line \d+ > injectedScript$/.test(address)) return NOWHERE;
  const origin = geckoEvaluated(address);
  if (origin !== null) return { source: origin, line, column, code: 'evaluated' };
  return { source: address, line, column, code: 'script' };
}

/** V8: `eval at run (https://a/b.js:5:1), <anonymous>:3:32`; nested inside out. The last address is the script that evaluates. */
function v8Evaluated(text: string): Place {
  const inner = splitPosition(text.slice(text.lastIndexOf(',') + 1).trim());
  const open = text.lastIndexOf(' (');
  const close = text.indexOf(')', open);
  const outer = open < 0 || close < 0 ? '' : splitPosition(text.slice(open + 2, close)).address;
  const named = inner.address !== '<anonymous>' && inner.address !== '';
  const source = named ? inner.address : outer;
  return {
    source: source === '<anonymous>' ? '' : source,
    line: inner.line,
    column: inner.column,
    code: named ? 'script' : 'evaluated',
  };
}

/** SpiderMonkey names a module that was made of bytes by the script that made it: `https://a/b.js line 2 > WebAssembly.instantiate`. */
function wasmModule(text: string): string {
  const end = text.indexOf(':wasm-function[');
  const module = end < 0 ? text : text.slice(0, end);
  return module.replace(/ line \d+ > WebAssembly\.\w+$/, '');
}
