import { Dexie, type EntityTable, type Table } from 'dexie';
import type {
  AliasRow,
  CorrectionRow,
  ErrorLogRow,
  ErrorType,
  HistoryRow,
  NotificationRow,
  SettingRow,
  SightingRow,
  SiteRow,
  TicketRow,
} from '../core/rows.ts';

/**
 * Counter row of one project and signature, kept in the same transaction as the occurrences, so that lists never scan the log.
 * Local: it can be rebuilt from the shared tables and is neither exported nor synced.
 */
export interface GroupRow {
  project: string;
  signature: string;
  error_type: ErrorType;
  message: string;
  /** As in the signature: short and normalised. */
  source: string;
  line: number;
  count: number;
  /** Distinct clients seen. */
  clients: number;
  first_seen: string;
  last_seen: string;
  last_error_id: string;
  ticket_id: string | null;
  resolved: boolean;
}

/** What one tab produced since it was opened; `tab` ids live as long as the browser, so these rows do too. */
export interface TabGroupRow {
  tab: number;
  project: string;
  signature: string;
  count: number;
  last_seen: string;
}

/** The tab's present page: the number on the icon. */
export interface TabPageRow {
  tab: number;
  /** Host and path's origin of the top page, for the popup's title. */
  origin: string;
  count: number;
  shown_at: string;
}

/** Small facts of this install: `install`, `epoch`, counters such as `open_tickets`. */
export interface MetaRow {
  key: string;
  value: unknown;
}

/** Every table and index. A released version is never edited: a change is a new `version(n)` below the others. */
export class VigieDatabase extends Dexie {
  declare cm_error_logs: EntityTable<ErrorLogRow, 'id'>;
  declare cm_support_tickets: EntityTable<TicketRow, 'id'>;
  declare cm_support_ticket_history: EntityTable<HistoryRow, 'id'>;
  declare cm_error_corrections: EntityTable<CorrectionRow, 'id'>;
  declare cm_error_sightings: EntityTable<SightingRow, 'id'>;
  declare cm_signature_aliases: EntityTable<AliasRow, 'id'>;
  declare cm_notifications: EntityTable<NotificationRow, 'id'>;
  declare cm_sites: EntityTable<SiteRow, 'id'>;
  declare cm_settings: EntityTable<SettingRow, 'key'>;
  declare groups: Table<GroupRow, [string, string]>;
  declare tab_groups: Table<TabGroupRow, [number, string, string]>;
  declare tab_pages: EntityTable<TabPageRow, 'tab'>;
  declare meta: EntityTable<MetaRow, 'key'>;

  constructor(name = 'vigie') {
    // Strict: an acknowledged occurrence survives a power cut, at a third of the write rate at most.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      cm_error_logs:
        'id, timestamp, error_type, [metadata.project+metadata.signature+timestamp], [metadata.project+timestamp]',
      cm_support_tickets: 'id, updated_at, [statut+updated_at], [metadata.project+updated_at], metadata.number',
      cm_support_ticket_history: 'id, [ticket_id+created_at], created_at',
      cm_error_corrections: 'id, error_id, applied_at',
      cm_error_sightings: 'id, [project+signature], last_seen',
      cm_signature_aliases: 'id, &[project+signature], ticket_id',
      cm_notifications: 'id, [ticket_id+created_at], status',
      cm_sites: 'id, *patterns',
      cm_settings: 'key',
      groups: '[project+signature], last_seen, [project+last_seen], [error_type+last_seen], ticket_id',
      tab_groups: '[tab+project+signature], [tab+last_seen]',
      tab_pages: 'tab',
      meta: 'key',
    });
  }
}
