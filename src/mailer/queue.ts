import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import type { EmailRequest } from './email-request.ts';
import { openRefusals, type Refusals } from './refusals.ts';

/** A mail that waits, and how often it was tried. */
export interface QueuedEmail extends Omit<EmailRequest, 'id'> {
  id: string;
  attempts: number;
  /** Milliseconds since 1970. */
  created_at: number;
}

/** What became of one attempt. `retryAt` in milliseconds since 1970; without it the mail is given up. */
export type Outcome = { sent: true } | { sent: false; reason: string; retryAt: number | null };

/** What became of a mail, as whoever handed it over may know it. `reason`: of the last attempt; '' for none. */
export interface MailFate {
  state: 'waiting' | 'sent' | 'failed';
  reason: string;
}

export type QueueCounts = Record<'due' | 'sending' | 'sent' | 'failed', number>;

/**
 * The mails that this service has promised to send. A mail is here before its sender is told "accepted", it is leased while somebody sends
 * it, and a lease that runs out (the service was killed) makes it due again. Several services may share the file.
 */
export interface Queue extends Refusals {
  /** Answers whether the mail is new: an id that is there already is neither changed nor sent again. */
  add: (email: EmailRequest & { id: string }, now: number) => boolean;
  /** Due mails, the oldest first, leased until then. */
  claim: (limit: number, now: number, leaseUntil: number) => QueuedEmail[];
  settle: (id: string, outcome: Outcome, now: number) => void;
  counts: () => QueueCounts;
  /** What became of these mails; those that are not here are missing. */
  fates: (ids: readonly string[]) => Record<string, MailFate>;
  /** When the next mail is due, in milliseconds since 1970; null when nothing waits. */
  nextDue: () => number | null;
  close: () => void;
}

const SCHEMA = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma busy_timeout = 5000;
  create table if not exists mails (
    id text primary key,
    request text not null,
    status text not null check (status in ('due', 'sending', 'sent', 'failed')),
    attempts integer not null,
    -- When it may be claimed: its turn, or the end of the lease.
    due_at integer not null,
    reason text not null,
    created_at integer not null,
    settled_at integer
  ) strict;
  create index if not exists mails_due on mails (status, due_at);
`;

const row = v.object({ id: v.string(), request: v.string(), attempts: v.number(), created_at: v.number() });
const content = v.object({
  to: v.string(),
  name: v.exactOptional(v.string()),
  subject: v.string(),
  text: v.exactOptional(v.string()),
  html: v.exactOptional(v.string()),
  thread: v.exactOptional(v.string()),
  unsubscribe: v.exactOptional(v.boolean()),
});
const tally = v.object({ status: v.picklist(['due', 'sending', 'sent', 'failed']), number: v.number() });
const fate = v.object({ status: v.picklist(['due', 'sending', 'sent', 'failed']), reason: v.string() });

/** @param file its folder is made; ":memory:" for one that is gone with the process. */
export function openQueue(file: string): Queue {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(file);
  db.exec(SCHEMA);
  const insert = db.prepare(
    `insert into mails (id, request, status, attempts, due_at, reason, created_at) values (?, ?, 'due', 0, ?, '', ?)
     on conflict (id) do nothing`,
  );
  const work = connectionForWork(file, db);
  const take = work.prepare(
    `update mails set status = 'sending', attempts = attempts + 1, due_at = ?
     where id in (select id from mails where status in ('due', 'sending') and due_at <= ? order by due_at, created_at limit ?)
     returning id, request, attempts, created_at`,
  );
  const done = work.prepare(`update mails set status = ?, due_at = ?, reason = ?, settled_at = ? where id = ?`);
  const count = db.prepare(`select status, count(*) as number from mails group by status`);
  const next = db.prepare(`select min(due_at) as at from mails where status in ('due', 'sending')`);
  const find = db.prepare(`select status, reason from mails where id = ?`);

  return {
    ...openRefusals(db),
    add({ id, ...request }, now) {
      return insert.run(id, JSON.stringify(request), now, now).changes === 1;
    },
    claim(limit, now, leaseUntil) {
      const rows = v.parse(v.array(row), take.all(leaseUntil, now, limit));
      return rows.map(({ id, request, attempts, created_at }) => ({
        ...v.parse(v.pipe(v.string(), v.parseJson(), content), request),
        id,
        attempts,
        created_at,
      }));
    },
    settle(id, outcome, now) {
      if (outcome.sent) done.run('sent', now, '', now, id);
      else if (outcome.retryAt === null) done.run('failed', now, outcome.reason, now, id);
      else done.run('due', outcome.retryAt, outcome.reason, null, id);
    },
    counts() {
      const found: QueueCounts = { due: 0, sending: 0, sent: 0, failed: 0 };
      for (const { status, number } of v.parse(v.array(tally), count.all())) found[status] = number;
      return found;
    },
    fates(ids) {
      const known = ids.flatMap((id): [string, MailFate][] => {
        const found = v.safeParse(fate, find.get(id));
        return found.success ? [[id, fateOf(found.output)]] : [];
      });
      return Object.fromEntries(known);
    },
    nextDue() {
      const { at } = v.parse(v.object({ at: v.nullable(v.number()) }), next.get());
      return at;
    },
    close() {
      if (work !== db) work.close();
      db.close();
    },
  };
}

/**
 * Claims and outcomes need not wait for the disk, as promises to senders do: they outlive the service being killed, and if the machine
 * loses power a mail of the last moment is at worst sent once more, under the same Message-ID. Waiting would cost two thirds of the rate.
 */
function connectionForWork(file: string, db: DatabaseSync): DatabaseSync {
  if (file === ':memory:') return db;
  const work = new DatabaseSync(file);
  work.exec('pragma synchronous = normal; pragma busy_timeout = 5000;');
  return work;
}

function fateOf({ status, reason }: v.InferOutput<typeof fate>): MailFate {
  return { state: status === 'sent' || status === 'failed' ? status : 'waiting', reason };
}
