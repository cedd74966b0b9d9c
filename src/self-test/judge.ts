import { ignoredBy } from '../core/ignore/ignore.ts';
import { projectOf } from '../core/project.ts';
import { redactRow } from '../core/redact/redact-row.ts';
import { createRedactor } from '../core/redact/redactor.ts';
import type { ErrorLogRow } from '../core/rows.ts';
import { DEFAULT_SETTINGS, ignoreRulesOf } from '../core/settings.ts';
import { makesTicket } from '../core/ticket.ts';
import type { BrowserFacts } from '../background/ingest/browser-facts.ts';
import type { CaptureContext } from '../background/ingest/context.ts';
import { type Setting, derive } from '../background/ingest/derive.ts';
import { parseRecord } from '../background/ingest/record.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { type Group, type Outcome, compare, groupsOf, hasArrived } from './compare.ts';

/** What one page of the self-test leads to. Nothing of it is stored, and nobody's settings play a part. */
export interface Judge {
  /** Takes what a relay would send to the background. */
  take: (records: readonly unknown[]) => void;
  /** Whether all that is expected has come, at least. */
  complete: () => boolean;
  outcome: () => Outcome;
}

const ORIGIN = 'http://self-test.invalid';

/**
 * `base` is the address of the folder of the self-test's pages, such as `chrome-extension://id/self-test`: it is taken for a site of
 * the web, since what extensions do wrong is ignored.
 */
export function createJudge(entry: CatalogueEntry, base: string, browser: BrowserFacts, now: () => number): Judge {
  const rows: ErrorLogRow[] = [];
  const context = defaultContext();

  function settingNow(): Setting {
    const url = `${ORIGIN}/cases/${entry.name}/page.html`;
    const { site } = projectOf(url, [], new Date(now()).toISOString());
    const frame = { tab: -1, frame_id: 0, url, origin: ORIGIN, top_url: '', top_origin: ORIGIN };
    return { frame, title: '', site, page: { client: null, release: null }, browser, context, now: now() };
  }

  const groups = (): Group[] => groupsOf(rows, (row) => (makesTicket(row, DEFAULT_SETTINGS.tickets) ? 1 : 0));

  return {
    take(records) {
      for (const raw of records) {
        const parsed = parseRecord(JSON.parse(JSON.stringify(raw).replaceAll(base, ORIGIN)));
        if ('reason' in parsed) throw new Error(`What was captured is malformed: ${parsed.reason}`);
        const derived = derive(parsed.record, settingNow());
        if ('row' in derived) rows.push(derived.row);
      }
    },
    complete: () => hasArrived(entry.expect, groups()),
    outcome() {
      const { got, want } = compare(entry.expect, groups());
      const text = JSON.stringify(rows);
      const leaked = entry.absent.filter((secret) => text.includes(secret));
      return { want, got: leaked.length === 0 ? got : [...got, { leaked }] };
    },
  };
}

function defaultContext(): CaptureContext {
  const redactor = createRedactor(DEFAULT_SETTINGS.redaction);
  const rules = ignoreRulesOf(DEFAULT_SETTINGS.ignore);
  return {
    agreed: true,
    settings: DEFAULT_SETTINGS,
    sites: [],
    granted: [],
    install: '',
    epoch: 0,
    ignoredBy: (facts) => ignoredBy(facts, rules)?.id ?? null,
    redact: (row) => redactRow(row, redactor),
  };
}
