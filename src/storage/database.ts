import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie';
import type { AttachmentRow } from '../core/attachment.ts';
import type { CommandRow } from '../core/commands/command.ts';
import type { GroupRow } from '../core/group.ts';
import type {
  CorrectionRow,
  ErrorLogRow,
  ErrorType,
  HistoryRow,
  NotificationRow,
  NotificationTemplateRow,
  SettingRow,
  SiteRow,
  TicketRow,
} from '../core/rows.ts';
import type { AliasRow, SightingRow, SignatureStateRow, VisitRow } from '../core/signature-rows.ts';
import { refuseNewer } from './newer-database.ts';
import { missWords, type WordsRow, writesWords } from './words.ts';
import type {
  ClientDayRow,
  ErrorDayRow,
  MetaRow,
  NewSignatureRow,
  OutboxRow,
  PendingRequestRow,
  ProvisionalRow,
  RefusedRow,
  ReleaseRow,
  TabGroupRow,
  TabPageRow,
  TypeDayRow,
} from './local-rows.ts';
import { keepCapturing } from './consent-upgrade.ts';

/** Every table and index. A released version is never edited: a change is a new `version(n)` below the others. */
export class VigieDatabase extends Dexie {
  declare cm_error_logs: EntityTable<ErrorLogRow, 'id'>;
  declare cm_support_tickets: EntityTable<TicketRow, 'id'>;
  declare cm_support_ticket_history: EntityTable<HistoryRow, 'id'>;
  declare cm_error_corrections: EntityTable<CorrectionRow, 'id'>;
  declare cm_error_sightings: EntityTable<SightingRow, 'id'>;
  declare cm_signature_aliases: EntityTable<AliasRow, 'id'>;
  declare cm_signature_states: EntityTable<SignatureStateRow, 'id'>;
  declare cm_commands: EntityTable<CommandRow, 'id'>;
  declare cm_visits: EntityTable<VisitRow, 'id'>;
  declare cm_notifications: EntityTable<NotificationRow, 'id'>;
  declare cm_notification_templates: EntityTable<NotificationTemplateRow, 'id'>;
  declare cm_attachments: EntityTable<AttachmentRow, 'id'>;
  declare cm_sites: EntityTable<SiteRow, 'id'>;
  declare cm_settings: EntityTable<SettingRow, 'key'>;
  declare groups: Table<GroupRow, [string, string]>;
  declare releases: Table<ReleaseRow, [string, string]>;
  declare tab_groups: Table<TabGroupRow, [number, string, string]>;
  declare tab_pages: EntityTable<TabPageRow, 'tab'>;
  declare error_days: Table<ErrorDayRow, [string, string, string]>;
  declare type_days: Table<TypeDayRow, [string, string, string]>;
  declare client_days: Table<ClientDayRow, [string, string, string]>;
  declare new_signatures: Table<NewSignatureRow, [string, string]>;
  declare meta: EntityTable<MetaRow, 'key'>;
  declare search_words: EntityTable<WordsRow, 'id'>;
  declare pending_requests: Table<PendingRequestRow, string>;
  declare outbox: EntityTable<OutboxRow, 'revision'>;
  declare provisional: Table<ProvisionalRow, [string, string]>;
  declare refused: Table<RefusedRow, [string, string]>;

  constructor(name = 'vigie') {
    // Strict: an acknowledged occurrence survives a power cut, at a third of the write rate at most.
    super(name, { chromeTransactionDurability: 'strict' });
    this.use(writesWords);
    this.version(1).stores({
      cm_error_logs:
        'id, timestamp, error_type, [metadata.project+metadata.signature+timestamp], [metadata.project+timestamp]',
      cm_support_tickets:
        'id, [updated_at+id], [statut+updated_at+id], [metadata.project+updated_at+id], ' +
        '[metadata.project+statut+updated_at+id], metadata.number',
      cm_support_ticket_history: 'id, [ticket_id+created_at], created_at',
      cm_error_corrections: 'id, error_id, applied_at',
      cm_error_sightings: 'id, [project+signature], [project+signature+client_id], last_seen',
      cm_signature_aliases: 'id, &[project+signature], ticket_id',
      cm_notifications: 'id, [ticket_id+created_at], status',
      cm_sites: 'id, *patterns',
      cm_settings: 'key',
      groups:
        '[project+signature], [last_seen+project+signature], [project+last_seen+signature], ' +
        '[error_type+last_seen+project+signature], [project+error_type+last_seen+signature], ticket_id',
      tab_groups: '[tab+project+signature], [tab+last_seen]',
      tab_pages: 'tab',
      meta: 'key',
    });
    this.version(2).stores({ pending_requests: 'id, *keys, [side+since]' });
    this.version(3)
      .stores({
        cm_signature_states: 'id',
        cm_commands: 'id, [ticket_id+created_at]',
        cm_visits: 'id, [project+page+day]',
        // Null is no key, so each of these indexes holds only the tickets (and groups) that it is about.
        cm_support_tickets:
          'id, [updated_at+id], [statut+updated_at+id], [metadata.project+updated_at+id], ' +
          '[metadata.project+statut+updated_at+id], metadata.number, metadata.monitoring_until, metadata.merged_into',
        groups:
          '[project+signature], [last_seen+project+signature], [project+last_seen+signature], ' +
          '[error_type+last_seen+project+signature], [project+error_type+last_seen+signature], ticket_id, ' +
          '[project+lineless]',
      })
      .upgrade(completeRows);
    this.version(4)
      .stores({
        cm_visits: 'id, [project+page+day], day',
        cm_support_tickets:
          'id, [updated_at+id], [statut+updated_at+id], [metadata.project+updated_at+id], ' +
          '[metadata.project+statut+updated_at+id], metadata.number, metadata.merged_into, ' +
          '[statut+metadata.monitoring_until], metadata.snooze.until, created_at, closed_at',
        groups:
          '[project+signature], [last_seen+project+signature], [project+last_seen+signature], ' +
          '[error_type+last_seen+project+signature], [project+error_type+last_seen+signature], ticket_id, ' +
          '[project+lineless], *pages',
      })
      .upgrade(addPages);
    this.declareLaterVersions();
  }

