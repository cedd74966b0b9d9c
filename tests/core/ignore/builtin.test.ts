import { describe, expect, test } from 'vitest';
import { ignoredBy } from '../../../src/core/ignore/ignore.ts';
import { DEFAULT_IGNORE_RULES } from '../../../src/core/ignore/rules.ts';
import type { CapturedFacts } from '../../../src/core/occurrence.ts';
import { facts } from './facts.ts';

const EXTENSION = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
const MOZ = 'moz-extension://550e8400-e29b-41d4-a716-446655440000';

function idOf(changes: Partial<CapturedFacts>): string | undefined {
  return ignoredBy(facts(changes), DEFAULT_IGNORE_RULES)?.id.replace('builtin:', '');
}

test('an error of the page is not ignored', () => {
  expect(ignoredBy(facts(), DEFAULT_IGNORE_RULES)).toBeNull();
});

test('every built-in rule is on, can be told by its id, and can be switched off', () => {
  const ids = DEFAULT_IGNORE_RULES.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(DEFAULT_IGNORE_RULES.every((rule) => rule.enabled && rule.builtin && rule.name !== '')).toBe(true);
  const off = DEFAULT_IGNORE_RULES.map((rule) => ({ ...rule, enabled: false }));
  expect(ignoredBy(facts({ message: 'ResizeObserver loop limit exceeded' }), off)).toBeNull();
});

describe("the guide's three", () => {
  test.each([
    [
      'webpage-content-reporter',
      { message: "webpage_content_reporter.js:1 Uncaught SyntaxError: Unexpected token 'export'" },
    ],
    ['webpage-content-reporter', { source: `${EXTENSION}/webpage_content_reporter.js`, stack: '' }],
    ['webpage-content-reporter', { stack: `SyntaxError: x\n    at ${EXTENSION}/webpage_content_reporter.js:1:1` }],
    [
      'validation-status-column',
      { message: "Could not find the 'validation_status' column of 'cm_error_corrections' in the schema cache" },
    ],
    ['validation-status-column', { message: 'column cm_x.validation_status does not exist' }],
    ['validation-status-column', { message: 'column "validation_status" of relation "cm_x" does not exist' }],
    ['validation-status-column', { message: 'la colonne « validation_status » n’existe pas' }],
    [
      'validation-status-column',
      { message: 'Erreur : {"code":"42703","message":"column a.validation_status does not exist"}' },
    ],
    ['monitoring-start-column', { message: 'monitoring_start column not found' }],
    [
      'monitoring-start-column',
      { message: "Could not find the 'monitoring_start' column of 'cm_support_tickets' in the schema cache" },
    ],
  ])('%s: %j', (id, changes) => {
    expect(idOf(changes)).toBe(id);
  });

  test.each([
    "Could not find the 'payment_state' column of 'bookings' in the schema cache",
    'column bookings.old_validation_status does not exist',
    'validation_status column updated',
    'validation_status is null',
    'monitoring_start must be a date',
    'Le rapporteur webpage_content est absent',
  ])('%s is an error like any other', (message) => {
    expect(idOf({ message })).toBeUndefined();
  });
});

