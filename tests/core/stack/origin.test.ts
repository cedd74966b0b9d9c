import { describe, expect, test } from 'vitest';
import { isHelperFunction } from '../../../src/core/stack/helpers.ts';
import { originOf } from '../../../src/core/stack/origin.ts';
import type { Origin } from '../../../src/core/stack/origin.ts';

function originAt(source: string): Origin {
  return originOf({ name: 'f', source, line: 3, column: 4, link: 'call', code: 'script' });
}

describe('libraries', () => {
  test.each([
    'https://shop.example/node_modules/.vite/deps/react-dom_client.js?v=1a2b3c4d',
    'webpack://shop/./node_modules/lodash/lodash.js',
    'webpack-internal:///(app-pages-browser)/./node_modules/next/dist/client/index.js',
    'https://shop.example/assets/vendor-BSUm8vnf.js',
    'https://shop.example/js/vendors~main.3f2a1b9c.js',
    'https://shop.example/js/chunk-vendors.9c8b7a6d.js',
    'https://shop.example/lib/jquery.min.js',
    'https://shop.example/lib/jquery-3.7.1.slim.min.js',
    'https://shop.example/lib/jquery.validate.js',
    'https://shop.example/static/react-dom.production.min.js',
    'https://shop.example/static/vue.runtime.global.prod.js',
    'https://shop.example/polyfills-5CFQRCPP.js',
    'https://shop.example/lib/chart.min.js',
    'https://shop.example/lib/chart-4.4.1.js',
    'https://shop.example/lib/vue-3.4.0.global.js',
    'https://shop.example/runtime.3f2a1b9c.js',
    'https://shop.example/assets/axios-BtgzfaOP.js',
    'https://shop.example/_next/static/chunks/framework-0a1b2c3d4e5f6071.js',
    'https://cdn.jsdelivr.net/npm/anything@1/x.js',
    'https://www.googletagmanager.com/gtag/js?id=G-1',
    'https://js.stripe.com/v3/',
    'https://shop.example/wp-includes/js/comment-reply.js',
  ])('%s', (source) => {
    expect(originAt(source)).toBe('library');
  });
});

describe('the application', () => {
  test.each([
    'https://shop.example/js/cart.js?v=41',
    'https://shop.example/js/vue-calendar.js',
    'https://shop.example/js/chart-bookings.js',
    'https://shop.example/js/chart.js',
    'https://shop.example/js/react-to-mail.js',
    'https://shop.example/src/lib/booking.js',
    'https://cdn.shop.example/assets/index-BtgzfaOP.js',
    'https://shop.example/assets/chunk-OXRS4TFK.js',
    'https://shop.example/libelle/vuelta.js',
    'https://shop.example/js/reactions.js',
    'https://shop.example/js/parser-options-page.js',
    'webpack://shop/./src/checkout.js',
    'file:///C:/demo/auto-ticket-system.js',
    'https://shop.example/gites/moulin-bleu',
  ])('%s', (source) => {
    expect(originAt(source)).toBe('app');
  });
});

describe('helpers', () => {
  test.each([
    'https://shop.example/src/utils/date.js',
    'https://shop.example/js/outils.js',
    'https://shop.example/js/outils/http.js?t=1',
    'https://shop.example/src/lib/string-helpers.ts',
    'https://shop.example/src/dateUtils.js',
    'https://shop.example/src/assert.js',
    'https://shop.example/src/Requêtes/index.js',
    'https://shop.example/assets/commun-Bb_Y7-z2.js',
    'https://shop.example/assets/helpers-DANHKY2G.js',
  ])('%s', (source) => {
    expect(originAt(source)).toBe('helper');
  });

  test.each([
    'assert',
    'assertPositive',
    'invariant',
    'exiger',
    'checkNotNull',
    'fetchJson',
    'lireJson',
    'withTimeout',
    'avecDelai',
    'formatDate',
    'toIsoDate',
    'dateIso',
    'log',
    'logError',
  ])('function %s', (name) => {
    expect(isHelperFunction(name)).toBe(true);
  });

  test.each([
    'checkAvailability',
    'checkout',
    'verifyAccount',
    'failover',
    'login',
    'logout',
    'load',
    'createTicket',
    'required_fields',
    'reporting',
    'datepicker',
    'apiary',
    '',
  ])('not function %s', (name) => {
    expect(isHelperFunction(name)).toBe(false);
  });
});

describe('extensions', () => {
  test.each([
    'chrome-extension://abc/x.js',
    'moz-extension://0a-1b/x.js',
    'safari-web-extension://0A/x.js',
    '<anonymous code>',
  ])('%s', (source) => {
    expect(originAt(source)).toBe('extension');
  });
});

test('takes what a library evaluates for the application', () => {
  const frame = {
    name: '',
    source: 'https://shop.example/lib/alpine.min.js',
    line: 3,
    column: 40,
    link: 'call',
  } as const;
  expect(originOf({ ...frame, code: 'evaluated' })).toBe('app');
  expect(originOf({ ...frame, code: 'script' })).toBe('library');
});

test('takes code without an address for the browser', () => {
  expect(originAt('')).toBe('native');
});
