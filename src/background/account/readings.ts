import { projectOf, siteOf } from '../../core/project.ts';
import type { SiteRow } from '../../core/rows.ts';
import { siteState } from '../../core/site.ts';
import type { CaptureContext } from '../ingest/context.ts';
import type { FrameFacts } from '../ingest/frame.ts';
import { isGranted } from '../../core/grants.ts';
import type { KeptReadings } from './kept-readings.ts';
import { readFacts, rulesOf, type PageFacts, type PageRules } from './page-facts.ts';
import type { PageReader } from './page-reader.ts';

/** Who is signed in, and of which release the page is, where its site has rules for that. */
export interface Readings {
  /** For what this frame sent. Never rejects, and takes no longer than a second. `document` is the frame's, '' when unknown. */
  of(frame: FrameFacts, document: string, context: CaptureContext): Promise<PageFacts>;
}

export interface ReadingsPorts {
  reader: PageReader;
  kept: KeptReadings;
  /** Runs work after so many milliseconds unless the worker is killed. */
  later: (work: () => void, delay: number) => void;
  /** Milliseconds since 1970. */
  now: () => number;
}

export const NO_FACTS: PageFacts = { client: null, release: null };

/** A document is not read again before: people sign in and out more rarely than pages fail. */
const FRESH_MS = 3_000;
/** How long an occurrence waits for its page's answer: whom it hit is worth more than to see it at once. */
const PATIENCE_MS = 3_000;
/** How long a page that did not answer in time is not waited for again. */
const SULK_MS = 10_000;

interface Pending {
  since: number;
  done: Promise<void>;
}

export function createReadings({ reader, kept, later, now }: ReadingsPorts): Readings {
  const pending = new Map<number, Pending>();

  async function read(tab: number, origin: string, rules: PageRules): Promise<void> {
    const started = now();
    try {
      const answer = await readFacts(reader, { tab, origin }, rules);
      if (answer !== null) await kept.keep({ tab, at: now(), ...answer }, rules);
    } catch {
      // The tab is gone, shows an error page, or its grant was taken back: what was read before is all there is.
    } finally {
      if (pending.get(tab)?.since === started) pending.delete(tab);
    }
  }

  /** Resolves when the page was read, or has had time enough. */
  async function ask(tab: number, origin: string, rules: PageRules): Promise<void> {
    const open = pending.get(tab);
    const silent = open === undefined ? 0 : now() - open.since;
    if (silent > PATIENCE_MS && silent < SULK_MS) return;
    const { done } = open === undefined || silent >= SULK_MS ? begin(tab, origin, rules) : open;
    await new Promise<void>((resolve) => {
      void done.then(resolve);
      later(resolve, PATIENCE_MS);
    });
  }

  function begin(tab: number, origin: string, rules: PageRules): Pending {
    const started = { since: now(), done: read(tab, origin, rules) };
    pending.set(tab, started);
    return started;
  }

  return {
    async of(frame, document, context) {
      const site = readableSite(frame, context, new Date(now()).toISOString());
      const rules = site && rulesOf(site);
      if (rules === null) return NO_FACTS;
      // A frame's document is not the one that is read.
      const top = frame.frame_id === 0 ? document : '';
      const before = await kept.find(frame.tab, top, rules);
      if (before !== null && now() - before.at < FRESH_MS) return before.facts;
      await ask(frame.tab, frame.top_origin, rules);
      return (await kept.find(frame.tab, top, rules))?.facts ?? NO_FACTS;
    },
  };
}

/** The frame's site if it is watched and the tab's top page, which is the one that is read, is of the same. */
function readableSite(frame: FrameFacts, { granted, sites }: CaptureContext, at: string): SiteRow | null {
  if (frame.tab === -1 || !isGranted(frame.origin, granted)) return null;
  const { site } = projectOf(frame.url, sites, at);
  if (siteState(site, at) !== 'watched') return null;
  return frame.frame_id === 0 || siteOf(frame.top_url, sites)?.id === site.id ? site : null;
}
