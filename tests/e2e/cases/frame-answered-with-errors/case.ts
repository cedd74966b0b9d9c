import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'frames whose pages are missing, broken and refused',
  expect: [
    {
      type: 'js_error',
      message: uncaught('Error: in the broken frame'),
      name: 'Error',
      source: '__ORIGIN__/cases/frame-answered-with-errors/broken.html?status=[redacted]',
      line: 3,
      ticket: true,
    },
    {
      type: 'http_error',
      message:
        'GET __ORIGIN__/cases/frame-answered-with-errors/broken.html?status=[redacted] 500 (Internal Server Error)',
      http: {
        method: 'GET',
        url: '__ORIGIN__/cases/frame-answered-with-errors/broken.html?status=[redacted]',
        status: 500,
      },
      ticket: true,
    },
    {
      type: 'http_error',
      message: 'GET __ORIGIN__/cases/frame-answered-with-errors/gone.html?status=[redacted] 404 (Not Found)',
      http: {
        method: 'GET',
        url: '__ORIGIN__/cases/frame-answered-with-errors/gone.html?status=[redacted]',
        status: 404,
      },
      ticket: true,
    },
    {
      type: 'network_error',
      message: 'GET __DEAD_ORIGIN__/frame failed',
      http: { method: 'GET', url: '__DEAD_ORIGIN__/frame', status: 0 },
      ticket: true,
    },
  ],
};
