import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/core/commands/command.ts';
import { applyOccurrences } from '../../../src/storage/apply.ts';
import { carryOut } from '../../../src/storage/command-apply.ts';
import { readCounters } from '../../../src/storage/counters.ts';
import type { VigieDatabase } from '../../../src/storage/database.ts';
import { joinStep } from '../../../src/storage/joining.ts';
import { joinTeam } from '../../../src/storage/membership.ts';
import { refusedRows } from '../../../src/storage/refused.ts';
import { context, HOUR, INSTALL, NOW, occurrence, settings, uuid } from '../../core/samples.ts';
import { captured, freshDatabase, identical, numbers } from '../support.ts';
import { exchange, pull, send, TEAM, teamDatabase } from './exchange.ts';
import { FakeTeam } from './fake-team.ts';

const OTHER = uuid(777);
const LATER = new Date(Date.parse(NOW) + HOUR).toISOString();

async function command(db: VigieDatabase, id: number, asked: Command): Promise<void> {
  const at = { id: uuid(id), now: LATER, author: 'qa@example.com', onBehalfOf: '', settings: settings() };
  const [ticket] = await db.cm_support_tickets.toArray();
  const outcome = await carryOut(db, { ticket: ticket!.id, command: asked, expected: ticket!.statut }, at);
  expect(outcome).toHaveProperty('ticket');
}

/** What every member sees alike. */
async function shared(db: VigieDatabase): Promise<unknown> {
  const [tickets, history, aliases, states] = await Promise.all([
    db.cm_support_tickets.toArray(),
    db.cm_support_ticket_history.toArray(),
    db.cm_signature_aliases.toArray(),
    db.cm_signature_states.toArray(),
  ]);
  return { tickets, history, aliases, states };
}

describe('what the team decides', () => {
  it('takes the place of what this install made of its own errors', async () => {
    const team = new FakeTeam();
    const db = await teamDatabase();
    await applyOccurrences(db, identical(2), context({}, LATER));
    expect(await shared(db)).not.toEqual(await shared(team.db));
    await exchange(db, team);
    expect(await shared(db)).toEqual(await shared(team.db));
    expect(await db.provisional.count()).toBe(0);
    expect(await db.outbox.count()).toBe(0);
  });

  it('removes a ticket that only this install thought of, and shows the reason', async () => {
    const team = new FakeTeam();
    const db = await teamDatabase();
    team.refuses.add(uuid(1));
    await applyOccurrences(db, identical(1), context());
    expect((await readCounters(db)).tickets.ouvert).toBe(1);
    await exchange(db, team);
    expect(await db.cm_support_tickets.count()).toBe(0);
    expect((await readCounters(db)).tickets.ouvert).toBe(0);
    expect((await db.groups.toArray()).map(({ ticket_id }) => ticket_id)).toEqual([null]);
    expect(await refusedRows(db, 5)).toMatchObject([{ table: 'cm_error_logs', id: uuid(1), code: 'unstorable' }]);
  });

  it('undoes a command that it refuses', async () => {
    const team = new FakeTeam();
    const db = await teamDatabase();
    await applyOccurrences(db, identical(1), context());
    await exchange(db, team);
    team.refuses.add(uuid(60));
    await command(db, 60, { op: 'resolve', note: 'done' });
    expect((await db.cm_support_tickets.toArray())[0]?.statut).toBe('resolu');
    await exchange(db, team);
    expect(await shared(db)).toEqual(await shared(team.db));
    expect((await db.groups.toArray())[0]?.resolved).toBe(false);
    expect(await refusedRows(db, 5)).toMatchObject([{ id: uuid(60), code: 'role-required' }]);
  });

  it('does not undo a command that it has not answered yet', async () => {
    const team = new FakeTeam();
    const db = await teamDatabase();
    await applyOccurrences(db, identical(1), context());
    await exchange(db, team);
    await command(db, 60, { op: 'status', to: 'en_cours' });
    await team.change((other) => other.cm_support_tickets.toCollection().modify({ priorite: 'basse' }));
    await pull(db, team);
    expect(await db.cm_support_tickets.toArray()).toMatchObject([{ statut: 'en_cours', priorite: 'haute' }]);
    await exchange(db, team);
    expect(await db.cm_support_tickets.toArray()).toMatchObject([{ statut: 'en_cours', priorite: 'basse' }]);
    expect(await shared(db)).toEqual(await shared(team.db));
  });

  it('is one ticket for two browsers that met the error at once, with the counts of both', async () => {
    const team = new FakeTeam();
    const [one, two] = [await teamDatabase(), await teamDatabase(OTHER)];
    await applyOccurrences(one, identical(2), context());
    await applyOccurrences(two, identical(3, 10), { ...context(), install: OTHER });
    await exchange(one, team);
    await exchange(two, team, OTHER);
    await exchange(one, team);
    for (const db of [one, two]) {
      expect(await shared(db)).toEqual(await shared(team.db));
      expect((await db.groups.toArray()).map(({ count }) => count)).toEqual([5]);
      expect((await readCounters(db)).tickets.ouvert).toBe(1);
    }
  });

  it('is not undone by pulling the same page again', async () => {
    const team = new FakeTeam();
    const db = await teamDatabase();
    await applyOccurrences(db, identical(2), context());
    await exchange(db, team);
    const before = [await shared(db), await db.groups.toArray(), await readCounters(db)];
    await db.meta.delete('sync');
    await pull(db, team);
    expect([await shared(db), await db.groups.toArray(), await readCounters(db)]).toEqual(before);
  });

  it('tells a copied profile by tallies that it did not count itself', async () => {
    const team = new FakeTeam();
    const [original, copy] = [await teamDatabase(), await teamDatabase()];
    await applyOccurrences(original, identical(3), context());
    await exchange(original, team);
    expect(await pull(copy, team)).toBe(true);
    expect(await pull(original, team)).toBe(false);
  });
});

