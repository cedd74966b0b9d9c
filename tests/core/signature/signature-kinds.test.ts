import { describe, expect, test } from 'vitest';
import type { CapturedFacts } from '../../../src/core/occurrence.ts';
import { signatureOf } from '../../../src/core/signature/signature.ts';
import { chromium, facts, request, sign } from './facts.ts';

const READ = "Cannot read properties of undefined (reading 'id')";

const of = (captured: Parameters<typeof signatureOf>[0]): string => signatureOf(captured).signature;

const missing = (tag: string, source: string): string =>
  sign({ error_type: 'resource_error', message: `Failed to load ${tag}: ${source}`, source });

describe('requests and files', () => {
  test('are method, endpoint and status', () => {
    const one = of(request({ url: 'https://app.example.fr/api/gites/4512/photos?taille=grand', status: 404 }));
    expect(one).toBe('/api/gites/*/photos|GET 404|0');
    expect(of(request({ url: 'https://staging.example.fr/api/gites/moulin-bleu/photos', status: 404 }))).toBe(one);
    expect(of(request({ url: 'https://app.example.fr/api/gites/4512/photos', status: 500 }))).not.toBe(one);
    expect(of(request({ url: 'https://app.example.fr/api/gites/4512/photos', status: 404, method: 'delete' }))).toBe(
      '/api/gites/*/photos|DELETE 404|0',
    );
  });

  test('are the same whoever asked and however the failure is worded', () => {
    const failed = { error_type: 'network_error', name: 'TypeError' } as const;
    const one = of(
      request(
        { method: 'PUT', status: 0 },
        { ...failed, message: 'Failed to fetch', stack: 'x@https://app.example.fr/a.js:1:1' },
      ),
    );
    expect(of(request({ method: 'PUT', status: 0 }, { ...failed, message: 'Load failed' }))).toBe(one);
    expect(one).toBe('/api|PUT 0|0');
  });

  test('are a bug per file, or kind of file', () => {
    expect(missing('script', 'https://app.example.fr/js/weather.js?v=41')).toBe('weather.js|Failed to load script|0');
    expect(missing('script', 'https://cdn.example.fr/assets/weather-BtgzfaOP.js')).toBe(
      'weather.js|Failed to load script|0',
    );
    expect(missing('img', 'https://app.example.fr/api/gites/388/cover.webp')).toBe(
      '/api/gites/*/cover.webp|Failed to load img|0',
    );
    expect(missing('img', 'https://app.example.fr/photos/moulin-bleu.webp')).toBe(
      missing('img', 'https://app.example.fr/photos/ty-gwenn.webp'),
    );
    expect(missing('img', 'https://app.example.fr/logo-BtgzfaOP.svg')).toBe('/logo.svg|Failed to load img|0');
  });

  test.each([
    'Failed to fetch dynamically imported module: https://app.example.fr/assets/report-BtgzfaOP.js',
    'error loading dynamically imported module: https://app.example.fr/assets/report-RftTl1kN.js',
    'Loading chunk 12 failed.\n(error: https://app.example.fr/js/report.3f2a1b9c.js)',
    'Uncaught (in promise) ChunkLoadError: Loading chunk report failed.\n(timeout: https://app.example.fr/js/report.js)',
  ])('are the same bug as the import that failed: %s', (message) => {
    expect(sign({ error_type: 'unhandled_rejection', message })).toBe(
      missing('script', 'https://app.example.fr/assets/report-Bb_Y7-z2.js'),
    );
  });

  test('name no file where the browser does not', () => {
    expect(sign({ error_type: 'unhandled_rejection', message: 'Importing a module script failed.' })).toBe(
      '(unknown)|Failed to load script|0',
    );
    expect(sign({ message: 'Script error.', source: 'https://widgets.example.net/w.js' })).toBe(
      '(cross-origin)|Script error.|0',
    );
    expect(sign({ message: 'Script error.' })).toBe('(cross-origin)|Script error.|0');
  });
});

const POSITION = { source: 'https://app.example.fr/js/cart.js', line: 31, column: 7 };

const rejected = (reason: object): string =>
  sign({ error_type: 'unhandled_rejection', message: JSON.stringify(reason) });

const blocked = (what: string, some: Partial<CapturedFacts> = {}): string =>
  sign({ error_type: 'csp_violation', message: `Blocked by ${what}`, ...some });

