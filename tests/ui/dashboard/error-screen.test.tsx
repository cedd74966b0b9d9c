// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DashboardPage } from '../../../src/ui/dashboard/dashboard-page.tsx';
import { buriedAppFrame, lineKind } from '../../../src/ui/dashboard/error/stack-lines.ts';
import { ago, HOSTILE, occurrence, store, uuid } from '../rows.ts';
import { click, emptyDatabase, find, go, hide, says, show, text } from '../support.tsx';

beforeEach(emptyDatabase);
afterEach(hide);

async function open(number: number, language: 'en' | 'fr' = 'en') {
  go(`#/monitoring/${uuid(number)}`);
  show(<DashboardPage />, language);
  await says(language === 'en' ? 'Full message' : 'Message complet');
}

test('everything captured about an error is there', async () => {
  await store([
    occurrence(1, {
      error_type: 'http_error',
      message: 'POST https://shop.example/api/pay 503 (Service Unavailable)',
      metadata: {
        http: {
          method: 'POST',
          url: 'https://shop.example/api/pay',
          status: 503,
          duration_ms: 1234.4,
          error: 'Service Unavailable',
        },
        console_args: ['first', '{"second":2}'],
        causes: [
          { name: 'RangeError', message: 'below zero', stack: '    at low (https://shop.example/js/low.js:3:1)' },
        ],
        top_url: 'https://portal.example/',
        client_id: uuid(90),
        client_email: 'a@example.com',
      },
    }),
  ]);
  await open(1, 'fr');
  const page = text();
  for (const part of ['POST', '503', '1 234 ms', 'Service Unavailable', 'first', '{"second":2}'])
    expect(page).toContain(part);
  for (const part of ['Cause 1', 'RangeError: below zero', 'low.js:3:1', 'https://portal.example/'])
    expect(page).toContain(part);
  for (const part of ['a@example.com', 'Chromium 150.0', 'https://shop.example/js/cart.js:12:5'])
    expect(page).toContain(part);
  expect(page).toContain('Regroupées parce que…');
  expect(page).toContain('le premier appel de l’application');
  expect(page).toContain('shop.example');
});

test('what led to an error is told in its order, as text', async () => {
  await store([
    occurrence(1, {
      metadata: {
        breadcrumbs: [
          { at: ago(3_000), kind: 'click', text: 'form > button#pay' },
          { at: ago(2_000), kind: 'console', text: HOSTILE },
          { at: ago(1_000), kind: 'request', text: '503 12 ms https://shop.example/api/pay' },
        ],
      },
    }),
  ]);
  await open(1, 'fr');
  const events = [...document.querySelectorAll('.timeline .event-title')].map((title) => title.textContent);
  expect(events).toEqual(['Clic', 'Console', 'Requête']);
  expect(text()).toContain('form > button#pay');
  expect(document.querySelector('.timeline img')).toBeNull();
});

test('an error that the browser hides says what would make it speak', async () => {
  const muted = { source: '(cross-origin)', message: 'Script error.', line: 0, because: 'message only' as const };
  await store([occurrence(1, { message: 'Script error.', metadata: { signature_parts: muted } })]);
  await open(1);
  expect(text()).toContain('crossorigin');
  expect(text()).toContain('Access-Control-Allow-Origin');
});

test('the list of occurrences marks the one shown and leads to the others', async () => {
  await store([1, 2, 3].map((number) => occurrence(number, { timestamp: ago(number * 60_000) })));
  await open(2);
  await says('Shown');
  const links = [...document.querySelectorAll('tbody a.row-link')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual(
    [1, 2, 3].map((number) => `#/monitoring/${uuid(number)}`),
  );
  expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([null, 'true', null]);
});

test('a new occurrence waits, and the numbers follow', async () => {
  await store([occurrence(1)]);
  await open(1);
  await says('Shown');
  await store([occurrence(2, { timestamp: ago(10) })]);
  await says('Show 1 new occurrence');
  expect(document.querySelectorAll('tbody tr')).toHaveLength(1);
});

test('a message of 100 kB is cut, and whole on request', async () => {
  const message = `begin ${'x'.repeat(20_000)} end`;
  await store([occurrence(1, { message, stack_trace: '' })]);
  await open(1, 'fr');
  expect(text()).not.toContain('x end');
  expect(document.body.textContent.length).toBeLessThan(12_000);
  expect(text()).toContain('Cette erreur est arrivée sans stack');
  click('.card-body > button', 'Tout afficher');
  expect(text()).toContain('x end');
  click('.card-body > button', 'Réduire');
  expect(text()).not.toContain('x end');
});

test('hostile text is shown, never run', async () => {
  await store([
    occurrence(1, {
      message: HOSTILE,
      stack_trace: HOSTILE,
      metadata: { title: HOSTILE, url: `https://shop.example/${HOSTILE}`, name: HOSTILE },
    }),
  ]);
  await open(1);
  expect(document.querySelectorAll('main img, main script')).toHaveLength(0);
  expect(text()).not.toMatch(/\u202E|(?!\n)\p{Cc}/u);
  expect(text()).toContain('[U+0007]');
  // Captured addresses are never links: all links lead to our own screens.
  const foreign = [...document.querySelectorAll('a')].filter(
    (link) => !/^(#|\/)/u.test(link.getAttribute('href') ?? ''),
  );
  expect(foreign).toEqual([]);
});

test('copies the text as it was captured', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await store([occurrence(1, { message: 'a\u202Eb' })]);
  await open(1);
  click('.card-head button', 'Copy');
  expect(writeText).toHaveBeenCalledExactlyOnceWith('a\u202Eb');
  await says('Copied');
});

test('an occurrence that is not here says so, with a way back', async () => {
  go('#/monitoring/nope');
  show(<DashboardPage />);
  await says('This error is not here');
  expect(find('.empty a').getAttribute('href')).toBe('#/monitoring');
});

const APP = '    at pay (https://shop.example/js/cart.js:12:5)';
const LIBRARY = '    at t (https://cdn.example/jquery-3.7.1.min.js:2:1)';

test('whose code a line is', () => {
  expect([APP, LIBRARY, 'TypeError: x', ''].map(lineKind)).toEqual(['app', 'other', 'text', 'text']);
});

test("the application's frame is lifted only when others bury it", () => {
  expect(buriedAppFrame(`TypeError: x\n${LIBRARY}\n${APP}`)).toBe(APP.trim());
  expect(buriedAppFrame(`TypeError: x\n${APP}\n${LIBRARY}`)).toBeNull();
  expect(buriedAppFrame(`TypeError: x\n${LIBRARY}`)).toBeNull();
});
