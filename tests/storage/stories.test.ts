import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { TICKET_STATUSES, type TicketRow } from '../../src/core/rows.ts';
import { signatureStateId } from '../../src/core/signature-state.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { story, storyOfRedeploys, tell } from './story.ts';
import { freshDatabase } from './support.ts';

/** Says what was known when something arrived, so it depends on the order. */
const OF_ARRIVAL = new Set(['late_evidence', 'older_release']);

/** What must not depend on the order in which things were delivered. */
async function ending(db: VigieDatabase) {
  const history = await db.cm_support_ticket_history.toArray();
  return {
    tickets: await db.cm_support_tickets.toArray(),
    groups: await db.groups.toArray(),
    counters: await db.meta.get('counters'),
    sightings: await db.cm_error_sightings.toArray(),
    aliases: await db.cm_signature_aliases.toArray(),
    states: await db.cm_signature_states.toArray(),
    occurrences: await db.cm_error_logs.toArray(),
    history: history.filter(({ action }) => !OF_ARRIVAL.has(action)).map(({ id }) => id),
    notifications: await db.cm_notifications.toArray(),
    releases: await db.releases.toArray(),
  };
}

test('any order and repetition of deliveries between what people do ends in the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      const [one, two] = [freshDatabase(), freshDatabase()];
      await tell(one, told, 0);
      await tell(two, told, 1);
      expect(await ending(two)).toEqual(await ending(one));
      one.close();
      two.close();
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('so it does where redeploys move lines', async () => {
  let led = 0;
  await fc.assert(
    fc.asyncProperty(storyOfRedeploys, async (told) => {
      const [one, two] = [freshDatabase(), freshDatabase()];
      await tell(one, told, 0);
      await tell(two, told, 1);
      const end = await ending(one);
      led += end.aliases.filter(({ reason }) => reason === 'redeploy').length;
      expect(await ending(two)).toEqual(end);
      one.close();
      two.close();
    }),
    { numRuns: 40 },
  );
  expect(led).toBeGreaterThan(0);
}, 120_000);

type Ending = Awaited<ReturnType<typeof ending>>;

async function isSound(db: VigieDatabase): Promise<void> {
  const end = await ending(db);
  signaturesAgree(end);
  countersAgree(end);
  for (const ticket of end.tickets) isPossible(ticket);
}

function signaturesAgree({ tickets, groups, sightings, aliases, states, occurrences }: Ending): void {
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  // A signature leads to exactly one ticket, and that one leads nowhere else.
  for (const { ticket_id } of aliases) expect(byId.get(ticket_id)).not.toHaveProperty('metadata.merged_into');
  for (const group of groups) {
    const mine = (row: { project: string; signature: string }) =>
      row.project === group.project && row.signature === group.signature;
    const logged = occurrences.filter(({ metadata }) => mine(metadata));
    const state = states.find(({ id }) => id === signatureStateId(group.project, group.signature));
    expect(group.ticket_id).toBe(aliases.find(mine)?.ticket_id ?? null);
    expect(group.count).toBe(sum(sightings.filter(mine)));
    expect(group.count).toBe(sum(logged.map(({ metadata }) => metadata)));
    expect(group.resolved).toBe(state?.resolved ?? false);
    for (const { resolved } of logged) expect(resolved).toBe(group.resolved);
  }
}

function countersAgree({ tickets, counters }: Ending): void {
  const statuses = tickets.map(({ statut }) => statut);
  const counted = TICKET_STATUSES.map((statut) => [statut, statuses.filter((one) => one === statut).length]);
  expect(counters).toMatchObject({ value: { tickets: Object.fromEntries(counted) } });
}

function isPossible({ statut, metadata, closed_at }: TicketRow): void {
  const { monitoring_until, snooze, resolved_at, merged_into } = metadata;
  const settled = statut === 'resolu' || statut === 'ferme';
  if (statut === 'ferme') expect(monitoring_until).toBeNull();
  expect(closed_at === null).toBe(statut !== 'ferme');
  if (statut === 'resolu') expect(resolved_at).toBeDefined();
  if (!settled) expect(resolved_at).toBeUndefined();
  if (settled) expect(snooze).toBeUndefined();
  if (merged_into !== undefined) expect(statut).toBe('ferme');
}

function sum(rows: readonly { count: number }[]): number {
  return rows.reduce((total, { count: one }) => total + one, 0);
}

test('after everything that is done, tickets, aliases, counters and states agree', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (told) => {
      const db = freshDatabase();
      await tell(db, told, 0, async () => {
        if ((await db.groups.count()) > 0) await isSound(db);
      });
      db.close();
    }),
    { numRuns: 25 },
  );
}, 120_000);