describe('browser extensions', () => {
  test.each([
    [
      'Chromium',
      { stack: `TypeError: x\n    at inject (${EXTENSION}/content.js:1:2)\n    at https://app.example.com/a.js:1:2` },
    ],
    [
      'Chromium, browser code on top',
      {
        stack: `SyntaxError: x\n    at JSON.parse (<anonymous>)\n    at ${EXTENSION}/content.js:1:2\n    at https://app.example.com/a.js:1:2`,
      },
    ],
    ['Firefox', { stack: `inject@${MOZ}/content.js:1:2\nrun@https://app.example.com/a.js:1:2` }],
    [
      'Safari',
      {
        stack:
          'inject@safari-web-extension://550e8400-e29b-41d4-a716-446655440000/content.js:1:2\nrun@https://app.example.com/a.js:1:2',
      },
    ],
    ['no stack, its file', { stack: '', source: `${EXTENSION}/content.js` }],
    [
      'a resource of it',
      {
        error_type: 'resource_error' as const,
        stack: '',
        source: `${EXTENSION}/invalid`,
        message: `Failed to load img: ${EXTENSION}/invalid`,
      },
    ],
    [
      'its own console message',
      {
        error_type: 'console_error' as const,
        stack: `    at log (${EXTENSION}/a.js:1:2)\n    at ${EXTENSION}/b.js:1:2`,
      },
    ],
    ['its own request', { error_type: 'network_error' as const, stack: `    at load (${EXTENSION}/a.js:1:2)` }],
  ])('its own error is ignored: %s', (_what, changes) => {
    expect(idOf(changes)).toBe('extension-frame');
  });

  test.each([
    [
      'its wrapper below',
      {
        stack: `TypeError: x\n    at total (https://app.example.com/a.js:1:2)\n    at wrapped (${EXTENSION}/content.js:1:2)`,
      },
    ],
    [
      'its wrapper of console on top',
      {
        error_type: 'console_error' as const,
        stack: `    at console.error (${EXTENSION}/content.js:1:2)\n    at save (https://app.example.com/a.js:1:2)`,
      },
    ],
    [
      'its wrapper of fetch on top',
      {
        error_type: 'http_error' as const,
        stack: `    at window.fetch (${EXTENSION}/content.js:1:2)\n    at save (https://app.example.com/a.js:1:2)`,
      },
    ],
    [
      'masked by Safari',
      { browser: 'safari' as const, stack: 'f@webkit-masked-url://hidden/:1:2', source: 'webkit-masked-url://hidden/' },
    ],
    ['named in the message', { message: `Refused to load ${EXTENSION}/content.js` }],
    ['named in a path', { source: 'https://app.example.com/chrome-extension/a.js', stack: '' }],
  ])("the page's error is not: %s", (_what, changes) => {
    expect(idOf(changes)).toBeUndefined();
  });

  test.each([
    'Could not establish connection. Receiving end does not exist.',
    'Uncaught (in promise) Error: Extension context invalidated.',
    'The message port closed before a response was received.',
    'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
    'Promised response from onMessage listener went out of scope',
    'Unchecked runtime.lastError: No tab with id: 12.',
    "TypeError: can't access dead object",
    'Object Not Found Matching Id:1, MethodName:update, ParamCount:4',
  ])('what they say without a frame is ignored: %s', (message) => {
    const error_type = 'unhandled_rejection';
    expect(idOf({ error_type, message, stack: '', source: '' })).toBe('extension-text');
    expect(idOf({ error_type, message, stack: `Error: ${message}`, source: '' })).toBe('extension-text');
    expect(
      idOf({ error_type, message, stack: `Error: ${message}\n    at f (https://app.example.com/a.js:1:2)` }),
    ).toBeUndefined();
  });

  test('a page that cannot reach its own server is not ignored', () => {
    expect(
      idOf({
        error_type: 'unhandled_rejection',
        message: 'Could not establish connection to the server',
        stack: '',
        source: '',
      }),
    ).toBeUndefined();
  });
});

describe('what browsers do by themselves', () => {
  test.each([
    'ResizeObserver loop limit exceeded',
    'ResizeObserver loop completed with undelivered notifications.',
    'Uncaught ResizeObserver loop limit exceeded',
  ])('%s', (message) => {
    expect(idOf({ message, stack: '' })).toBe('resize-observer');
  });

  test('a ResizeObserver that fails otherwise is an error', () => {
    expect(
      idOf({ message: "Failed to execute 'observe' on 'ResizeObserver': parameter 1 is not of type 'Element'." }),
    ).toBeUndefined();
  });

  test.each([
    '/favicon.ico',
    '/favicon.ico?v=2',
    '/img/favicon-32x32.png',
    '/apple-touch-icon-precomposed.png',
    '/favicon.svg#x',
  ])('%s', (path) => {
    const url = `https://app.example.com${path}`;
    const http = { method: 'GET', url, status: 404, duration_ms: 3, error: 'Not Found' };
    expect(idOf({ error_type: 'http_error', message: `GET ${url} 404 (Not Found)`, stack: '', source: '', http })).toBe(
      'favicon',
    );
    expect(idOf({ error_type: 'resource_error', message: `Failed to load link: ${url}`, stack: '', source: url })).toBe(
      'favicon',
    );
  });

  test('the icon that a policy forbids, which only Firefox reports', () => {
    const message = 'Blocked by img-src: https://app.example.com/favicon.ico';
    expect(idOf({ error_type: 'csp_violation', message, stack: '', source: '' })).toBe('favicon');
  });

  test.each(['/favicons/list.json', '/api/favicon', '/favicon.ico/edit', '/my-favicon.ico.js'])(
    '%s is a request like any other',
    (path) => {
      const http = { method: 'GET', url: `https://app.example.com${path}`, status: 404, duration_ms: 3, error: null };
      expect(idOf({ error_type: 'http_error', message: '', stack: '', source: '', http })).toBeUndefined();
    },
  );

  test('what the page itself says about its favicon stays', () => {
    expect(
      idOf({ error_type: 'console_error', message: 'cannot draw https://app.example.com/favicon.ico' }),
    ).toBeUndefined();
  });
});
