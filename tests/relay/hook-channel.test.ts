// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHookListener, type HookListener } from '../../src/relay/hook-channel.ts';
import { HOOK_EVENT, PING_EVENT, QUIET_EVENT, RECORDS_EVENT, RELAY_EVENT, STOP_EVENT } from '../../src/relay/wire.ts';

/** A hook as the relay sees it: offers its channel, notes the orders it gets. */
class Hook {
  readonly element = document.createElement('i');
  readonly orders: string[] = [];
  alive = true;

  constructor() {
    for (const type of [PING_EVENT, QUIET_EVENT, STOP_EVENT]) {
      this.element.addEventListener(type, (event) => {
        if (!this.alive) return;
        this.orders.push(type);
        if (type !== STOP_EVENT) event.preventDefault();
      });
    }
  }

  /** Was it taken? */
  offer(): boolean {
    return !dispatchEvent(new MouseEvent(HOOK_EVENT, { cancelable: true, relatedTarget: this.element }));
  }

  /** Was the text taken? */
  send(detail: unknown): boolean {
    return !this.element.dispatchEvent(new CustomEvent(RECORDS_EVENT, { cancelable: true, detail }));
  }
}

const got: unknown[] = [];
let takes = true;
let quiet = false;
let listener: HookListener;
const listen = (): void => listener.listen();

beforeEach(() => {
  vi.useFakeTimers();
  got.length = 0;
  takes = true;
  quiet = false;
  listener = createHookListener(
    (detail) => {
      got.push(detail);
      return takes;
    },
    () => quiet,
  );
});
afterEach(() => {
  vi.advanceTimersByTime(10_000);
  vi.useRealTimers();
});

describe('the channel between the two worlds of a page', () => {
  test('is taken from the hook that starts after the relay, and no code of the page hears of it', () => {
    listen();
    const heard = vi.fn();
    addEventListener(HOOK_EVENT, heard, true);
    const hook = new Hook();
    expect(hook.offer()).toBe(true);
    expect(heard).not.toHaveBeenCalled();
    expect(hook.send('a packet')).toBe(true);
    expect(got).toEqual(['a packet']);
  });

  test('is taken from the hook that was there first and waits to be asked', () => {
    const hook = new Hook();
    expect(hook.offer()).toBe(false);
    const taken: boolean[] = [];
    addEventListener(RELAY_EVENT, () => taken.push(hook.offer()), { once: true });
    listen();
    expect(taken).toEqual([true]);
  });

  test('is not taken once it was: what a page offers later is an event like any other', () => {
    listen();
    new Hook().offer();
    const heard = vi.fn();
    addEventListener(HOOK_EVENT, heard);
    const forged = new Hook();
    expect(forged.offer()).toBe(false);
    expect(heard).toHaveBeenCalledOnce();
    expect(forged.orders).toEqual([]);
    forged.send('forged');
    expect(got).toEqual([]);
  });

  test('is not waited for any longer than a moment', () => {
    listen();
    vi.advanceTimersByTime(2_500);
    expect(new Hook().offer()).toBe(false);
  });

  test('keeps its hook when the scripts are put into the page again; the second one is told to stop', () => {
    listen();
    const first = new Hook();
    first.offer();
    listen();
    const second = new Hook();
    expect(second.offer()).toBe(false);
    expect(second.orders).toEqual([STOP_EVENT]);
    expect(first.orders).not.toContain(STOP_EVENT);
    expect(first.send('still here')).toBe(true);
  });

  test('tells its hook, when run again, to listen again: the document may be another', () => {
    listen();
    const hook = new Hook();
    hook.offer();
    listen();
    expect(hook.orders).toEqual([PING_EVENT, PING_EVENT]);
  });

  test('tells a hook to be quiet before it is taken, and each change of mode at once', () => {
    quiet = true;
    listen();
    const hook = new Hook();
    hook.element.addEventListener(QUIET_EVENT, () => hook.orders.push('quiet before it knows'), { once: true });
    expect(hook.offer()).toBe(true);
    expect(hook.orders).toEqual([QUIET_EVENT, 'quiet before it knows']);
    quiet = false;
    listener.tellMode();
    quiet = true;
    listener.tellMode();
    expect(hook.orders.slice(2)).toEqual([PING_EVENT, QUIET_EVENT]);
  });

  test('has nobody to tell a mode before there is a hook', () => {
    quiet = true;
    listener.tellMode();
    listen();
    const hook = new Hook();
    hook.offer();
    expect(hook.orders).toEqual([QUIET_EVENT]);
  });

  test('goes to a new hook when the old one is dead', () => {
    listen();
    const dead = new Hook();
    dead.offer();
    dead.alive = false;
    listen();
    const next = new Hook();
    expect(next.offer()).toBe(true);
    expect(next.send('x')).toBe(true);
  });

  test('tells a hook that nobody takes its packets any more', () => {
    listen();
    const hook = new Hook();
    hook.offer();
    takes = false;
    expect(hook.send('x')).toBe(false);
  });

  test('ignores what only looks like a hook or a packet', () => {
    listen();
    dispatchEvent(new Event(HOOK_EVENT, { cancelable: true }));
    dispatchEvent(new MouseEvent(HOOK_EVENT, { cancelable: true }));
    const hook = new Hook();
    expect(hook.offer()).toBe(true);
    hook.element.dispatchEvent(new Event(RECORDS_EVENT, { cancelable: true }));
    expect(got).toEqual([]);
  });
});
