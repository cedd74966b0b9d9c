import { afterEach, describe, expect, test, vi } from 'vitest';
import { FakeRequest } from './fake-classes.ts';
import { closePage, openPage, type FakePage } from './fake-page.ts';

afterEach(closePage);

const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function pageWith(answer: () => Promise<unknown>): Promise<FakePage> {
  return openPage({ fetch: answer });
}

describe('fetch', () => {
  test('gives the page the same answer, and reads nothing of it', async () => {
    const response = new Response('body', { status: 404, statusText: 'Not Found' });
    const page = await pageWith(() => Promise.resolve(response));
    await expect(page.fetch('/api#part', { method: 'post' })).resolves.toBe(response);
    expect(response.bodyUsed).toBe(false);
    expect(page.after(200)).toMatchObject([
      {
        kind: 'http_error',
        message: 'POST https://app.example/api 404 (Not Found)',
        http: { method: 'POST', url: 'https://app.example/api', status: 404, error: 'Not Found' },
      },
    ]);
  });

  test.each([200, 204, 301, 399])('that ends with %i is no error', async (status) => {
    const page = await pageWith(() => Promise.resolve(new Response(null, { status })));
    await page.fetch('/api');
    expect(page.after(200)).toEqual([]);
  });

  test('that ends with status 0, as opaque answers do, is no error', async () => {
    const page = await pageWith(() => Promise.resolve(Response.error()));
    await page.fetch('/api');
    expect(page.after(200)).toEqual([]);
  });

  test('that fails gives the page the same reason, and the record the error’s message', async () => {
    const reason = new TypeError('Failed to fetch');
    const page = await pageWith(() => Promise.reject(reason));
    await expect(page.fetch(new URL('https://api.example/x'))).rejects.toBe(reason);
    expect(page.after(200)).toMatchObject([
      {
        kind: 'network_error',
        message: 'Failed to fetch',
        name: 'TypeError',
        http: { method: 'GET', url: 'https://api.example/x', status: 0, error: 'Failed to fetch' },
      },
    ]);
  });

  test('whose answer of 500 the page throws or logs is one record', async () => {
    const response = new Response(null, { status: 500 });
    const page = await pageWith(() => Promise.resolve(response));
    await page.fetch('/api');
    page.reject(response);
    console.error('no rooms', response);
    expect(page.after(1_500)).toMatchObject([{ kind: 'http_error', count: 1 }]);
  });

  test('that fails unhandled is one record, and one unhandled rejection of the page’s own promise', async () => {
    const reason = new TypeError('Failed to fetch');
    const page = await pageWith(() => Promise.reject(reason));
    const unhandled: unknown[] = [];
    const hear = (_reason: unknown, promise: unknown): void => void unhandled.push(promise);
    process.on('unhandledRejection', hear);
    const promise = page.fetch('/api');
    await turns();
    process.off('unhandledRejection', hear);
    expect(unhandled).toEqual([promise]);
    page.reject(reason, Object(promise));
    console.error(reason);
    expect(page.after(1_500)).toMatchObject([{ kind: 'network_error', count: 1 }]);
  });

  test('that the page called off is no error, whatever its reason', async () => {
    for (const reason of [undefined, 'my reason', new Error('stop')]) {
      const controller = new AbortController();
      controller.abort(reason);
      const page = await pageWith(() => Promise.reject(controller.signal.reason));
      await page.fetch('/api', { signal: controller.signal }).catch(() => undefined);
      await page.fetch(new Request('https://app.example/x', { signal: controller.signal })).catch(() => undefined);
      expect(page.after(200)).toEqual([]);
      closePage();
    }
  });

  test('that ran into its timeout is one', async () => {
    const controller = new AbortController();
    controller.abort(new DOMException('signal timed out', 'TimeoutError'));
    const page = await pageWith(() => Promise.reject(controller.signal.reason));
    await page.fetch('/api', { signal: controller.signal }).catch(() => undefined);
    expect(page.after(200)).toMatchObject([{ kind: 'network_error', name: 'TimeoutError' }]);
  });

  test('is called with what the page passed, and its options are read by the browser alone', async () => {
    const nativeFetch = vi.fn<() => Promise<unknown>>(() => Promise.resolve(new Response(null, { status: 500 })));
    const page = await pageWith(nativeFetch);
    const read = vi.fn();
    const address = { toString: read.mockReturnValue('/from-object') };
    const init = Object.defineProperty({}, 'method', { enumerable: true, get: read });
    await page.fetch(address, init);
    expect(nativeFetch).toHaveBeenCalledExactlyOnceWith(address, init);
    expect(read).not.toHaveBeenCalled();
    expect(page.after(200)).toMatchObject([{ kind: 'http_error', http: { method: 'GET', url: '' } }]);
  });

  test('answers with a promise of the native kind, though the page replaced its constructor', async () => {
    const page = await pageWith(() => Promise.resolve(new Response()));
    const { prototype } = Promise;
    const original = Object.getOwnPropertyDescriptor(prototype, 'constructor')!;
    const spy = vi.fn();
    Reflect.defineProperty(prototype, 'constructor', { configurable: true, get: spy });
    const promise = page.fetch('/api');
    Reflect.defineProperty(prototype, 'constructor', original);
    expect(spy).not.toHaveBeenCalled();
    expect(promise).toBeInstanceOf(Promise);
    expect(Reflect.ownKeys(promise)).toEqual([]);
    await promise;
  });

  test('that throws instead of rejecting still throws', async () => {
    const thrown = new Error('replaced by something odd');
    const page = await pageWith(() => {
      throw thrown;
    });
    expect(() => page.fetch('/api')).toThrow(thrown);
  });
});

describe('XMLHttpRequest', () => {
  test('is believed in what the browser says, not in events that the page dispatches', async () => {
    const page = await openPage();
    const request = new FakeRequest({ status: 404, statusText: 'Not Found' });
    request.open('GET', '/api');
    request.send();
    for (const type of ['load', 'error', 'timeout']) request.dispatchEvent(new Event(type));
    expect(page.after(200)).toEqual([]);
  });

  test('that is synchronous is looked at when it returns', async () => {
    const page = await openPage();
    const request = new FakeRequest({ status: 500, statusText: 'Internal Server Error' });
    request.open('PUT', '/sync', false);
    request.send();
    expect(page.after(200)).toMatchObject([
      { kind: 'http_error', message: 'PUT https://app.example/sync 500 (Internal Server Error)' },
    ]);
  });

  test('that is synchronous and gets no answer throws what the browser throws', async () => {
    const thrown = new DOMException('Failed to load', 'NetworkError');
    const page = await openPage();
    const request = new FakeRequest({ thrown });
    request.open('GET', '/sync', false);
    expect(() => request.send()).toThrow(thrown);
    page.throwUncaught('Uncaught NetworkError', thrown);
    expect(page.after(200)).toMatchObject([{ kind: 'network_error', message: 'GET https://app.example/sync failed' }]);
  });

  test('that is sent the wrong way throws and is no error of the network', async () => {
    const thrown = new DOMException('The object’s state must be OPENED.', 'InvalidStateError');
    const page = await openPage();
    const request = new FakeRequest({ thrown });
    request.open('GET', '/sync', false);
    expect(() => request.send()).toThrow(thrown);
    expect(page.after(200)).toEqual([]);
  });
});
