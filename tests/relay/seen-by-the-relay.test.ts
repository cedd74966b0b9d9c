// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { refine } from '../../src/relay/refine/refine.ts';
import { readResource } from '../../src/relay/resources.ts';
import { readViolation, type Violation } from '../../src/relay/violations.ts';

/** An event as the browser dispatches it: scripts cannot make trusted ones. */
function trusted<Shape extends object>(shape: Shape): Event & Shape {
  return Object.create(Event.prototype, Object.getOwnPropertyDescriptors({ isTrusted: true, ...shape }));
}

function element(tag: string, attributes: Record<string, string>): Element {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

describe('a resource that could not be loaded', () => {
  test.each([
    ['script', { src: 'https://cdn.example/a.js?v=1#x' }, 'https://cdn.example/a.js?v=1'],
    ['img', { src: 'https://cdn.example/a.webp' }, 'https://cdn.example/a.webp'],
    ['link', { href: 'https://cdn.example/a.css' }, 'https://cdn.example/a.css'],
    ['object', { data: 'https://cdn.example/a.pdf' }, 'https://cdn.example/a.pdf'],
    ['img', { src: 'data:image/png;base64,QUJD' }, 'data:image/png;base64,…'],
    ['img', {}, ''],
  ])('%s %j', (tag, attributes, source) => {
    expect(refine(readResource(trusted({ target: element(tag, attributes) })))).toMatchObject({
      kind: 'resource_error',
      message: `Failed to load ${tag}: ${source}`,
      source,
      stack: '',
      line: 0,
    });
  });

  test('of a drawing has its address in an object', () => {
    const image = document.createElement('div');
    Object.defineProperty(image, 'href', { value: { baseVal: 'https://cdn.example/a.svg' } });
    expect(refine(readResource(trusted({ target: image })))).toMatchObject({ source: 'https://cdn.example/a.svg' });
  });

  test('sends no more of its address than is kept', () => {
    const seen = readResource(
      trusted({ target: element('img', { src: `data:image/png;base64,${'A'.repeat(100_000)}` }) }),
    );
    expect(JSON.stringify(seen).length).toBeLessThan(5_000);
    expect(refine(seen)).toMatchObject({ source: 'data:image/png;base64,…' });
  });

  test('is told by the browser only, and of elements only', () => {
    expect(readResource(trusted({ target: window }))).toBeNull();
    const event = new Event('error');
    document.createElement('img').dispatchEvent(event);
    expect(readResource(event)).toBeNull();
  });
});

describe('a violated policy', () => {
  const violation = {
    effectiveDirective: 'img-src',
    blockedURI: 'https://cdn.example/a.png',
    disposition: 'enforce' as const,
    sourceFile: 'https://app.example/page',
    lineNumber: 3,
    columnNumber: 7,
  };
  const read = (change: Partial<Violation>) => readViolation({ isTrusted: true, ...violation, ...change });
  const refined = (change: Partial<Violation>) => refine(read(change));

  test('says what was blocked by which directive, and where', () => {
    expect(refined({})).toMatchObject({
      kind: 'csp_violation',
      message: 'Blocked by img-src: https://cdn.example/a.png',
      source: 'https://app.example/page',
      line: 3,
      column: 7,
    });
  });

  test.each(['', 'vigie-capture.js', '<anonymous code>', 'chrome-extension', 'resource'])(
    'has no place when %j is blamed for it',
    (sourceFile) => {
      expect(refined({ sourceFile })).toMatchObject({ source: '', line: 0, column: 0 });
    },
  );

  test('that is only reported, or made up by the page, is none', () => {
    expect(read({ disposition: 'report' })).toBeNull();
    expect(read({ isTrusted: false })).toBeNull();
  });
});
