/* oxlint-disable unicorn/consistent-function-scoping -- what a function needs in the page has to be inside of it */
/*
 * What runs in a page, as the browser carries it there: text of a function, so nothing outside of it is at hand. Only on sites whose
 * rules ask for it.
 */

/** One thing to look for in a page. */
export type PageQuery =
  | { at: 'meta' | 'cookie'; name: string }
  /** Without an attribute it is the element's text. */
  | { at: 'selector'; selector: string; attribute: string }
  /** The first of the keys that is there. */
  | { at: 'local_storage' | 'session_storage'; keys: string[] }
  | { at: 'scripts' };

/**
 * Runs in the isolated world of a tab's page: the texts found for each query (of a storage, the key and its value), or null when the
 * page is another than the one that was meant.
 */
export function readInPage(origin: string, queries: readonly PageQuery[]): string[][] | null {
  if (location.origin !== origin) return null;
  /** More is no account, and not worth carrying. */
  const longest = 200_000;

  function meta(name: string): (string | null)[] {
    const named = [...document.getElementsByTagName('meta')].find(
      (tag) => tag.getAttribute('name') === name || tag.getAttribute('property') === name,
    );
    return [named?.getAttribute('content') ?? null];
  }

  function cookie(name: string): (string | null)[] {
    const start = `${name}=`;
    const pair = document.cookie.split('; ').find((each) => each.startsWith(start));
    return pair === undefined ? [] : [pair.slice(start.length)];
  }

  function element(selector: string, attribute: string): (string | null)[] {
    const found = document.querySelector(selector);
    if (found === null) return [];
    if (attribute !== '') return [found.getAttribute(attribute)];
    return ['value' in found && typeof found.value === 'string' ? found.value : found.textContent];
  }

  function stored(storage: Storage, keys: readonly string[]): (string | null)[] {
    const key = keys.find((each) => storage.getItem(each) !== null);
    return key === undefined ? [] : [key, storage.getItem(key)];
  }

  function look(query: PageQuery): (string | null)[] {
    if (query.at === 'meta') return meta(query.name);
    if (query.at === 'cookie') return cookie(query.name);
    if (query.at === 'selector') return element(query.selector, query.attribute);
    if (query.at === 'local_storage') return stored(localStorage, query.keys);
    if (query.at === 'session_storage') return stored(sessionStorage, query.keys);
    return [...document.scripts].map(({ src }) => src).filter((src) => src !== '' && src.length < 2_000);
  }

  return queries.map((query) => {
    try {
      const texts = look(query).filter((text) => text !== null);
      return texts.every((text) => text.length <= longest) ? texts.slice(0, 300) : [];
    } catch {
      // A selector that is none, a storage that the page's policy closes.
      return [];
    }
  });
}

/** Runs in the page's own world, for a global that only its scripts see. Whatever it answers is a claim of the page. */
export function readGlobal(origin: string, path: readonly string[]): string[] | null {
  if (location.origin !== origin) return null;
  try {
    let value: unknown = globalThis;
    for (const step of path) {
      if (value === null || value === undefined) return [];
      value = Reflect.get(Object(value), step);
    }
    return typeof value === 'string' || typeof value === 'number' ? [String(value).slice(0, 1_000)] : [];
  } catch {
    return [];
  }
}
