import { describe, expect, it } from 'vitest';
import { applyOccurrences } from '../../../src/storage/apply.ts';
import { carryOut } from '../../../src/storage/command-apply.ts';
import type { VigieDatabase } from '../../../src/storage/database.ts';
import { joinStep } from '../../../src/storage/joining.ts';
import { settleNotification, type Settled } from '../../../src/storage/mail-outbox.ts';
import { joinTeam } from '../../../src/storage/membership.ts';
import { batchOf, nextEntries } from '../../../src/storage/next-batch.ts';
import { noteSync } from '../../../src/storage/sync-state.ts';
import type { ToldMail } from '../../../src/core/sync/protocol.ts';
import { ago, context, HOUR, INSTALL, NOW, occurrence, settings, uuid } from '../../core/samples.ts';
import { captured, freshDatabase } from '../../storage/support.ts';
import { TEAM } from './exchange.ts';

const OWN = { install: INSTALL, epoch: 1 };
const ALICE = { client_id: uuid(901), client_email: 'alice@example.com' };

/** A browser on its own whose mail service has settled what it was given; then the team is joined. */
async function joined(outcome: Settled, at = ago(HOUR)): Promise<VigieDatabase> {
  const db = freshDatabase();
  const row = occurrence(1, { timestamp: at, metadata: ALICE });
  await applyOccurrences(db, [captured(row)], context({}, at));
  for (const { id } of await db.cm_notifications.toArray()) await settleNotification(db, id, outcome, at);
  await joinTeam(db, TEAM);
  while (await joinStep(db, OWN));
  return db;
}

async function told(db: VigieDatabase): Promise<ToldMail[]> {
  return (await batchOf(db, await nextEntries(db), OWN)).rows.told;
}

describe('what was told before the team was joined', () => {
  it('goes along with the facts that it follows from, once in a call', async () => {
    const db = await joined({ status: 'sent' });
    const [row] = await db.cm_notifications.toArray();
    const { id, ticket_id, updated_at } = row!;
    const about = { event: 'created', episode: 1, recipient: 'alice@example.com' };
    expect(await told(db)).toEqual([{ id, ticket_id, ...about, updated_at, status: 'sent' }]);
    const entries = await nextEntries(db);
    for (const table of ['cm_error_logs', 'cm_error_sightings']) {
      const { rows } = await batchOf(
        db,
        entries.filter((entry) => entry.table === table),
        OWN,
      );
      expect(rows.told.map((mail) => mail.id)).toEqual([id]);
    }
  });

  it.each<[Settled, string, unknown[]]>([
    [{ status: 'failed', reason: 'refused: 550' }, ago(HOUR), [{ status: 'failed', reason: 'refused: 550' }]],
    [{ status: 'skipped', reason: 'daily-cap' }, ago(HOUR), [{ status: 'skipped', reason: 'daily-cap' }]],
    // Nobody can take it back from the service.
    [{ status: 'queued' }, ago(HOUR), [{ status: 'sent', reason: 'own-service' }]],
    // Nothing has told it: the team does, unless it is long past.
    [{ status: 'due' }, ago(HOUR), []],
    [{ status: 'held', reason: 'domain' }, ago(HOUR), []],
    [{ status: 'skipped' }, ago(HOUR), []],
    [{ status: 'due' }, ago(25 * HOUR), [{ status: 'skipped', reason: 'late' }]],
    [{ status: 'held', reason: 'domain' }, ago(25 * HOUR), [{ status: 'skipped', reason: 'late' }]],
  ])('%j of %s', async (outcome, at, expected) => {
    expect(await told(await joined(outcome, at))).toMatchObject(expected);
  });

  it('goes along with commands as well, and with a merged error also what was told of its own ticket', async () => {
    const db = freshDatabase();
    const rows = [1, 2].map((number) => occurrence(number, { message: `error ${'ab'[number - 1]}`, metadata: ALICE }));
    await applyOccurrences(
      db,
      rows.map((row) => captured(row)),
      context(),
    );
    for (const { id } of await db.cm_notifications.toArray()) await settleNotification(db, id, { status: 'sent' }, NOW);
    const [one, other] = await db.cm_support_tickets.toArray();
    const at = { id: uuid(50), now: NOW, author: 'qa@example.com', onBehalfOf: '', settings: settings() };
    const merge = { ticket: one!.id, command: { op: 'merge', into: other!.id } as const, expected: null };
    expect(await carryOut(db, merge, at)).toMatchObject({ ticket: { statut: 'ferme' } });
    await joinTeam(db, TEAM);
    while (await joinStep(db, OWN));
    const both = new Set([one!.id, other!.id]);
    for (const table of ['cm_error_logs', 'cm_commands']) {
      const entries = (await nextEntries(db)).filter((entry) => entry.table === table);
      const { rows: brought } = await batchOf(db, entries, OWN);
      expect(new Set(brought.told.map(({ ticket_id }) => ticket_id))).toEqual(both);
    }
  });

  it('stays here without a team, once everything was exchanged, and of what came about since', async () => {
    const db = await joined({ status: 'sent' });
    await noteSync(db, { synced_at: NOW });
    expect(await told(db)).toEqual([]);
    const later = freshDatabase();
    await joinTeam(later, { ...TEAM, joined_at: ago(2 * HOUR) });
    await applyOccurrences(
      later,
      [captured(occurrence(1, { timestamp: ago(HOUR), metadata: ALICE }))],
      context({}, NOW),
    );
    for (const { id } of await later.cm_notifications.toArray())
      await settleNotification(later, id, { status: 'sent' }, NOW);
    expect(await told(later)).toEqual([]);
  });
});
