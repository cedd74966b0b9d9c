import { describe, expect, it } from 'vitest';
import { acknowledge } from '../../../src/storage/acknowledge.ts';
import { applyOccurrences } from '../../../src/storage/apply.ts';
import { carryOut } from '../../../src/storage/command-apply.ts';
import { leaveTeam } from '../../../src/storage/membership.ts';
import { batchOf, nextEntries } from '../../../src/storage/next-batch.ts';
import { ensureSite } from '../../../src/storage/sites.ts';
import { teamView } from '../../../src/storage/sync-queries.ts';
import { noteVisit } from '../../../src/storage/visits.ts';
import type { VigieDatabase } from '../../../src/storage/database.ts';
import { context, INSTALL, NOW, occurrence, PROJECT, settings, uuid } from '../../core/samples.ts';
import { killAt } from '../killer.ts';
import { captured, everything, freshDatabase, identical, numbers } from '../support.ts';
import { teamDatabase } from './exchange.ts';

const OWN = { install: INSTALL, epoch: 1 };

function at(id: number) {
  return { id: uuid(id), now: NOW, author: 'qa@example.com', onBehalfOf: '', settings: settings() };
}

async function doThings(db: VigieDatabase): Promise<void> {
  await ensureSite(db, 'https://other.example/', NOW);
  await applyOccurrences(db, identical(2), context());
  const [ticket] = await db.cm_support_tickets.toArray();
  await carryOut(db, { ticket: ticket!.id, command: { op: 'comment', text: 'seen' }, expected: null }, at(50));
  const visit = { install: INSTALL, project: PROJECT, page: 'https://shop.example/cart', client_id: null, at: NOW };
  await noteVisit(db, visit, 86_400_000);
}

describe('outbox', () => {
  it('holds nothing as long as there is no team', async () => {
    const db = freshDatabase();
    await doThings(db);
    expect(await db.outbox.count()).toBe(0);
    expect(await db.provisional.count()).toBe(0);
    expect(await teamView(db)).toBeNull();
  });

  it('names whatever changed for the team', async () => {
    const db = await teamDatabase();
    await doThings(db);
    const tables = (await db.outbox.toArray()).map(({ table }) => table);
    expect(new Set(tables)).toEqual(
      new Set(['cm_sites', 'cm_error_logs', 'cm_error_sightings', 'cm_commands', 'cm_visits']),
    );
    expect((await teamView(db))?.waiting).toBe(tables.length);
  });

  it('loses by an acknowledgement what was sent, and nothing that changed since', async () => {
    const db = await teamDatabase();
    await applyOccurrences(db, identical(1), context());
    const { entries } = await batchOf(db, await nextEntries(db), OWN);
    await applyOccurrences(db, identical(1, 2), context());
    await acknowledge(db, entries, [], NOW);
    const { rows } = await batchOf(db, await nextEntries(db), OWN);
    expect(rows.errors.map(({ id }) => id)).toEqual([uuid(2)]);
    expect(rows.sightings.map(({ count }) => count)).toEqual([2]);
  });

  it('is written with what it names or not at all, wherever the process dies', async () => {
    const outcomes: string[] = [];
    for (const request of numbers(200)) {
      const db = await teamDatabase();
      db.close();
      const { requests } = killAt(db, request);
      await db.open();
      const outcome = await applyOccurrences(db, identical(2), context()).then(
        () => 'done',
        () => 'killed',
      );
      outcomes.push(outcome);
      const struckAll = requests() < request;
      db.close();
      db.unuse({ stack: 'dbcore', name: 'killer' });
      await db.open();
      const stored = await everything(db);
      expect(stored['outbox']?.length).toBe(outcome === 'done' ? 4 : 0);
      expect(stored['cm_error_logs']?.length).toBe(outcome === 'done' ? 2 : 0);
      db.close();
      if (struckAll) break;
    }
    expect(outcomes.at(-1)).toBe('done');
    expect(outcomes.filter((outcome) => outcome === 'killed').length).toBeGreaterThan(15);
  });
});

describe('a batch', () => {
  it('has the tally of each of its errors, and its page', async () => {
    const db = await teamDatabase();
    await applyOccurrences(db, identical(1), context());
    const entries = (await nextEntries(db)).filter(({ table }) => table === 'cm_error_logs');
    const { rows } = await batchOf(db, entries, OWN);
    expect(rows.sightings.map(({ count }) => count)).toEqual([1]);
    expect(rows.errors[0]?.metadata.page).toBe('https://shop.example/cart');
  });

  it('ends before the first error that came after a command', async () => {
    const db = await teamDatabase();
    await doThings(db);
    await applyOccurrences(db, [captured(occurrence(3))], context());
    const first = await batchOf(db, await nextEntries(db), OWN);
    expect(first.rows.errors).toHaveLength(2);
    expect(first.rows.commands).toHaveLength(1);
    await acknowledge(db, first.entries, [], NOW);
    expect((await batchOf(db, await nextEntries(db), OWN)).rows.errors.map(({ id }) => id)).toEqual([uuid(3)]);
  });

  it('stays within what one call may bring', async () => {
    const db = await teamDatabase();
    const stack = 'x'.repeat(100_000);
    const rows = numbers(12).map((number) => captured(occurrence(number, { stack_trace: stack })));
    await applyOccurrences(db, rows, context());
    const sizes: number[] = [];
    for (;;) {
      const batch = await batchOf(db, await nextEntries(db), OWN);
      if (batch.entries.length === 0) break;
      sizes.push(batch.rows.errors.length);
      await acknowledge(db, batch.entries, [], NOW);
    }
    expect(sizes.every((size) => size < 10)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(12);
  });

  it('speaks of the tallies of one epoch', async () => {
    const db = await teamDatabase();
    await applyOccurrences(db, identical(1), context());
    await applyOccurrences(db, identical(1, 2), { ...context(), epoch: 77 });
    const epochs: number[] = [];
    for (;;) {
      const batch = await batchOf(db, await nextEntries(db), { ...OWN, epoch: 77 });
      if (batch.entries.length === 0) break;
      expect(new Set(batch.rows.sightings.map(({ epoch }) => epoch))).toEqual(new Set([batch.epoch]));
      epochs.push(batch.epoch);
      await acknowledge(db, batch.entries, [], NOW);
    }
    expect(new Set(epochs)).toEqual(new Set([1, 77]));
  });
});

describe('leaving the team', () => {
  it('keeps what is here, or wipes it, as asked', async () => {
    for (const wipe of [false, true]) {
      const db = await teamDatabase();
      await doThings(db);
      await leaveTeam(db, wipe);
      expect(await db.outbox.count()).toBe(0);
      expect(await db.cm_error_logs.count()).toBe(wipe ? 0 : 2);
      expect(await db.cm_support_tickets.count()).toBe(wipe ? 0 : 1);
      expect(await db.cm_sites.count()).toBeGreaterThan(0);
      expect(await teamView(db)).toBeNull();
    }
  });
});