  private declareLaterVersions(): void {
    this.version(5).stores({ releases: '[project+release]' });
    this.version(6).stores({
      cm_support_tickets:
        'id, [updated_at+id], [statut+updated_at+id], [metadata.project+updated_at+id], ' +
        '[metadata.project+statut+updated_at+id], metadata.number, metadata.merged_into, ' +
        '[statut+metadata.monitoring_until], metadata.snooze.until, created_at, closed_at, error_id',
    });
    this.version(7).stores({ error_days: '[project+day+signature]', client_days: '[project+day+client_id]' });
    this.version(8).stores({
      cm_commands: 'id, [ticket_id+created_at], [created_at+id]',
      outbox: '++revision, &[table+id]',
      provisional: '[table+id], after, held',
      refused: '[table+id], at',
    });
    this.addOrders();
  }

  /** The list of tickets has several orders, each error its days together, and each day its kinds of errors. */
  private addOrders(): void {
    this.version(9)
      .stores({
        cm_support_tickets:
          'id, [updated_at+id], [statut+updated_at+id], [metadata.project+updated_at+id], ' +
          '[metadata.project+statut+updated_at+id], metadata.number, metadata.merged_into, ' +
          '[statut+metadata.monitoring_until], metadata.snooze.until, created_at, closed_at, error_id, ' +
          '[created_at+id], [priorite+updated_at+id], [metadata.monitoring_until+id]',
        error_days: '[project+day+signature], [project+signature+day]',
        type_days: '[project+day+error_type]',
      })
      .upgrade(countTypes);
    this.addMailTables();
    this.version(11).upgrade(keepCapturing);
    this.addSearch();
    this.version(13).stores({ new_signatures: '[project+signature], waits' });
    this.addPeople();
    this.on('ready', () => refuseNewer(this), true);
  }

  /** What errors and tickets say, word by word; tickets by who made them; and pictures of tickets. */
  private addSearch(): void {
    this.version(12)
      .stores({
        search_words: 'id, *words',
        cm_attachments: 'id, ticket_id, created_at',
        cm_support_tickets:
          'id, [updated_at+id], [statut+updated_at+id], [metadata.project+updated_at+id], ' +
          '[metadata.project+statut+updated_at+id], metadata.number, metadata.merged_into, ' +
          '[statut+metadata.monitoring_until], metadata.snooze.until, created_at, closed_at, error_id, ' +
          '[created_at+id], [priorite+updated_at+id], [metadata.monitoring_until+id], [source+updated_at+id]',
      })
      .upgrade(missWords);
  }

  /** Who met errors, and whom tickets are assigned to: everybody can be found, not only those of late. */
  private addPeople(): void {
    this.version(14).stores({
      cm_error_sightings: 'id, [project+signature], [project+signature+client_id], client_id, client_email',
      cm_support_tickets:
        'id, [updated_at+id], [statut+updated_at+id], [metadata.project+updated_at+id], ' +
        '[metadata.project+statut+updated_at+id], metadata.number, metadata.merged_into, ' +
        '[statut+metadata.monitoring_until], metadata.snooze.until, created_at, closed_at, error_id, ' +
        '[created_at+id], [priorite+updated_at+id], [metadata.monitoring_until+id], [source+updated_at+id], ' +
        'metadata.assigned_to',
    });
  }

  /** How many mails somebody got lately, and the team's own wording. */
  private addMailTables(): void {
    this.version(10).stores({
      cm_notifications: 'id, [ticket_id+created_at], status, [recipient+updated_at]',
      cm_notification_templates: 'id',
    });
  }
}

/** Rows of before version 3 get what they lack. */
async function completeRows(transaction: Transaction): Promise<void> {
  await transaction
    .table<AliasRow>('cm_signature_aliases')
    .toCollection()
    .modify((alias) => {
      alias.previous_ticket_id = null;
      alias.updated_at = alias.created_at;
    });
  await transaction
    .table<GroupRow>('groups')
    .toCollection()
    .modify((group) => {
      group.lineless = null;
    });
}

/** Pages of before version 4 were not noted: the next occurrence names them. */
async function addPages(transaction: Transaction): Promise<void> {
  await transaction
    .table<GroupRow>('groups')
    .toCollection()
    .modify((group) => {
      group.pages = [];
    });
}

/** Days of before version 9 were not counted by kind: each error has its latest one. */
async function countTypes(transaction: Transaction): Promise<void> {
  const types = new Map<string, ErrorType>();
  await transaction.table<GroupRow>('groups').each(({ project, signature, error_type: type }) => {
    types.set(`${project} ${signature}`, type);
  });
  const sums = new Map<string, TypeDayRow>();
  await transaction.table<ErrorDayRow>('error_days').each(({ project, day, signature, count }) => {
    const type = types.get(`${project} ${signature}`);
    if (type === undefined) return;
    const key = `${project} ${day} ${type}`;
    sums.set(key, { project, day, error_type: type, count: count + (sums.get(key)?.count ?? 0) });
  });
  await transaction.table<TypeDayRow>('type_days').bulkPut([...sums.values()]);
}
