// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createPageFollower } from '../../src/relay/page-life.ts';
import { watchDeparture } from '../../src/relay/departure.ts';

function life() {
  return { shown: vi.fn(), leaving: vi.fn(), clicked: vi.fn(), failed: vi.fn(), violated: vi.fn() };
}

function show(persisted: boolean): void {
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
}

afterEach(() => {
  Reflect.deleteProperty(document, 'prerendering');
  vi.useRealTimers();
});

describe('the life of a page', () => {
  test('is shown when it loads, and once for a document however often it is followed', () => {
    const told = life();
    const follow = createPageFollower(told);
    follow();
    follow();
    show(false);
    expect(told.shown).toHaveBeenCalledTimes(1);
  });

  test('that was made ready in advance is shown when somebody comes', () => {
    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    const told = life();
    createPageFollower(told)();
    expect(told.shown).not.toHaveBeenCalled();
    dispatchEvent(new Event('prerenderingchange'));
    expect(told.shown).toHaveBeenCalledTimes(1);
    expect(told.leaving).toHaveBeenLastCalledWith(false);
  });

  test('goes away and comes back from the cache', () => {
    const told = life();
    createPageFollower(told)();
    dispatchEvent(new Event('pagehide'));
    expect(told.leaving).toHaveBeenLastCalledWith(true);
    show(true);
    expect(told.leaving).toHaveBeenLastCalledWith(false);
    expect(told.shown).toHaveBeenCalledTimes(2);
  });

  test('tells of errors and violations once, however often it is followed', () => {
    const told = life();
    const follow = createPageFollower(told);
    follow();
    follow();
    dispatchEvent(new Event('error'));
    dispatchEvent(new Event('securitypolicyviolation'));
    dispatchEvent(new Event('click'));
    expect(told.clicked).toHaveBeenCalledTimes(1);
    expect(told.failed).toHaveBeenCalledTimes(1);
    expect(told.violated).toHaveBeenCalledTimes(1);
  });
});

function watch() {
  vi.useFakeTimers({ toFake: ['performance'] });
  const navigation = new EventTarget();
  vi.stubGlobal('navigation', navigation);
  const moves: string[] = [];
  const departure = watchDeparture((address) => moves.push(address));
  vi.unstubAllGlobals();
  const navigate = (sameDocument: boolean): void => {
    navigation.dispatchEvent(
      Object.assign(new Event('navigate'), { destination: { sameDocument, url: `/${sameDocument}` } }),
    );
  };
  vi.advanceTimersByTime(10_000);
  return { departure, navigate, moves };
}

test('every move is told, within the page too', () => {
  const { navigate, moves } = watch();
  navigate(true);
  navigate(false);
  expect(moves).toEqual(['/true', '/false']);
});

describe('requests that fail because somebody leaves', () => {
  test('are those that failed right after the next page was asked for', () => {
    const { departure, navigate } = watch();
    navigate(false);
    vi.advanceTimersByTime(100);
    expect(departure.explains(90)).toBe(true);
    expect(departure.explains(150)).toBe(false);
    vi.advanceTimersByTime(600);
    expect(departure.explains(0)).toBe(false);
  });

  test('are not those of a page that only changes its address', () => {
    const { departure, navigate } = watch();
    navigate(true);
    expect(departure.explains(0)).toBe(false);
  });

  test('are all that fail once the page went away, until it is back', () => {
    const { departure } = watch();
    departure.leaving(true);
    vi.advanceTimersByTime(60_000);
    expect(departure.explains(0)).toBe(true);
    departure.leaving(false);
    expect(departure.explains(0)).toBe(false);
  });
});
