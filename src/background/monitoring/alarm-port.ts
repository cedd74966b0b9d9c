/** The browser's alarms, as far as they are used. An alarm is only a reason to wake up: what is due stands in the database. */
export interface AlarmPort {
  /**
   * Sees to it that this alarm rings again and again. It may be there already, in which case it is left alone (a new one would begin its
   * period anew, and a worker that starts every minute would never hear it), or it may have been lost with the browser.
   */
  ensure(name: string, minutes: number): Promise<void>;
  /** Sees to it that this alarm rings once, at this time (milliseconds since 1970); a former one of its name does not. */
  once(name: string, when: number): Promise<void>;
}
