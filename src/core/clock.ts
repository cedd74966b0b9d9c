/*
 * What can be known of the wall clock. It stands still, it is set, it is wrong until the network corrects it, and a machine that slept
 * finds it hours later; no other clock of a browser lives through all that (`performance.now()` ends with the worker, and on some
 * systems stops in sleep). So:
 *
 * - Forward: sleep and a clock that was put forward look alike. It is taken for sleep, which is normal, and what is due closes. Was it
 *   the clock after all, the next occurrence finds a ticket closed by silence and cancels the closure.
 * - Back: never sleep. Either the clock was ahead or it is behind now; which, nobody knows. How long the silence has lasted is not
 *   known any more, so every watch begins again: later than need be, never early.
 * - Forward again after that, past the greatest time ever seen, in one leap: the clock was behind and has been corrected. What was seen
 *   meanwhile bears times of long ago and would seem silent at once, so the watches begin again once more.
 * - No such leap for as long as a watch lasts: the clock was ahead before and is right now.
 */

/** Kept from one reading to the next. Times in milliseconds since 1970. */
export interface ClockState {
  /** Of the latest reading. */
  last: number;
  /** The greatest time believed so far. */
  greatest: number;
  /** When the clock was found to have jumped back; null while it is believed. */
  back_since: number | null;
}

export interface ClockReading {
  state: ClockState;
  /** How long the silence has lasted is not known any more: every watch begins again. */
  restart: boolean;
}

/** Corrections by the network are of seconds. */
const TOLERANCE = 60_000;

/** Two readings further apart are no ordinary passing of time: readings are minutes apart while the browser runs. */
const LEAP = 3_600_000;

/** Whether `now` is before what was read already, by more than a small correction. */
export function isBack(state: ClockState | null, now: number): boolean {
  return state !== null && now < state.last - TOLERANCE;
}

/** @param duration how long a watch lasts, in milliseconds. */
export function readClock(state: ClockState | null, now: number, duration: number): ClockReading {
  if (state === null) return { state: { last: now, greatest: now, back_since: null }, restart: false };
  const { last, greatest, back_since } = state;
  if (isBack(state, now)) return { state: { last: now, greatest, back_since: now }, restart: true };
  const believed = { last: now, greatest: Math.max(now, back_since === null ? greatest : 0), back_since: null };
  if (back_since === null) return { state: believed, restart: false };
  if (now >= greatest) return { state: believed, restart: now - last > LEAP };
  const settled = now - back_since > duration;
  return { state: settled ? believed : { last: now, greatest, back_since }, restart: false };
}
