import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ErrorLogRow } from '../../src/core/rows.ts';
import { type ConsoleGlobals, installGlobals } from '../../src/diagnostics/globals.ts';
import type { MailHealth } from '../../src/diagnostics/troubleshoot/mail-service.ts';
import { send } from '../../src/messages/client.ts';
import { recentGroups, type GroupWithTicket } from '../../src/storage/queries.ts';
import { failureSentence } from '../../src/ui/data/use-command.ts';
import { trusted } from '../e2e/harness/trusted.ts';
import { FakeProfile } from '../background/harness.ts';
import { batchOf, newId, wireRecord } from '../background/records.ts';

/** A dashboard page with its console, above a background that has a database of its own. */
export class FakeConsole {
  readonly profile = new FakeProfile();
  /** What was printed, each line as one reads it; what asks for action begins with "! ". */
  lines: string[] = [];
  /** What the page was led to. */
  shown: string[] = [];
  listed: readonly GroupWithTicket[] = [];
  alarmsSet = ['sweep'];
  /** Where a mail service listens, and how it does. */
  mailService = 'http://localhost:3000';
  mail: MailHealth = { state: 'silent' };
  /** What one types: the guide's globals. */
  readonly page: ConsoleGlobals;
  private readonly undo: () => void;

  /** @param busy whether the page never has time for what nobody waits for. */
  constructor(language: 'fr' | 'en' = 'fr', busy = false) {
    const target = {};
    Object.assign(fakeBrowser.runtime, { sendMessage: (message: unknown) => this.profile.fromUi(message) });
    this.undo = installGlobals(
      {
        db: this.profile.db,
        send,
        now: () => this.profile.now,
        whenIdle: (run) => void (busy || run()),
        newId,
        printer: {
          say: (line) => void this.lines.push(plain(line)),
          warn: (line) => void this.lines.push(`! ${plain(line)}`),
        },
        browserLanguage: () => language,
        failureSentence,
        granted: () => this.profile.capture.granted(),
        alarms: async () => this.alarmsSet,
        mailHealth: async (service) => (service === this.mailService ? this.mail : { state: 'silent' }),
        errorsOnScreen: () => this.listed,
        show: {
          ticket: (id) => void this.shown.push(`ticket ${id}`),
          error: (id) => void this.shown.push(`error ${id}`),
        },
        html: {
          summary: ({ ticket }) => `<p>${ticket.id}</p>`,
          timeline: ({ history }) => `<p>${history.length}</p>`,
          error: ({ evidence, corrections }) => `<p>${evidence?.id} ${corrections.length}</p>`,
        },
      },
      target,
    );
    this.page = trusted<ConsoleGlobals>(target);
  }

  close(): void {
    this.undo();
    this.profile.db.close();
  }

  /** Errors as pages send them; returns the stored rows, one per message. */
  async capture(...messages: string[]): Promise<ErrorLogRow[]> {
    const records = messages.map((message) =>
      wireRecord({
        message: `Uncaught Error: ${message}`,
        name: 'Error',
        stack: `Error: ${message}\n    at pay (http://localhost:3000/app.js:12:7)`,
      }),
    );
    await this.profile.fromPage(batchOf(records));
    const rows = await this.profile.db.cm_error_logs.bulkGet(records.map(({ id }) => id));
    return rows.filter((row) => row !== undefined);
  }

  /** Puts the list of errors on the screen as Monitoring does. */
  async list(): Promise<readonly GroupWithTicket[]> {
    this.listed = await recentGroups(this.profile.db, { limit: 50 });
    return this.listed;
  }
}

/** No-break spaces as plain ones, which tests can write. */
function plain(line: string): string {
  return line.replace(/[\u00A0\u202F]/gu, ' ');
}
