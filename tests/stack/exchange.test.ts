import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { exchange } from '../../src/background/sync/exchange.ts';
import type { Member } from '../../src/core/sync/protocol.ts';
import { createTeamClient, type TeamClient } from '../../src/remote/team-client.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { carryOut } from '../../src/storage/command-apply.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { joinTeam } from '../../src/storage/membership.ts';
import { teamView } from '../../src/storage/sync-queries.ts';
import { context, occurrence, settings, uuid } from '../core/samples.ts';
import { captured, freshDatabase } from '../storage/support.ts';
import { createMember } from './harness/client.ts';
import { startStack, type LocalStack } from './harness/stack.ts';

let stack: LocalStack;

beforeAll(async () => {
  stack = await startStack(inject('postgres'));
});

afterAll(() => stack.stop());

/** A browser of a member: the extension's own client and storage, against the real server. */
class Browser {
  readonly db: VigieDatabase = freshDatabase();
  readonly client: TeamClient;
  readonly install: string;
  private readonly kept = new Map<string, string>();

  constructor(number: number) {
    this.install = uuid(9_000 + number);
    this.client = createTeamClient(
      { url: stack.url, key: stack.publishableKey },
      {
        fetch: (input, init) => fetch(input, init),
        storage: {
          getItem: async (key) => this.kept.get(key) ?? null,
          setItem: async (key, value) => void this.kept.set(key, value),
          removeItem: async (key) => void this.kept.delete(key),
        },
        now: Date.now,
        online: () => true,
      },
    );
  }

  async join(email: string, role: Member['role']): Promise<void> {
    await createMember(stack, email, role);
    await this.client.signIn(email, `${email} secret`);
    const { member } = await this.client.status();
    expect(member).toMatchObject({ email, role });
    const joined_at = new Date().toISOString();
    await joinTeam(this.db, { url: stack.url, key: stack.publishableKey, email, role, joined_at });
  }

  async happens(number: number, message: string): Promise<void> {
    const now = new Date().toISOString();
    const row = occurrence(number, { message, timestamp: now });
    await applyOccurrences(this.db, [captured(row)], { ...context({}, now), install: this.install });
  }

  async exchange(): Promise<void> {
    await exchange({
      db: this.db,
      client: this.client,
      install: async () => ({ install: this.install, epoch: 1 }),
      now: Date.now,
      random: () => 1,
      newId: () => crypto.randomUUID(),
      onNewEpoch: () => undefined,
      onFailure: (_where, error) => {
        throw error;
      },
    });
    expect((await teamView(this.db))?.sync.problem).toBeNull();
  }

  async shown(): Promise<unknown> {
    const [tickets, history, aliases] = await Promise.all([
      this.db.cm_support_tickets.toArray(),
      this.db.cm_support_ticket_history.toArray(),
      this.db.cm_signature_aliases.toArray(),
    ]);
    return { tickets, history, aliases };
  }
}

function at(number: number, author: string) {
  return { id: uuid(number), now: new Date().toISOString(), author, onBehalfOf: '', settings: settings() };
}

it('two browsers share tickets through the real server; what it refuses is undone and shown with its reason', async () => {
  const [one, two] = [new Browser(1), new Browser(2)];
  await one.join('agent@example.com', 'agent');
  await two.join('reporter@example.com', 'reporter');
  await one.happens(1, 'shared');
  await two.happens(2, 'shared');
  await two.happens(3, 'lonely');
  await one.exchange();
  await two.exchange();
  await one.exchange();
  expect(await one.shown()).toEqual(await two.shown());
  expect(await one.db.cm_support_tickets.count()).toBe(2);
  const shared = (await one.db.groups.toArray()).find(({ message }) => message === 'shared');
  expect(shared).toMatchObject({ count: 2 });

  const asked = { ticket: shared?.ticket_id ?? '', command: { op: 'status', to: 'en_cours' }, expected: null } as const;
  expect(await carryOut(two.db, asked, at(71, 'reporter@example.com'))).toHaveProperty('ticket');
  await two.exchange();
  expect((await teamView(two.db))?.refused).toMatchObject([{ id: uuid(71), code: 'role-required' }]);
  expect((await two.db.cm_support_tickets.get(asked.ticket))?.statut).toBe('ouvert');

  expect(await carryOut(one.db, asked, at(72, 'agent@example.com'))).toHaveProperty('ticket');
  await one.exchange();
  await two.exchange();
  expect((await two.db.cm_support_tickets.get(asked.ticket))?.statut).toBe('en_cours');
  expect(await one.shown()).toEqual(await two.shown());
  expect(await one.db.provisional.count()).toBe(0);
});
