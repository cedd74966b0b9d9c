import type { PageAnswer, PageReader } from '../../../src/background/account/page-reader.ts';
import type { PageQuery } from '../../../src/background/account/read-in-page.ts';

/** A page as far as its account and its release are concerned. */
export interface FakePage {
  document: string;
  origin: string;
  /** Texts by what one looks for, such as `meta user-id`, `selector body@data-user`, `local_storage app`, `scripts`, `global APP.v`. */
  holds: Record<string, string>;
}

/** The pages of tabs, and how often they were looked into. */
export class FakePageReader implements PageReader {
  readonly pages = new Map<number, FakePage>();
  reads = 0;
  /** No page answers before it resolves. */
  wait: Promise<void> = Promise.resolve();

  async read(tab: number, origin: string, queries: readonly PageQuery[]): Promise<PageAnswer | null> {
    return this.answer(tab, origin, ({ holds }) => queries.map((query) => lookFor(query, holds)));
  }

  async global(tab: number, origin: string, path: readonly string[]): Promise<PageAnswer | null> {
    return this.answer(tab, origin, ({ holds }) => [textsOf(holds[`global ${path.join('.')}`])]);
  }

  private async answer(tab: number, origin: string, look: (page: FakePage) => string[][]): Promise<PageAnswer | null> {
    this.reads += 1;
    await this.wait;
    const page = this.pages.get(tab);
    if (page === undefined) throw new Error(`No tab with id: ${tab}`);
    return page.origin === origin ? { document: page.document, found: look(page) } : null;
  }
}

function lookFor(query: PageQuery, holds: Record<string, string>): string[] {
  if (query.at === 'scripts') return textsOf(holds['scripts']);
  if (query.at === 'selector') return textsOf(holds[`selector ${query.selector}@${query.attribute}`]);
  if ('name' in query) return textsOf(holds[`${query.at} ${query.name}`]);
  const key = query.keys.find((each) => `${query.at} ${each}` in holds);
  return key === undefined ? [] : [key, holds[`${query.at} ${key}`] ?? ''];
}

function textsOf(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}
