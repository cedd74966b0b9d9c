import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Command } from '../../../src/core/commands/command.ts';
import { applyOccurrences } from '../../../src/storage/apply.ts';
import { carryOut } from '../../../src/storage/command-apply.ts';
import type { VigieDatabase } from '../../../src/storage/database.ts';
import { context, HOUR, NOW, occurrence, settings, uuid } from '../../core/samples.ts';
import { killAt } from '../killer.ts';
import { captured } from '../support.ts';
import { exchange, teamDatabase } from './exchange.ts';
import { FakeTeam } from './fake-team.ts';

type Deed =
  | { what: 'error'; who: 0 | 1; error: number; refused: boolean }
  | { what: 'command'; who: 0 | 1; command: Command; refused: boolean }
  | { what: 'exchange'; who: 0 | 1; dies: number };

const who = fc.constantFrom<0 | 1>(0, 1);
const commands: readonly Command[] = [
  { op: 'status', to: 'en_cours' },
  { op: 'resolve', note: 'done' },
  { op: 'status', to: 'ouvert' },
  { op: 'close', resolution: 'fixed' },
  { op: 'comment', text: 'hm' },
  { op: 'priority', to: 'basse' },
];
const refused = fc.nat(4).map((number) => number === 0);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ what: fc.constant('error' as const), who, error: fc.integer({ min: 1, max: 2 }), refused }),
  fc.record({ what: fc.constant('command' as const), who, command: fc.constantFrom(...commands), refused }),
  // The process dies at one of its requests, or is spared.
  fc.record({ what: fc.constant('exchange' as const), who, dies: fc.integer({ min: 1, max: 160 }) }),
);

const INSTALLS = [uuid(800), uuid(801)] as const;

async function shared(db: VigieDatabase): Promise<unknown> {
  const [tickets, history, aliases, states, groups] = await Promise.all([
    db.cm_support_tickets.toArray(),
    db.cm_support_ticket_history.toArray(),
    db.cm_signature_aliases.toArray(),
    db.cm_signature_states.toArray(),
    db.groups.toArray(),
  ]);
  const mirrors = groups.map(({ project, signature, ticket_id, resolved }) => ({
    project,
    signature,
    ticket_id,
    resolved,
  }));
  return { tickets, history, aliases, states, mirrors };
}

/** Whatever was under way when the process died is done again by the next one. */
async function dying(db: VigieDatabase, request: number, work: () => Promise<void>): Promise<void> {
  db.close();
  killAt(db, request);
  await db.open();
  await work().catch(() => undefined);
  db.close();
  db.unuse({ stack: 'dbcore', name: 'killer' });
  await db.open();
}

it('two browsers and their team end in the same tickets, whatever happens in which order and wherever a process dies', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 14 }), async (deeds) => {
      const team = new FakeTeam();
      const dbs = [await teamDatabase(INSTALLS[0]), await teamDatabase(INSTALLS[1])] as const;
      for (const [index, one] of deeds.entries()) {
        const db = dbs[one.who];
        const now = new Date(Date.parse(NOW) + index * HOUR).toISOString();
        if (one.what === 'error') {
          if (one.refused) team.refuses.add(uuid(index));
          const row = occurrence(index, { message: `error ${one.error}`, timestamp: now });
          await applyOccurrences(db, [captured(row)], { ...context({}, now), install: INSTALLS[one.who] });
        } else if (one.what === 'command') {
          if (one.refused) team.refuses.add(uuid(500 + index));
          const [ticket] = await db.cm_support_tickets.toArray();
          const at = { id: uuid(500 + index), now, author: 'qa', onBehalfOf: '', settings: settings() };
          if (ticket) await carryOut(db, { ticket: ticket.id, command: one.command, expected: ticket.statut }, at);
        } else await dying(db, one.dies, () => exchange(db, team, INSTALLS[one.who]));
      }
      for (const round of [0, 1, 0, 1] as const) await exchange(dbs[round], team, INSTALLS[round]);
      const { mirrors: _own, ...truth } = Object(await shared(team.db));
      for (const db of dbs) {
        expect(await shared(db)).toMatchObject(truth);
        expect(await db.provisional.count()).toBe(0);
        expect(await db.outbox.count()).toBe(0);
        for (const { ticket_id } of await db.groups.toArray()) {
          if (ticket_id !== null) expect(await team.db.cm_support_tickets.get(ticket_id)).toBeDefined();
        }
      }
      for (const db of dbs) db.close();
      team.db.close();
    }),
    { numRuns: 25 },
  );
}, 120_000);
