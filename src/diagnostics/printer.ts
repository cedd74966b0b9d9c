/** Where commands print. */
export interface Printer {
  say(line: string): void;
  /** For what somebody has to act upon. */
  warn(line: string): void;
}

/* oxlint-disable no-console -- what people type into the console is answered there. */

/** The console of the page. */
export const consolePrinter: Printer = {
  say: (line) => console.log(line),
  warn: (line) => console.warn(line),
};