describe('what a policy blocked', () => {
  test('is directive and address, or directive and place', () => {
    expect(blocked('script-src-elem: https://tags.example.net/t/9a8b7c6d5e.js?id=12')).toBe(
      'example.net/t/*.js|Blocked by script-src-elem|0',
    );
    expect(blocked('connect-src: wss://app.example.fr/live/8812')).toBe('/live/*|Blocked by connect-src|0');
    const place = { source: 'https://app.example.fr/js/cart.js?v=1', line: 12 };
    expect(blocked('script-src: eval', place)).toBe('cart.js|Blocked by script-src: eval|12');
    expect(blocked('script-src: inline', place)).not.toBe(blocked('script-src: eval', place));
    expect(blocked('img-src: data', {})).toBe('(unknown)|Blocked by img-src: data|0');
  });
});

describe('what was thrown without an error', () => {
  test.each([
    ['Uncaught busy 812', 'uncaught exception: busy 45'],
    ['Uncaught [object Object]', 'uncaught exception: [object Object]'],
    ['Uncaught null', 'uncaught exception: null'],
    ['Uncaught Error', 'Error: '],
  ])('is the same in both engines: %s / %s', (v8, firefox) => {
    expect(sign({ message: firefox, browser: 'firefox', ...POSITION })).toBe(sign({ message: v8, ...POSITION }));
    expect(sign({ message: v8, ...POSITION })).toMatch(/^cart\.js\|.+\|31$/);
  });

  test('counts the keys and the code of an object', () => {
    expect(rejected({ code: 'CARD_REFUSED', booking: 1 })).toBe('(unknown)|{booking, code: CARD_REFUSED}|0');
    expect(rejected({ code: 'CARD_REFUSED', booking: 20471 })).toBe(rejected({ code: 'CARD_REFUSED', booking: 1 }));
    expect(rejected({ code: 'CAP_EXCEEDED', booking: 1 })).not.toBe(rejected({ code: 'CARD_REFUSED', booking: 1 }));
  });
});

const logged = (args: string[], stack = '    at Object.lot (https://app.example.fr/js/actions.js:55:22)'): string =>
  sign({ error_type: 'console_error', message: args.join(' '), console_args: args, stack });

describe('what was logged', () => {
  test('is its text without values, at the place of the call', () => {
    expect(logged(['Stock gap', '{"lot":"c41d77aa-0b9f-4e61-b2d8-6e5f10a7c9e2","seen":2}'])).toBe(
      'actions.js|Stock gap {lot, seen}|55',
    );
    expect(logged(['No rate for', 'moulin-bleu'])).toBe(logged(['No rate for', 'grange-aux-hirondelles']));
    expect(logged(['No rate for', 'Marie Dupont'])).toBe(logged(['No rate for', 'Jean-Luc Le Goff']));
    expect(logged(['sync failed', 'quota of 3 writes'])).not.toBe(logged(['sync failed', 'conflict on booking 3']));
  });

  test('leaves stacks in texts out', () => {
    expect(logged(['block failed', '\n    at Row (https://app.example.fr/a.js:1:2)\n    at Table'])).toBe(
      logged(['block failed']),
    );
  });

  test('is signed in its own language, and known again in the other by all but the line', () => {
    const french = facts({
      error_type: 'console_error',
      console_args: ['Tarif introuvable pour le gîte 12'],
      stack: 'f@https://app.example.fr/js/rates.js:25:13',
    });
    const english = { ...french, console_args: ['No rate for cottage 388'] };
    expect(signatureOf(french).parts.message).toBe('Tarif introuvable pour le gîte *');
    expect(signatureOf(english).parts.message).toBe('No rate for cottage *');
    expect(signatureOf(french).lineless).toBe(signatureOf(english).lineless);
  });
});

const lineless = (place: string, name = 'describe', property = 'id'): string =>
  signatureOf(
    chromium('TypeError', `Cannot read properties of undefined (reading '${property}')`, [`${name} ${place}`]),
  ).lineless;

const linelessOfMinified = (name: string): string =>
  signatureOf(chromium('TypeError', READ, [`A.${name} /assets/chunk-OXRS4TFK.js:1:3369`])).lineless;

describe('without the line', () => {
  test('is the same after a redeploy, and another for another function, property or file', () => {
    const one = lineless('/js/cart.js?v=41:14:34');
    expect(lineless('/js/cart.js?v=43:22:34')).toBe(one);
    expect(lineless('/js/cart.js?v=43:22:34', 'total')).not.toBe(one);
    expect(lineless('/js/cart.js?v=43:22:34', 'describe', 'label')).not.toBe(one);
    expect(lineless('/js/card.js?v=43:22:34')).not.toBe(one);
  });

  test('stays strict in bundles, where a function renamed is a function unknown', () => {
    expect(linelessOfMinified('Mt')).toBe(linelessOfMinified('Mt'));
    expect(linelessOfMinified('Mt')).not.toBe(linelessOfMinified('St'));
  });
});
