import { type BrowserCase, uncaught } from '../../harness/case.ts';

export const testCase: BrowserCase = {
  title: 'another site behaves alike',
  expect: [
    { type: 'js_error', message: uncaught('Error: on the other site'), at: 'second-site.js@throw', ticket: true },
    { type: 'console_warn', message: 'warned on the other site', at: 'second-site.js@warn', ticket: false },
    { type: 'http_error', message: /^GET .*\/status\/500\/second-site 500/, ticket: true },
  ],
  onOtherSite: true,
};
