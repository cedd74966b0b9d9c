import type { PageQuery } from './read-in-page.ts';

/** What a tab's top page answered. `document` is its id, '' where the browser gives none. */
export interface PageAnswer {
  document: string;
  /** Texts per query, in their order. */
  found: string[][];
}

/** Looks into the page that a tab shows. Null when it is of another origin; rejects when it cannot be looked into. */
export interface PageReader {
  read(tab: number, origin: string, queries: readonly PageQuery[]): Promise<PageAnswer | null>;
  /** A global of the page's own scripts, by its path. */
  global(tab: number, origin: string, path: readonly string[]): Promise<PageAnswer | null>;
}
