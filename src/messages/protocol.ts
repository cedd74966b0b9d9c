import type { ConsentScope } from '../core/consent.ts';
import type { SiteChange } from '../core/site-change.ts';
import type { AccountReading, ReleaseRule } from '../core/site-rules.ts';
import type { NotificationTemplateRow, TicketRow } from '../core/rows.ts';
import type { PlainError } from '../core/signature/plain-error.ts';
import type { CaptureBatch, CaptureReceipt, PageShown } from '../relay/wire.ts';
import type { TeamProtocol } from './team-requests.ts';
import type { TicketProtocol } from './ticket-requests.ts';

/** The tables that travel in a backup, by name, with their rows as stored. */
export type Backup = Record<string, unknown[]>;

/** Counts of an import: rows new here, rows that replaced an older copy, rows left as they were, rows refused with the reason. */
export interface ImportOutcome {
  added: number;
  updated: number;
  kept: number;
  refused: { table: string; id: string; reason: string }[];
}

/** What settings would do to a text: the text as it would be stored, and the rules that cannot work, by place and reason. */
export interface MaskingPreview {
  text: string;
  problems: { rule: number; problem: string }[];
}

/** What an ignore rule would have taken out of what is stored. */
export interface IgnorePreview {
  /** Why the rule cannot work; null if it can. */
  problem: string | null;
  /** Distinct errors looked at, the newest first, and how many of them the rule covers. */
  looked: number;
  errors: number;
  occurrences: number;
  /** The newest of those that it covers. */
  examples: { project: string; signature: string; message: string; count: number }[];
}

type TemplateOf = Omit<NotificationTemplateRow, 'id' | 'updated_at'>;

/** How the mail service of this machine does. `code`: why its mails do not go out, or what to mend though they do; '' for nothing. */
export type MailHealth =
  | { state: 'sends' | 'fails'; code: string; detail: string; queue: { waiting: number; sent: number; failed: number } }
  | { state: 'silent' };

/** One of the two is null. `refused` is a code that the UI turns into a sentence. */
export interface RuleTested {
  value: string | null;
  refused: string | null;
}

/** One part of the test of everything. `detail` is a bare fact when it went well, else a code. */
export interface SystemTestStep {
  name: 'error' | 'ticket' | 'recurrence' | 'closing' | 'clean-up';
  ok: boolean;
  detail: string;
}

/**
 * Every message of the extension: name → what is sent → what comes back. Names that begin with `capture.` come from the relays of
 * pages and are believed in nothing but their own words; all others only from the extension's own pages. The router checks `sender`.
 */
export interface Protocol extends TicketProtocol, TeamProtocol {
  'capture.batch': { request: CaptureBatch; response: CaptureReceipt };
  'capture.page': { request: PageShown; response: null };
  /** A person agrees to capture or to sending, or takes it back. Twice is once. */
  'consent.set': { request: { type: 'consent.set'; scope: ConsentScope; agreed: boolean }; response: null };
  /** A bounded part of a backup; `last` closes the import and rebuilds the counters. */
  'data.import': { request: { type: 'data.import'; tables: Backup; last: boolean }; response: ImportOutcome };
  /** Erases what was captured and every ticket, for ever; refused with `in-team`, since the team would bring it back. */
  'data.erase': { request: { type: 'data.erase' }; response: null };
  /** Closes and wakes what is due now, as the alarm does every few minutes. Answers with ids of tickets. */
  'monitoring.sweep': { request: { type: 'monitoring.sweep' }; response: { closed: string[]; woken: string[] } };
  /** Watches tickets again that ought to be watched and are not. Answers with how many are watched then. */
  'monitoring.resume': { request: { type: 'monitoring.resume' }; response: { active: number } };
  /** Replaces one setting. The value is validated; an invalid one is refused with an error of code `invalid-setting`. */
  'settings.save': { request: { type: 'settings.save'; key: string; value: unknown }; response: null };
  /** Makes a site of an address or of a pattern of many hosts, once; one that was removed is back. The grant is asked for by the page. */
  'site.add': { request: { type: 'site.add'; pattern: string }; response: { id: string; isNew: boolean } };
  /** Tries a rule on a tab that shows the site, stored or not: what it gives, or why that is not taken. */
  'site.test-account': {
    request: { type: 'site.test-account'; id: string; tab: number; account: AccountReading };
    response: RuleTested;
  };
  'site.test-release': {
    request: { type: 'site.test-release'; id: string; tab: number; release: ReleaseRule };
    response: RuleTested;
  };
  /** Changes a site: what is absent stays as it is. */
  'site.update': { request: { type: 'site.update'; id: string } & SiteChange; response: null };
  /** Has the mail service of this machine send a mail, so that a person sees whether it works; refused with `mail-…` and the reason. */
  'mail.test': {
    request: { type: 'mail.test'; to: string; subject: string; text: string; html?: string };
    response: null;
  };
  /** Replaces one wording by the team's own; one that is no Mustache is refused with `invalid-template`. */
  'template.save': { request: { type: 'template.save' } & TemplateOf; response: null };
  'template.restore': { request: { type: 'template.restore'; id: string }; response: null };
  /**
   * Lets messages go out to an address that a page named, or to all of its domain. Refused with `team-setting` where somebody else decides for
   * the team, `managed-setting`, or `invalid-setting`.
   */
  'mail.allow': { request: { type: 'mail.allow'; id: string; to: string }; response: null };
  /** How the mail service does; `silent`: nobody answered, or something else did. */
  'mail.health': { request: { type: 'mail.health' }; response: MailHealth };
  /** Tries masking settings on a text; nothing is saved. */
  'masking.preview': {
    request: { type: 'masking.preview'; settings: unknown; text: string };
    response: MaskingPreview;
  };
  /** Tries an ignore rule on what is stored; nothing is saved. */
  'ignore.preview': { request: { type: 'ignore.preview'; rule: unknown }; response: IgnorePreview };
  /** Whether the background answers. */
  'system.status': { request: { type: 'system.status' }; response: null };
  /** Stores an error that a person tells of as if it had been captured. Answers with its ticket, if it has one, and with what ignores it. */
  'system.error': {
    request: { type: 'system.error'; id: string; error: PlainError };
    response: { ticket: TicketRow | null; ignored_by: string | null };
  };
  /** The ticket of an error (the id of an occurrence), made as the system makes it whether it is due or not; or `unknown-error`. */
  'system.ticket': {
    request: { type: 'system.ticket'; error: string };
    response: { ticket: TicketRow; created: boolean };
  };
  /** Sets up again what a start sets up, and counts everything anew. Deletes nothing. */
  'system.reinit': { request: { type: 'system.reinit' }; response: null };
  /** Leads a marked error through its whole life and removes it. */
  'system.test': { request: { type: 'system.test' }; response: { steps: SystemTestStep[] } };
}

export type MessageName = keyof Protocol;
export type RequestOf<N extends MessageName> = Protocol[N]['request'];
export type ResponseOf<N extends MessageName> = Protocol[N]['response'];

/** An error that crosses the message border: a stable code that the UI turns into a sentence, and a detail for the diagnostic view. */
export interface MessageFailure {
  failure: { code: string; detail: string };
}