describe('a database that was put back to an earlier state', () => {
  it('gets what it lost from every install, and loses nothing that was waiting', async () => {
    const team = new FakeTeam();
    const db = await teamDatabase();
    await applyOccurrences(db, identical(1), context());
    await exchange(db, team);
    await applyOccurrences(db, [captured(occurrence(2, { message: 'another' }))], context());
    await exchange(db, team);
    await command(db, 61, { op: 'comment', text: 'waiting' });
    await team.lose(async (other) => {
      await other.cm_support_tickets.clear();
      await other.cm_signature_aliases.clear();
      await other.cm_support_ticket_history.clear();
      await other.cm_error_sightings.clear();
      await other.cm_error_logs.clear();
      await other.groups.clear();
    });
    await exchange(db, team);
    await exchange(db, team);
    expect(await shared(db)).toEqual(await shared(team.db));
    expect(await db.cm_support_tickets.count()).toBe(2);
    expect((await readCounters(db)).tickets.ouvert).toBe(2);
    const history = await db.cm_support_ticket_history.toArray();
    expect(history.map(({ description }) => description)).toContain('waiting');
  });
});

describe('joining with a history', () => {
  it('brings it in steps, whichever of them the process dies in, and keeps the tickets meanwhile', async () => {
    const db = freshDatabase();
    const rows = numbers(600).map((number) => captured(occurrence(number, { message: `error ${number % 300}` })));
    await applyOccurrences(db, rows, context());
    await joinTeam(db, TEAM);
    let steps = 0;
    do {
      expect(await db.cm_support_tickets.count()).toBe(300);
      expect(await db.outbox.count()).toBeLessThanOrEqual(250 * (steps + 1));
      steps += 1;
      db.close();
      await db.open();
    } while (await joinStep(db, { install: INSTALL, epoch: 1 }));
    expect(steps).toBeGreaterThan(10);
    const waiting = await db.outbox.toArray();
    expect(waiting.filter(({ table }) => table === 'cm_error_logs')).toHaveLength(600);
    expect(waiting.filter(({ table }) => table === 'cm_error_sightings')).toHaveLength(300);
  });

  it('keeps a ticket that the team cannot know, and takes the team’s version of the others', async () => {
    const team = new FakeTeam();
    const db = freshDatabase();
    await applyOccurrences(db, identical(1), context({}, LATER));
    await applyOccurrences(db, [captured(occurrence(2, { message: 'forgotten' }))], context());
    // Its samples are kept no longer.
    await db.cm_error_logs.delete(uuid(2));
    await joinTeam(db, TEAM);
    await exchange(db, team);
    expect(await db.cm_support_tickets.count()).toBe(2);
    expect(await team.db.cm_support_tickets.count()).toBe(1);
    const [known] = await team.db.cm_support_tickets.toArray();
    expect(await db.cm_support_tickets.get(known!.id)).toEqual(known);
    await send(db, team);
  });
});
