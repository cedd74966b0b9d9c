import * as v from 'valibot';
import { natural, uuid } from '../core/fields.ts';
import { errorLog } from '../core/schemas/occurrence.ts';
import { notification, ticket } from '../core/schemas/ticket.ts';
import { createTeamCall, TeamFailure, type TeamCall, type TeamConfig } from './team-call.ts';

const TEMPLATE = v.object({ subject: v.string(), text: v.string(), html: v.string() });
const LANGUAGE = v.picklist(['auto', 'fr', 'en']);

const CLAIMED = v.object({
  notification,
  /** How often it was claimed, this time included. */
  attempts: natural,
  audience: v.picklist(['client', 'admin']),
  ticket,
  newest: v.nullable(errorLog),
  project: v.string(),
  occurrences: natural,
  clients: natural,
  language: LANGUAGE,
  /** The team's own wording; null: the original. */
  template: v.nullable(TEMPLATE),
  emailTemplate: v.fallback(v.string(), 'error-detected'),
});

/** A message that this service alone may send until its lease ends. */
export type ClaimedMessage = v.InferOutput<typeof CLAIMED>;

const DIGEST = v.object({
  recipient: v.string(),
  /** When it was due, ISO 8601: what happened later is in the next one. */
  until: v.pipe(v.string(), v.isoTimestamp()),
  language: LANGUAGE,
  attempts: natural,
  entries: v.array(
    v.object({
      /** Of the message that is told in it. */
      id: uuid,
      event: v.string(),
      number: v.string(),
      title: v.string(),
      project: v.string(),
      at: v.pipe(v.string(), v.isoTimestamp()),
    }),
  ),
});

/** One administrator's messages for the daily summary, leased like the others. */
export type ClaimedDigest = v.InferOutput<typeof DIGEST>;

/** What became of it. `due`: not before `retry_at`, ISO 8601. */
export type TeamOutcome =
  | { status: 'sent'; reason?: string }
  | { status: 'failed' | 'skipped'; reason: string }
  | { status: 'due'; reason: string; retry_at: string };

/** What is told of one message. */
export interface Settled {
  id: string;
  outcome: TeamOutcome;
}

/** The team's messages. Everything rejects with a `TeamFailure` when Supabase does not answer as it should. */
export interface TeamSource {
  /** The oldest due ones, leased to this service. One that cannot be read, or is to no single address, is settled as failed. */
  claim: (limit: number, leaseSeconds: number) => Promise<ClaimedMessage[]>;
  /** Null: nobody's summary is due. */
  claimDigest: (leaseSeconds: number) => Promise<ClaimedDigest | null>;
  /**
   * What became of messages, at most 500, each once; all of them are settled when it resolves. Answers null or, from a database whose SQL is older
   * than this service, the failure that says so: mails go out all the same. With none it only asks that.
   */
  settle: (results: readonly Settled[]) => Promise<TeamFailure | null>;
  /** Somebody wants no more mails, of whichever service. */
  refuse: (address: string) => Promise<void>;
}

/** @param zone in which administrators' hours are counted: that of this machine, which TZ sets. */
export function createTeamSource(config: TeamConfig, ask: typeof fetch = fetch, zone = ownTimeZone()): TeamSource {
  const call = createTeamCall(config, ask);
  return {
    async claim(limit, leaseSeconds) {
      const wanted = { lim: limit, lease_seconds: leaseSeconds, zone };
      const messages: ClaimedMessage[] = [];
      const unsendable: Settled[] = [];
      for (const item of v.parse(v.array(v.unknown()), await call('cm_claim_notifications', wanted))) {
        const parsed = v.safeParse(CLAIMED, item);
        if (!parsed.success) unsendable.push(...unreadable(item, v.getDotPath(parsed.issues[0]) ?? ''));
        else if (isOneAddress(parsed.output.notification.recipient)) messages.push(parsed.output);
        else unsendable.push({ id: parsed.output.notification.id, outcome: NO_ADDRESS });
      }
      if (unsendable.length > 0) await settleAll(call, unsendable);
      return messages;
    },
    async claimDigest(leaseSeconds) {
      const answer = await call('cm_claim_notification_digest', { lease_seconds: leaseSeconds, zone });
      return answer === null ? null : v.parse(DIGEST, answer);
    },
    settle: (results) => settleAll(call, results),
    async refuse(address) {
      await call('cm_refuse_notifications', { address });
    },
  };
}

/** IANA name, such as "Europe/Paris". */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

async function settleAll(call: TeamCall, results: readonly Settled[]): Promise<TeamFailure | null> {
  try {
    await call('cm_settle_notifications', { results });
    return null;
  } catch (error) {
    if (!(error instanceof TeamFailure) || error.cause !== 'team-sql-older') throw error;
    for (const { id, outcome } of results) await call('cm_settle_notification', { id, outcome });
    return error;
  }
}

/** What is told of a message that this version cannot read; nothing where even its id is none. */
function unreadable(item: unknown, path: string): Settled[] {
  const named = v.safeParse(v.object({ notification: v.object({ id: uuid }) }), item);
  if (!named.success) return [];
  return [{ id: named.output.notification.id, outcome: { status: 'failed', reason: `unreadable: ${path}` } }];
}

/**
 * Whether a text is one person's address and nothing else. A page names it, and whether it is trusted was judged by what follows its last "@":
 * mail programs read a list, a name with brackets, or a header in the rest.
 */
function isOneAddress(text: string): boolean {
  return /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/u.test(text);
}

const NO_ADDRESS: TeamOutcome = { status: 'failed', reason: 'refused-recipient: not one address' };
