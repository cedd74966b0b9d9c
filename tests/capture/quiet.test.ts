import { afterEach, describe, expect, test, vi } from 'vitest';
import { PING_EVENT, QUIET_EVENT } from '../../src/relay/wire.ts';
import { FakeDocument, FakeRequest } from './fake-classes.ts';
import { closePage, type FakePage, openPage } from './fake-page.ts';

afterEach(closePage);

/** Everything that the capture may stand in for, with its order among the properties of its owner. */
function everything(window: object): unknown[] {
  const owners = [window, console, FakeRequest.prototype, FakeDocument.prototype, Function.prototype];
  return owners.map((owner) => Object.entries(Object.getOwnPropertyDescriptors(owner)));
}

function tell(page: FakePage, order: string): void {
  page.relay.channel?.dispatchEvent(new Event(order, { cancelable: true }));
}

async function quietPage(): Promise<FakePage> {
  const page = await openPage();
  tell(page, QUIET_EVENT);
  return page;
}

/** An object that notes whatever is done to it, but for the symbol by which Node tells its own events. */
function watched<Shape extends object>(target: Shape): { value: Shape; touched: string[] } {
  const touched: string[] = [];
  const note = (trap: string) => (_target: object, key: unknown) => {
    if (trap !== 'get' || typeof key !== 'symbol') touched.push(trap);
    return undefined;
  };
  const traps = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, note(trap)]));
  return { value: new Proxy(target, traps), touched };
}

describe('a page that must find no trace of us', () => {
  test('is told before anything was stood in for, and keeps every property as it was', async () => {
    const bare = await openPage({ living: false });
    const before = everything(bare.window);
    closePage();
    const page = await openPage({ quiet: true });
    expect(console.error).toBe(page.natives.error);
    expect(everything(page.window).map((entries) => JSON.stringify(entries))).toEqual(
      before.map((entries) => JSON.stringify(entries)),
    );
  });

  test('gets back what was stood in for, each property in its place', async () => {
    const page = await openPage();
    const order = everything(page.window).map((entries) => JSON.stringify(entries));
    expect(console.error).not.toBe(page.natives.error);
    tell(page, QUIET_EVENT);
    expect(console.error).toBe(page.natives.error);
    expect(everything(page.window).map((entries) => JSON.stringify(entries))).toEqual(order);
  });

  test('is heard all the same, but for its console and its requests', async () => {
    const page = await quietPage();
    console.error('unheard');
    void page.fetch('/x');
    page.throwUncaught('Uncaught TypeError: heard', new TypeError('heard'));
    page.reject(new RangeError('rejected'));
    expect(page.after(1_500).map(({ message, name }) => `${name} ${message}`)).toEqual([
      'TypeError Uncaught TypeError: heard',
      'RangeError rejected',
    ]);
  });

  test('can be captured whole again', async () => {
    const page = await quietPage();
    tell(page, PING_EVENT);
    console.error('heard again');
    expect(page.after(200)).toMatchObject([{ message: 'heard again', count: 1 }]);
  });

  test.each([
    ['a proxy', () => watched({ message: 'secret', stack: 'x' })],
    ['a proxy of an error', () => watched(new Error('secret'))],
    ['a proxy of a list', () => watched(['secret'])],
    ['a proxy of a function', () => watched(() => undefined)],
  ])('is not asked about %s that it throws', async (_title, make) => {
    const page = await quietPage();
    const [thrown, rejected] = [make(), make()];
    page.throwUncaught('Uncaught #<Object>', thrown.value);
    page.reject(rejected.value);
    expect(page.after(1_500)).toHaveLength(2);
    expect([thrown.touched, rejected.touched]).toEqual([[], []]);
  });

  test('runs no getter of its errors, their own or inherited', async () => {
    const page = await quietPage();
    const ran = vi.fn(() => 'noticed');
    class Sly extends Error {
      override get cause(): string {
        return ran();
      }
    }
    const error = new Sly('sly');
    for (const name of ['name', 'message', 'stack', 'errors']) Object.defineProperty(error, name, { get: ran });
    page.throwUncaught('Uncaught Error: sly', error);
    page.reject(error);
    expect(page.after(1_500).length).toBeGreaterThan(0);
    expect(ran).not.toHaveBeenCalled();
  });

  test('does not have its own function for stacks run', async () => {
    const page = await quietPage();
    const format = vi.fn(() => 'noticed');
    Error.prepareStackTrace = format;
    page.throwUncaught('Uncaught Error: x', new Error('x'));
    const [record] = page.after(200);
    Reflect.deleteProperty(Error, 'prepareStackTrace');
    expect(record).toMatchObject({ message: 'Uncaught Error: x', name: 'Error', stack: '' });
    expect(format).not.toHaveBeenCalled();
  });

  test('still tells what it rejected with, as far as that can be known', async () => {
    const page = await quietPage();
    page.reject('a text');
    page.reject({ code: 7 });
    page.reject(new URL('https://app.example/x'));
    page.reject(new Error('outer', { cause: new TypeError('inner') }));
    const records = page.after(1_500);
    expect(records.map(({ message }) => message).toSorted()).toEqual([
      '"https://app.example/x"',
      '[Object]',
      'a text',
      'outer',
    ]);
    const outer = records.find(({ message }) => message === 'outer');
    expect(outer?.causes).toMatchObject([{ name: 'TypeError', message: 'inner' }]);
    expect(outer?.stack).toContain('quiet.test.ts');
  });
});
