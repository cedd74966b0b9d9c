/**
 * How long after the start of a navigation a failed request is its victim. Firefox calls the requests of a page off when the next one
 * is asked for, long before `pagehide`, and even if no page comes of it (a download); Chromium does so when the page goes.
 */
const VICTIMS_MS = 500;

interface NavigateEvent extends Event {
  destination: { sameDocument: boolean; url: string };
}

/** Tells the requests that failed only because somebody leaves the page: nobody's fault, and no bug. */
export interface Departure {
  /** The page goes away (true) or is there (again). */
  leaving: (on: boolean) => void;
  /** Did a request that failed `age` milliseconds ago fail because of it? */
  explains: (age: number) => boolean;
}

/** `onMove` is told where the page goes, within itself too. */
export function watchDeparture(onMove: (address: string) => void): Departure {
  let from = Infinity;
  let until = Infinity;
  const onNavigate = (event: Event & Partial<NavigateEvent>): void => {
    const { destination } = event;
    if (destination) onMove(destination.url);
    if (destination?.sameDocument) return;
    from = performance.now();
    until = from + VICTIMS_MS;
  };
  // Missing in older Firefoxes.
  const { navigation }: { navigation?: EventTarget } = window;
  navigation?.addEventListener('navigate', onNavigate);

  return {
    leaving(on) {
      from = on ? Math.min(from, performance.now()) : Infinity;
      until = Infinity;
    },
    explains(age) {
      const time = performance.now() - age;
      return time >= from && time < until;
    },
  };
}
