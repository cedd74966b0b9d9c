import type { BrowserCase } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'an address with a name and a password',
  expect: [
    {
      type: 'network_error',
      message: {
        chromium:
          "Failed to execute 'fetch' on 'Window': Request cannot be constructed from a URL that includes credentials: [redacted]",
        firefox: 'Window.fetch: http://[redacted]@127.0.0.1:1/rooms is an url with embedded credentials.',
      },
      at: 'fetch-credentials.js@127',
      http: { method: 'GET', url: 'http://[redacted]@127.0.0.1:1/rooms', status: 0 },
      ticket: true,
    },
  ],
};
