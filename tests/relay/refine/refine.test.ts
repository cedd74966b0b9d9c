import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refine } from '../../../src/relay/refine/refine.ts';
import { LIMITS } from '../../../src/relay/wire.ts';

/** A record as the hook makes it, after the relay stamped it. */
function rawRecord(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: '0',
    timestamp: '1',
    kind: 'console_error',
    message: 'text',
    name: '',
    stack: '',
    ofCall: true,
    source: '',
    line: 0,
    column: 0,
    count: 1,
    suppressed: 0,
    age: 0,
    template: false,
    args: null,
    causes: null,
    http: null,
    ...change,
  };
}

function chain(...texts: string[]): unknown {
  return texts.reduceRight<unknown>((next, text) => ({ text, next }), null);
}

describe('a record of the hook', () => {
  test('becomes a whole one, with nothing of its making left', () => {
    expect(refine(rawRecord())).toEqual({
      id: '0',
      timestamp: '1',
      kind: 'console_error',
      message: 'text',
      name: '',
      stack: '',
      source: '',
      line: 0,
      column: 0,
      count: 1,
      suppressed: 0,
      age: 0,
    });
  });

  test('of a console call has its arguments as a list and its message filled in', () => {
    const record = rawRecord({ message: '%s rooms 3', template: true, args: chain('%s rooms', '3') });
    expect(refine(record)).toMatchObject({ message: '3 rooms', args: ['%s rooms', '3'] });
  });

  test('of a console call with nothing but a style has an empty message', () => {
    const record = rawRecord({ message: '%c color: red', template: true, args: chain('%c', 'color: red') });
    expect(refine(record)).toMatchObject({ message: '', args: ['%c', 'color: red'] });
  });

  test('whose message quotes another stack has a place of its own', () => {
    const message = 'Error: 500\n    at Api.run (https://api.example/api.js:9:9)';
    const stack = `${message}\n    at f (https://app.example/a.js:1:2)`;
    const record = rawRecord({
      name: 'Error',
      message: `in ${message}`,
      ofCall: false,
      stack,
      args: chain('in', message),
    });
    expect(refine(record)).toMatchObject({ source: 'https://app.example/a.js', line: 1, column: 2 });
  });

  test('of a console call that begins with an object is not filled in', () => {
    const record = rawRecord({ message: '{"a":"%s"} 3', args: chain('{"a":"%s"}', '3') });
    expect(refine(record)).toMatchObject({ message: '{"a":"%s"} 3' });
  });

  test('takes its place from the stack unless the event gave one', () => {
    const stack = 'Error\n    at d (vigie-capture.js:1:1)\n    at f (http://x/a.js:1:2)';
    expect(refine(rawRecord({ stack }))).toMatchObject({
      source: 'http://x/a.js',
      line: 1,
      column: 2,
      stack: '    at f (http://x/a.js:1:2)',
    });
    const given = rawRecord({ stack, source: 'http://x/page', line: 9, column: 8 });
    expect(refine(given)).toMatchObject({ source: 'http://x/page', line: 9, column: 8 });
    expect(refine(rawRecord({ line: 9, column: 8 }))).toMatchObject({ source: '', line: 9, column: 8 });
  });

  test('of a request has its message made of the facts, unless an error brought one', () => {
    const http = { method: 'get', url: 'a', base: 'http://x/b/', status: 404, duration_ms: 1, error: 'Not Found' };
    expect(refine(rawRecord({ kind: 'http_error', message: '', http }))).toMatchObject({
      message: 'GET http://x/b/a 404 (Not Found)',
      http: { method: 'GET', url: 'http://x/b/a', status: 404, duration_ms: 1, error: 'Not Found' },
    });
    const failed = rawRecord({ kind: 'network_error', message: 'Failed to fetch', http: { ...http, status: 0 } });
    expect(refine(failed)).toMatchObject({ message: 'Failed to fetch' });
  });

  test('has the stacks of its causes cleaned and its lists cut to the limits', () => {
    const stack = 'Error: c\n    at d (vigie-capture.js:1:1)\n    at f (http://x/a.js:1:2)';
    const cause = { name: 'Error', message: 'c', stack, next: null };
    expect(refine(rawRecord({ causes: cause }))).toMatchObject({
      causes: [{ name: 'Error', message: 'c', stack: 'Error: c\n    at f (http://x/a.js:1:2)' }],
    });
    const circle: Record<string, unknown> = { name: '', message: '', stack: '' };
    circle['next'] = circle;
    const record = refine(rawRecord({ causes: circle, args: chain(...Array<string>(500).fill('x')) }));
    expect(record).toMatchObject({ causes: { length: LIMITS.causes }, args: { length: LIMITS.arguments } });
  });
});

describe('what is no record of the hook', () => {
  test('is left alone', () => {
    const whole = { kind: 'resource_error', message: 'Failed to load img: x', source: '' };
    for (const other of [whole, null, undefined, 1, 'text', [], {}]) expect(refine(other)).toBe(other);
  });

  test('never makes it throw, whatever a page puts in its place', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(rawRecord())), fc.anything()), (change) => {
        refine(rawRecord(change));
      }),
    );
  });
});
