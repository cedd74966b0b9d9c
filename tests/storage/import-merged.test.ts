import { expect, test } from 'vitest';
import type { Command } from '../../src/core/commands/command.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { carryOut } from '../../src/storage/command-apply.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { ago, context, HOUR, occurrence, settings, uuid } from '../core/samples.ts';
import { captured, everything, freshDatabase } from './support.ts';
import { exported, importAll } from './through-a-file.ts';

let ids = 0;

async function ask(db: VigieDatabase, ticket: string, command: Command, now: string): Promise<void> {
  const at = { id: uuid(9_000 + (ids += 1)), now, author: 'qa@example.com', onBehalfOf: '', settings: settings() };
  expect(await carryOut(db, { ticket, command, expected: null }, at)).toHaveProperty('ticket');
}

async function see(db: VigieDatabase, error: string, number: number, at: string): Promise<void> {
  await applyOccurrences(db, [captured(occurrence(number, { message: error, timestamp: at }))], context({}, at));
}

/** Two browsers that know the same two tickets, of errors a and b. */
async function twoBrowsers(): Promise<{ here: VigieDatabase; there: VigieDatabase; a: string; b: string }> {
  const here = freshDatabase();
  await see(here, 'a', 1, ago(9 * HOUR));
  await see(here, 'b', 2, ago(9 * HOUR));
  const there = freshDatabase();
  await importAll(there, await exported(here));
  const rows = await here.cm_support_tickets.toArray();
  const [a = '', b = ''] = [1, 2].map((number) => rows.find(({ error_id }) => error_id === uuid(number))?.id);
  return { here, there, a, b };
}

test.each(['here', 'there'] as const)(
  'a newer copy that knows nothing of a merge does not undo it (%s)',
  async (place) => {
    const { here, there, a, b } = await twoBrowsers();
    await ask(here, a, { op: 'merge', into: b }, ago(8 * HOUR));
    await ask(there, a, { op: 'priority', to: 'basse' }, ago(7 * HOUR));
    const [to, from] = place === 'here' ? [here, there] : [there, here];
    await importAll(to, await exported(from));
    expect(await to.cm_support_tickets.get(a)).toMatchObject({ statut: 'ferme', metadata: { merged_into: b } });
    const before = await everything(to);
    await importAll(to, await exported(from));
    expect(await everything(to)).toEqual(before);
    await see(to, 'a', 10, ago(6 * HOUR));
    expect(await to.cm_support_tickets.get(a)).toMatchObject({ statut: 'ferme' });
    expect(await to.cm_support_tickets.get(b)).toMatchObject({ metadata: { last_seen: ago(6 * HOUR) } });
  },
);

test('a merge that was taken back elsewhere is taken back here, whatever happened here in between', async () => {
  const { here, there, a, b } = await twoBrowsers();
  await ask(here, a, { op: 'merge', into: b }, ago(8 * HOUR));
  await importAll(there, await exported(here));
  await ask(there, a, { op: 'unmerge' }, ago(7 * HOUR));
  await importAll(here, await exported(there));
  const after = await here.cm_support_tickets.get(a);
  expect(after).toMatchObject({ statut: 'ouvert' });
  expect(after?.metadata).not.toHaveProperty('merged_into');
  await see(here, 'a', 10, ago(6 * HOUR));
  expect(await here.cm_support_tickets.get(a)).toMatchObject({ metadata: { last_seen: ago(6 * HOUR) } });
  await ask(here, a, { op: 'merge', into: b }, ago(5 * HOUR));
  await ask(there, a, { op: 'priority', to: 'basse' }, ago(4 * HOUR));
  await importAll(here, await exported(there));
  expect(await here.cm_support_tickets.get(a)).toMatchObject({ metadata: { merged_into: b } });
});

test('what a merged ticket has seen elsewhere prolongs the watch of the one that it is part of', async () => {
  const { here, there, a, b } = await twoBrowsers();
  await ask(here, a, { op: 'merge', into: b }, ago(8 * HOUR));
  await see(there, 'a', 10, ago(2 * HOUR));
  await importAll(here, await exported(there));
  expect(await here.cm_support_tickets.get(b)).toMatchObject({
    metadata: { last_seen: ago(2 * HOUR), monitoring_until: ago(2 * HOUR - 24 * HOUR) },
  });
});

test('a signature that another browser led to a ticket goes where that one was merged into', async () => {
  const { here, there, a, b } = await twoBrowsers();
  await ask(here, a, { op: 'merge', into: b }, ago(8 * HOUR));
  const [alias] = await there.cm_signature_aliases.where('ticket_id').equals(a).toArray();
  await see(there, 'c', 10, ago(7 * HOUR));
  const [other] = await there.cm_signature_aliases.filter(({ signature }) => signature.includes('|c|')).toArray();
  await there.cm_signature_aliases.put({ ...other!, ticket_id: alias!.ticket_id, reason: 'redeploy' });
  const tables = await exported(there);
  await importAll(here, tables);
  expect(await here.cm_signature_aliases.get(other!.id)).toMatchObject({
    ticket_id: b,
    previous_ticket_id: a,
    reason: 'merge',
  });
  expect(await here.groups.get([other!.project, other!.signature])).toMatchObject({ ticket_id: b });
  const before = await everything(here);
  await importAll(here, tables);
  expect(await everything(here)).toEqual(before);
  // Its first occurrence here comes in while the import goes on.
  await here.groups.delete([other!.project, other!.signature]);
  await here.cm_signature_aliases.update(other!.id, { ticket_id: a });
  await see(here, 'c', 11, ago(HOUR));
  expect(await here.cm_support_tickets.get(a)).toMatchObject({ statut: 'ferme' });
  expect(await here.cm_support_tickets.get(b)).toMatchObject({ metadata: { last_seen: ago(HOUR) } });
});
