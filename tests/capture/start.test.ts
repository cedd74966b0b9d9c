import { afterEach, describe, expect, test, vi } from 'vitest';
import { PING_EVENT, RELAY_EVENT, STOP_EVENT } from '../../src/relay/wire.ts';
import { FakeDocument, FakeMutationObserver, FakeRequest } from './fake-classes.ts';
import { closePage, openPage } from './fake-page.ts';

afterEach(closePage);

const valueOf = (owner: object, name: string): unknown => Reflect.getOwnPropertyDescriptor(owner, name)?.value;

/** Everything that the capture stands in for. */
function natives(window: object): unknown[] {
  return [
    valueOf(window, 'fetch'),
    ...['error', 'warn', 'assert'].map((name) => valueOf(console, name)),
    ...['open', 'send'].map((name) => valueOf(FakeRequest.prototype, name)),
    ...['open', 'write', 'writeln'].map((name) => valueOf(FakeDocument.prototype, name)),
    valueOf(Function.prototype, 'toString'),
  ];
}

async function nativeFetch(): Promise<void> {
  // Never answers anything of interest.
}

/** Flags, name, length and keys of a function. */
function factsOf(owner: object, name: string): unknown[] {
  const { value, ...flags } = Reflect.getOwnPropertyDescriptor(owner, name)!;
  return [flags, value.name, value.length, Reflect.ownKeys(value)];
}

describe('the capture', () => {
  test('touches nothing of a page without a relay', async () => {
    const page = await openPage({ living: false });
    const before = natives(page.window);
    expect(console.error).toBe(page.natives.error);
    vi.advanceTimersByTime(10_000);
    page.relay.living = true;
    page.window.dispatchEvent(new Event(RELAY_EVENT));
    expect(natives(page.window)).toEqual(before);
    expect(page.relay.channel).toBeNull();
  });

  test('begins when a relay asks that starts a moment later', async () => {
    const page = await openPage({ living: false });
    page.relay.living = true;
    page.window.dispatchEvent(new Event(RELAY_EVENT));
    console.error('heard');
    expect(page.after(200)).toMatchObject([{ message: 'heard' }]);
  });

  test('runs once in a page however often it is started', async () => {
    const page = await openPage();
    const once = natives(page.window);
    page.startCapture();
    console.error('once');
    expect(natives(page.window)).toEqual(once);
    expect(page.after(200)).toMatchObject([{ count: 1 }]);
  });

  test('takes everything back when it is told to stop', async () => {
    const page = await openPage();
    expect(console.error).not.toBe(page.natives.error);
    const inPlace = natives(page.window);
    page.relay.channel?.dispatchEvent(new Event(STOP_EVENT));
    const after = natives(page.window);
    for (const [index, native] of after.entries()) expect(native).not.toBe(inPlace[index]);
    expect(console.error).toBe(page.natives.error);
    page.throwUncaught('Uncaught Error: unheard');
    console.error('unheard');
    expect(page.after(500)).toEqual([]);
    expect(FakeMutationObserver.watching).toBe(0);
  });

  test('takes everything back when nobody takes its packets any more', async () => {
    const page = await openPage();
    page.relay.living = false;
    console.error('into the void');
    vi.advanceTimersByTime(200);
    expect(console.error).toBe(page.natives.error);
  });

  test('leaves a wrap of the page around its own in place, and only passes calls on from then on', async () => {
    const page = await openPage();
    const ours = console.error;
    const theirs = vi.fn<typeof ours>((...args) => ours(...args));
    console.error = theirs;
    page.relay.channel?.dispatchEvent(new Event(STOP_EVENT));
    expect(console.error).toBe(theirs);
    console.error('still printed');
    expect(page.natives.error).toHaveBeenCalledExactlyOnceWith('still printed');
    expect(page.after(200)).toEqual([]);
  });

  test('answers a ping, and listens again without hearing anything twice', async () => {
    const page = await openPage();
    const ping = new Event(PING_EVENT, { cancelable: true });
    page.relay.channel?.dispatchEvent(ping);
    expect(ping.defaultPrevented).toBe(true);
    page.throwUncaught('Uncaught Error: once');
    expect(page.after(200)).toMatchObject([{ count: 1 }]);
  });

  test('looks native to the page', async () => {
    const page = await openPage({ fetch: nativeFetch });
    const text = String(page.window.fetch);
    expect(page.window.fetch).not.toBe(nativeFetch);
    page.relay.channel?.dispatchEvent(new Event(STOP_EVENT));
    expect(text).toBe(String(nativeFetch));
  });

  test('keeps name, length and flags of what it stands in for', async () => {
    const before = factsOf(FakeRequest.prototype, 'send');
    await openPage();
    expect(factsOf(FakeRequest.prototype, 'send')).toEqual(before);
  });
});

describe('a document that is written anew', () => {
  test('opens before it is written, so that our listeners are there when its scripts run', async () => {
    const page = await openPage();
    page.document.write('<p>', 'x</p>');
    page.document.writeln('y');
    expect(page.document.calls).toEqual(['write ', 'write <p>x</p>', 'write ', 'writeln y']);
  });

  test('has its listeners back after an explicit opening', async () => {
    const page = await openPage();
    const listen = vi.spyOn(EventTarget.prototype, 'addEventListener');
    expect(page.document.open()).toBe(page.document);
    expect(page.document.calls).toEqual(['open']);
    page.throwUncaught('Uncaught Error: once');
    expect(page.after(200)).toMatchObject([{ count: 1 }]);
    // The page's own function was not used for it.
    expect(listen).not.toHaveBeenCalled();
  });
});
