import type { SiteChange } from '../core/site-change.ts';
import type { CaptureBatch, CaptureReceipt, PageShown } from '../relay/wire.ts';

/** The tables that travel in a backup, by name, with their rows as stored. */
export type Backup = Record<string, unknown[]>;

/** Counts of an import: rows new here, rows that replaced an older copy, rows left as they were, rows refused with the reason. */
export interface ImportOutcome {
  added: number;
  updated: number;
  kept: number;
  refused: { table: string; id: string; reason: string }[];
}

/**
 * Every message of the extension: name → what is sent → what comes back. Names that begin with `capture.` come from the relays of
 * pages and are believed in nothing but their own words; all others only from the extension's own pages. The router checks `sender`.
 */
export interface Protocol {
  'capture.batch': { request: CaptureBatch; response: CaptureReceipt };
  'capture.page': { request: PageShown; response: null };
  /** A bounded part of a backup; `last` closes the import and rebuilds the counters. */
  'data.import': { request: { type: 'data.import'; tables: Backup; last: boolean }; response: ImportOutcome };
  /** Replaces one setting. The value is validated; an invalid one is refused with an error of code `invalid-setting`. */
  'settings.save': { request: { type: 'settings.save'; key: string; value: unknown }; response: null };
  /** Makes a site of an address or of a pattern of many hosts, once; one that was removed is back. The grant is asked for by the page. */
  'site.add': { request: { type: 'site.add'; pattern: string }; response: null };
  /** Changes a site: what is absent stays as it is. */
  'site.update': { request: { type: 'site.update'; id: string } & SiteChange; response: null };
}

export type MessageName = keyof Protocol;
export type RequestOf<N extends MessageName> = Protocol[N]['request'];
export type ResponseOf<N extends MessageName> = Protocol[N]['response'];

/** An error that crosses the message border: a stable code that the UI turns into a sentence, and a detail for the diagnostic view. */
export interface MessageFailure {
  failure: { code: string; detail: string };
}
