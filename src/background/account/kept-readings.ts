import * as v from 'valibot';
import type { PageFacts, PageRules } from './page-facts.ts';

/** Memory that lives as long as the browser: what it holds names people, so it is on no disk. */
export interface SessionStore {
  load(): Promise<unknown>;
  save(value: unknown): Promise<void>;
}

const account = v.object({ client_id: v.string(), client_email: v.string() });

const READINGS = v.array(
  v.object({
    tab: v.number(),
    /** Id of the tab's top document; '' where the browser gives none. */
    document: v.string(),
    /** The rules it was read by, as text: by others it is worth nothing. */
    rules: v.string(),
    /** Milliseconds since 1970. */
    at: v.number(),
    facts: v.object({ client: v.nullable(account), release: v.nullable(v.string()) }),
  }),
);

type Reading = v.InferOutput<typeof READINGS>[number];

/** Documents remembered over all tabs; the one read longest ago goes. */
const REMEMBERED = 100;

/** The last reading of each document, so that what a page tells with its last breath still finds who was signed in. */
export interface KeptReadings {
  /** Of the document, or without its id the tab's latest. */
  find(tab: number, document: string, rules: PageRules): Promise<{ at: number; facts: PageFacts } | null>;
  keep(reading: { tab: number; document: string; at: number; facts: PageFacts }, rules: PageRules): Promise<void>;
}

/** Told of a store that fails: then memory alone has it. */
export function createKeptReadings(store: SessionStore, onFailure: (error: unknown) => void): KeptReadings {
  let kept: Promise<Reading[]> | null = null;

  async function load(): Promise<Reading[]> {
    try {
      return v.parse(v.fallback(READINGS, []), await store.load());
    } catch (error) {
      onFailure(error);
      return [];
    }
  }

  function all(): Promise<Reading[]> {
    kept ??= load();
    return kept;
  }

  return {
    async find(tab, document, rules) {
      const wanted = JSON.stringify(rules);
      const found = (await all()).findLast(
        (reading) =>
          reading.tab === tab && reading.rules === wanted && (document === '' || reading.document === document),
      );
      return found ?? null;
    },
    async keep(reading, rules) {
      const others = (await all()).filter(({ tab, document }) => tab !== reading.tab || document !== reading.document);
      const list = [...others, { ...reading, rules: JSON.stringify(rules) }].slice(-REMEMBERED);
      kept = Promise.resolve(list);
      try {
        await store.save(list);
      } catch (error) {
        onFailure(error);
      }
    },
  };
}
