import { expect, test } from 'vitest';
import type { Command } from '../../src/core/commands/command.ts';
import type { NotificationRow } from '../../src/core/rows.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { carryOut } from '../../src/storage/command-apply.ts';
import { createTicket } from '../../src/storage/create-ticket.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { logCorrections } from '../../src/storage/error-commands.ts';
import { automaticTicketId } from '../../src/core/ticket.ts';
import { ago, context, HOUR, NOW, occurrence, settings, uuid } from '../core/samples.ts';
import { killAt } from './killer.ts';
import { captured, everything, freshDatabase, numbers } from './support.ts';

const bob = { client_id: uuid(902), client_email: 'bob@example.com' };
const A = occurrence(1, { message: 'a', metadata: bob });
const B = occurrence(2, { message: 'b', timestamp: ago(2 * HOUR) });
const QUIET = occurrence(3, { message: 'quiet', error_type: 'console_warn', metadata: bob });

function ticketId({ metadata }: typeof A): string {
  return automaticTicketId(metadata.project, metadata.signature);
}

const TOLD: NotificationRow = {
  id: uuid(30),
  ticket_id: ticketId(A),
  event: 'created',
  episode: 1,
  recipient: 'zoe@example.com',
  status: 'failed',
  created_at: NOW,
  updated_at: NOW,
};

const at = { now: NOW, author: 'qa@example.com', onBehalfOf: '', settings: settings() };

function command(asked: Command, of = A) {
  return (db: VigieDatabase) =>
    carryOut(db, { ticket: ticketId(of), command: asked, expected: null }, { ...at, id: uuid(700) });
}

const correction = {
  id: uuid(701),
  errorId: A.id,
  filePath: 'a.js',
  oldCode: '',
  newCode: '',
  description: 'why',
  resolves: true,
};

/** Before what is cut off. */
async function prepare(): Promise<VigieDatabase> {
  const db = freshDatabase();
  await applyOccurrences(
    db,
    [A, B, QUIET].map((row) => captured(row)),
    context(),
  );
  await db.cm_notifications.add(TOLD);
  return db;
}

test.each<[string, (db: VigieDatabase) => Promise<unknown>]>([
  ['a closing', command({ op: 'close', resolution: 'done' })],
  ['a resolution', command({ op: 'resolve', release: '2.0' })],
  ['a comment', command({ op: 'comment', text: 'vu' })],
  ['a message', command({ op: 'notify', message: 'Bonjour' })],
  ['a message sent again', command({ op: 'resend', notification: TOLD.id })],
  ['a merge', command({ op: 'merge', into: ticketId(B) })],
  ['a new ticket', (db) => createTicket(db, { error: QUIET.id }, { ...at, id: uuid(700) })],
  ['a correction', (db) => logCorrections(db, [correction], ({ id }) => ({ ...at, id }))],
])(
  '%s that is cut off at any request is wholly there or not at all, and comes out right when asked again',
  async (_name, work) => {
    const clean = await prepare();
    const before = await everything(clean);
    const answer = await work(clean);
    const after = await everything(clean);
    expect(after).not.toEqual(before);

    let killed = 0;
    for (const request of numbers(200)) {
      const db = await prepare();
      db.close();
      const { requests } = killAt(db, request);
      await db.open();
      const outcome = await work(db).then(
        () => 'done',
        () => 'killed',
      );
      killed += Number(outcome === 'killed');
      const struckAll = requests() < request;
      db.close();
      db.unuse({ stack: 'dbcore', name: 'killer' });
      await db.open();
      expect(await everything(db)).toEqual(outcome === 'done' ? after : before);
      expect(await work(db)).toEqual(answer);
      expect(await everything(db)).toEqual(after);
      db.close();
      if (struckAll) break;
    }
    expect(killed).toBeGreaterThan(5);
  },
  60_000,
);
