import { afterEach, describe, expect, test } from 'vitest';
import { FakeErrorEvent } from './fake-classes.ts';
import { closePage, openPage } from './fake-page.ts';

afterEach(closePage);

describe('an error without its object', () => {
  test.each([
    ['Error: in a worker', 12, 'worker_error'],
    ['uncaught exception: a text, for which Firefox has no line', 0, 'worker_error'],
    ['Script error.', 0, 'js_error'],
    ['Uncaught null', 3, 'js_error'],
    ['ResizeObserver loop completed with undelivered notifications.', 0, 'js_error'],
  ])('%s, line %i, is a %s', async (message, lineno, kind) => {
    const page = await openPage();
    const event = new FakeErrorEvent('error', { message, lineno, error: null });
    Object.defineProperty(event, 'isTrusted', { value: true });
    page.window.dispatchEvent(event);
    expect(page.after(200)).toMatchObject([{ kind, message }]);
  });
});
