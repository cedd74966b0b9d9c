import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type {
  CorrectionRow,
  ErrorLogRow,
  HistoryRow,
  NotificationRow,
  SettingRow,
  SiteRow,
  TicketRow,
} from '../../../src/core/rows.ts';
import type { AliasRow, SightingRow, VisitRow } from '../../../src/core/signature-rows.ts';
import type { TestBrowser } from './test-browser.ts';
import { trusted } from './trusted.ts';

/** What `diagAutoTicket.exportData()` returns: the way in that users have. */
export interface ExportedData {
  version: number;
  exported_at: string;
  cm_error_logs: ErrorLogRow[];
  cm_support_tickets: TicketRow[];
  cm_support_ticket_history: HistoryRow[];
  cm_error_corrections: CorrectionRow[];
  cm_error_sightings: SightingRow[];
  cm_notifications: NotificationRow[];
  cm_signature_aliases: AliasRow[];
  cm_visits: VisitRow[];
  cm_sites: SiteRow[];
  settings: SettingRow[];
}

/** Far beyond what any machine needs: waiting is never a statement about speed. */
const DEADLINE = 45_000;

/** Reads what a browser's extension has stored, through an open dashboard page. */
export class Ledger {
  private readonly browser: TestBrowser;
  private page: Page | undefined;

  constructor(browser: TestBrowser) {
    this.browser = browser;
  }

  async read(): Promise<ExportedData> {
    this.page ??= await this.browser.openExtensionPage('dashboard.html');
    const text = await this.page.evaluate('diagAutoTicket.exportData().then((data) => JSON.stringify(data))');
    return JSON.parse(trusted<string>(text));
  }

  /** All that is stored, without the time of reading. */
  async tables(): Promise<Omit<ExportedData, 'exported_at'>> {
    const { exported_at: _, ...tables } = await this.read();
    return tables;
  }

  /** The open page of the extension itself, for questions that only its APIs answer. */
  async extensionPage(): Promise<Page> {
    await this.read();
    return this.page!;
  }

  /** Forgets the page: the browser was killed. */
  reset(): void {
    this.page = undefined;
  }

  /** Reads until the predicate holds. Fails with `what` and a summary of what is there instead. */
  async until(what: string, predicate: (data: ExportedData) => boolean, deadline = DEADLINE): Promise<ExportedData> {
    const end = Date.now() + deadline;
    for (;;) {
      const data = await this.read();
      if (predicate(data)) return data;
      if (Date.now() > end) throw new Error(`not seen within ${deadline} ms: ${what}\n${summary(data)}`);
      await sleep(150);
    }
  }
}

/** A few lines that say what was captured, for failure messages. */
function summary(data: ExportedData): string {
  const rows = data.cm_error_logs;
  const lines = rows.slice(-30).map((row) => {
    const { count, line, column, url } = row.metadata;
    return `  ${row.error_type} ×${count} ${JSON.stringify(row.message.slice(0, 120))} ${row.source}:${line}:${column} on ${url}`;
  });
  return [`${rows.length} rows, ${data.cm_support_tickets.length} tickets`, ...lines].join('\n');
}

/** How many occurrences the rows stand for. */
export function totalCount(rows: ErrorLogRow[]): number {
  return rows.reduce((sum, { metadata }) => sum + metadata.count, 0);
}

/** Path of the top page on which a row was captured, which tells test pages apart. */
export function pagePath(row: ErrorLogRow): string {
  const { top_url, url } = row.metadata;
  try {
    return new URL(top_url ?? url).pathname;
  } catch {
    return '';
  }
}
