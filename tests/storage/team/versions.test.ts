import { describe, expect, it } from 'vitest';
import { SIGNATURE_VERSION } from '../../../src/core/signature/signature.ts';
import type { PullAnswer } from '../../../src/core/sync/protocol.ts';
import { applyOccurrences } from '../../../src/storage/apply.ts';
import { applyPull } from '../../../src/storage/apply-pull.ts';
import { carryOut } from '../../../src/storage/command-apply.ts';
import type { VigieDatabase } from '../../../src/storage/database.ts';
import { leaveTeam } from '../../../src/storage/membership.ts';
import { batchOf, nextEntries } from '../../../src/storage/next-batch.ts';
import { signAgain } from '../../../src/storage/sign-again.ts';
import { context, INSTALL, NOW, occurrence, PROJECT, settings, uuid } from '../../core/samples.ts';
import { captured } from '../support.ts';
import { exchange, teamDatabase } from './exchange.ts';
import { FakeTeam } from './fake-team.ts';

const NEW = 'cart.js|total is not a function|12';

/** An error as a version before the present one signed it: with the engine's prefix. */
const OLD = occurrence(1, { metadata: { signature_version: SIGNATURE_VERSION - 1 } });

/** The same error as the present version signs it. */
const AGAIN = occurrence(2, {
  metadata: {
    signature: NEW,
    signature_version: SIGNATURE_VERSION,
    signature_parts: { source: 'cart.js', message: 'total is not a function', line: 12, because: 'in-app frame' },
  },
});

async function tickets(db: VigieDatabase): Promise<string[]> {
  return (await db.cm_support_tickets.toArray()).map(({ id }) => id);
}

/** An install of a team that has the error of before, and was updated since. */
async function updated(team: FakeTeam): Promise<VigieDatabase> {
  const db = await teamDatabase();
  await applyOccurrences(db, [captured(OLD)], context());
  await exchange(db, team);
  await db.meta.delete('signed');
  await signAgain(db);
  return db;
}

describe('a new version of the algorithm in a team', () => {
  it('splits no ticket, here or in the database of the team', async () => {
    const team = new FakeTeam();
    const db = await updated(team);
    const [ticket = ''] = await tickets(db);
    await applyOccurrences(db, [captured(AGAIN)], context());
    expect(await tickets(db)).toEqual([ticket]);
    const { rows } = await batchOf(db, await nextEntries(db), { install: INSTALL, epoch: 1 });
    expect(rows.moved).toEqual([{ project: PROJECT, signature: NEW, ticket_id: ticket }]);
    await exchange(db, team);
    expect(await tickets(team.db)).toEqual([ticket]);
    expect(await tickets(db)).toEqual([ticket]);
    expect(await db.provisional.count()).toBe(0);
    expect(await db.groups.get([PROJECT, NEW])).toMatchObject({ ticket_id: ticket, count: 1 });
  });

  it('tells the team once', async () => {
    const team = new FakeTeam();
    const db = await updated(team);
    await applyOccurrences(db, [captured(AGAIN)], context());
    await exchange(db, team);
    await applyOccurrences(db, [captured({ ...AGAIN, id: uuid(3) })], context());
    const { rows } = await batchOf(db, await nextEntries(db), { install: INSTALL, epoch: 1 });
    expect(rows.errors).toHaveLength(1);
    expect(rows.moved).toEqual([]);
  });

  it('finds its way again after a merge of which the team says nothing about it', async () => {
    const team = new FakeTeam();
    const db = await updated(team);
    const [ticket = ''] = await tickets(db);
    const other = occurrence(4, { message: 'Uncaught Error: other', metadata: { signature: 'cart.js|other|90' } });
    await applyOccurrences(db, [captured(other)], context());
    await exchange(db, team);
    const into = (await tickets(db)).find((id) => id !== ticket) ?? '';
    const at = { id: uuid(60), now: NOW, author: 'qa@example.com', onBehalfOf: '', settings: settings() };
    expect(await carryOut(db, { ticket, command: { op: 'merge', into }, expected: null }, at)).toHaveProperty('ticket');
    await exchange(db, team);
    await signAgain(db);
    await applyOccurrences(db, [captured(AGAIN)], context());
    expect(await db.groups.get([PROJECT, NEW])).toMatchObject({ ticket_id: into });
    await exchange(db, team);
    expect(await team.db.groups.get([PROJECT, NEW])).toMatchObject({ ticket_id: into });
    expect(await tickets(team.db)).toHaveLength(2);
  });

  it('concerns errors that other browsers have told of as well', async () => {
    const team = new FakeTeam();
    const teller = await updated(team);
    const [ticket] = await teller.cm_support_tickets.toArray();
    const db = await teamDatabase();
    await signAgain(db);
    const page: PullAnswer = {
      ...team.pull(null, 1_000),
      rows: { ...team.pull(null, 1_000).rows, cm_error_logs: [OLD] },
    };
    await applyPull(db, page, { install: uuid(777), epoch: 1 });
    await signAgain(db);
    await applyOccurrences(db, [captured(AGAIN)], context());
    expect(await tickets(db)).toEqual([ticket?.id]);
  });

  it('stays when the team is left', async () => {
    const db = await updated(new FakeTeam());
    const [ticket] = await tickets(db);
    await leaveTeam(db, false);
    await applyOccurrences(db, [captured(AGAIN)], context());
    expect(await tickets(db)).toEqual([ticket]);
  });
});
