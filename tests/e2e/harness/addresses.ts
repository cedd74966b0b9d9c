/** Where one run's page server is found. */
export interface Addresses {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** The same pages on another site: `http://localhost:<port>`. */
  readonly otherOrigin: string;
  /** An origin where nothing listens: connections are refused. */
  readonly deadOrigin: string;
}

/** The text with this run's addresses instead of `__ORIGIN__`, `__OTHER_ORIGIN__` and `__DEAD_ORIGIN__`. */
export function fillIn(text: string, { origin, otherOrigin, deadOrigin }: Addresses): string {
  return text
    .replaceAll('__OTHER_ORIGIN__', otherOrigin)
    .replaceAll('__DEAD_ORIGIN__', deadOrigin)
    .replaceAll('__ORIGIN__', origin);
}
