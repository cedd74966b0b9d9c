import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'a page whose timers, promises and listeners are patched, as by zone.js',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: in a zone'),
      name: 'Error',
      at: 'zone-like-patch.js@zone',
      ticket: true,
    },
    {
      type: 'js_error',
      message: uncaught('Error: in a patched listener'),
      name: 'Error',
      at: 'zone-like-patch.js@listener',
      ticket: true,
    },
    {
      type: 'unhandled_rejection',
      message: 'of a subclass',
      name: 'Error',
      at: 'zone-like-patch.js@promise',
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/status/500/zone 500 (Internal Server Error)',
      http: { method: 'GET', url: '__ORIGIN__/status/500/zone', status: 500 },
      ticket: true,
    },
  ],
};
