// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCrumbs, pathOf } from '../../src/relay/crumbs.ts';
import { MAX_CRUMB, MAX_CRUMBS } from '../../src/relay/wire.ts';

type Tell = (entries: { getEntries: () => object[] }) => void;
let tell: Tell;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000, toFake: ['Date'] });
  class FakeObserver {
    constructor(callback: Tell) {
      tell = callback;
    }
    observe = vi.fn();
  }
  vi.stubGlobal('PerformanceObserver', FakeObserver);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('breadcrumbs', () => {
  test('are the last fifty, each cut, with their time', () => {
    const crumbs = createCrumbs();
    for (let i = 0; i < 60; i += 1) crumbs.note('console', `${i}`);
    crumbs.note('navigation', 'x'.repeat(500), 2_000);
    const list = crumbs.list();
    expect(list).toHaveLength(MAX_CRUMBS);
    expect(list[0]).toEqual({ kind: 'console', text: '11', at: 1_000 });
    expect(list.at(-1)).toEqual({
      kind: 'navigation',
      text: 'x'.repeat(MAX_CRUMB),
      at: 2_000,
    });
  });

  test('are not pushed out by what is only repeated', () => {
    const crumbs = createCrumbs();
    crumbs.note('click', 'first');
    for (let i = 0; i < 100; i += 1) crumbs.note('console', 'again');
    expect(crumbs.list().map(({ text }) => text)).toEqual(['first', 'again']);
  });

  test('have the requests of scripts, as the browser times them, and no other files', () => {
    const crumbs = createCrumbs();
    const entry = { name: 'https://api.example/a', duration: 12.5, responseStatus: 404 };
    const types = ['fetch', 'xmlhttprequest', 'beacon', 'img', 'body', 'frame', 'link'];
    tell({ getEntries: () => types.map((initiatorType, i) => ({ ...entry, initiatorType, duration: i })) });
    expect(crumbs.list().map(({ text }) => text)).toEqual([
      '404 0 https://api.example/a',
      '404 1 https://api.example/a',
      '404 2 https://api.example/a',
    ]);
  });
});

function files(type: string): void {
  tell({ getEntries: () => [{ name: type, duration: 1, initiatorType: type }] });
}

describe('of a page that loads much', () => {
  test('clicks are not pushed out by its images', () => {
    const crumbs = createCrumbs();
    crumbs.note('click', 'first');
    for (let i = 0; i < 2_000; i += 1) files('img');
    expect(crumbs.list().map(({ text }) => text)).toEqual(['first']);
  });

  test('the last requests are there, however many there were', () => {
    const crumbs = createCrumbs();
    for (let i = 0; i < 2_000; i += 1) files('fetch');
    crumbs.note('click', 'last');
    expect(crumbs.list()).toHaveLength(MAX_CRUMBS);
    expect(crumbs.list().at(-1)?.text).toBe('last');
  });
});

function make(tag: string, attributes: Record<string, string>, parent: Element): Element {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  parent.append(made);
  return made;
}

describe('the path of an element', () => {
  test('names it and two around it, and holds nothing that somebody typed', () => {
    document.body.innerText = '';
    const form = make('form', { id: 'pay', action: '/secret' }, make('main', {}, document.body));
    const label = make('label', { class: 'big red' }, form);
    const input = make('input', { name: 'card', type: 'text', value: '4111', placeholder: 'typed' }, label);
    label.append('text of the label');
    expect(pathOf(input).split('\n')).toEqual([
      'input\t\t\tcard\ttext\t',
      'label\t\tbig red\t\t\t',
      'form\tpay\t\t\t\t',
      '',
    ]);
  });

  test('is empty for what is no element', () => {
    expect(pathOf(document)).toBe('');
    expect(pathOf(undefined)).toBe('');
  });
});
