// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { rememberedPaint } from '../../../src/ui/shell/appearance.ts';
import { errorHref, monitoringHash, ticketHref, ticketsHash } from '../../../src/ui/shell/links.ts';
import { Page } from '../../../src/ui/shell/page.tsx';
import { emptyDatabase, find, hide, says, show, text } from '../support.tsx';

beforeEach(async () => {
  await emptyDatabase();
  localStorage.clear();
  fakeBrowser.i18n.getUILanguage = () => 'de';
});
afterEach(hide);

function Broken(): never {
  throw new TypeError('total is not a function');
}

test('an error of our own shows what to do instead of a blank page', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  show(
    <Page>
      <Broken />
    </Page>,
  );
  await says('This screen has failed');
  expect(text(find('[role=alert]'))).toContain('total is not a function');
  expect(document.documentElement.lang).toBe('en');
  vi.restoreAllMocks();
});

test('what the first paint remembers is only what it knows', () => {
  expect(rememberedPaint()).toEqual({ appearance: 'auto', language: 'auto' });
  localStorage.setItem('vigie.first-paint', 'dark fr');
  expect(rememberedPaint()).toEqual({ appearance: 'dark', language: 'fr' });
  localStorage.setItem('vigie.first-paint', 'url(x) de');
  expect(rememberedPaint()).toEqual({ appearance: 'auto', language: 'auto' });
});

test('links hold whatever an id contains', () => {
  expect(ticketHref('a/b?c#d')).toBe('#/tickets/a%2Fb%3Fc%23d');
  expect(errorHref('x', true)).toBe('/dashboard.html#/monitoring/x');
  expect(monitoringHash({ q: 'a&b', site: '' })).toBe('#/monitoring?q=a%26b');
  expect(ticketsHash({ status: 'ouvert' })).toBe('#/tickets?status=ouvert');
  expect(ticketsHash()).toBe('#/tickets');
});
