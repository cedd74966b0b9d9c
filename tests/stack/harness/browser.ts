import { expect } from 'vitest';
import { exchange } from '../../../src/background/sync/exchange.ts';
import type { Member } from '../../../src/core/sync/protocol.ts';
import { createTeamClient, type TeamClient } from '../../../src/remote/team-client.ts';
import { applyOccurrences } from '../../../src/storage/apply.ts';
import type { VigieDatabase } from '../../../src/storage/database.ts';
import { joinTeam } from '../../../src/storage/membership.ts';
import { teamView } from '../../../src/storage/sync-queries.ts';
import { context, occurrence, uuid } from '../../core/samples.ts';
import { captured, freshDatabase } from '../../storage/support.ts';
import type { Credentials } from '../../tools/stack/stack.ts';
import { createMember } from './client.ts';
import type { Stack } from './stack.ts';

/** A browser of a member: the extension's own client and storage, against a real server. */
export class TeamBrowser {
  readonly db: VigieDatabase = freshDatabase();
  client: TeamClient;
  readonly install: string;
  private readonly project: { url: string; key: string };
  private readonly kept = new Map<string, string>();

  constructor({ url, key }: { url: string; key: string }, number: number) {
    this.install = uuid(9_000 + number);
    this.project = { url, key };
    this.client = createTeamClient(this.project, {
      fetch: (input, init) => fetch(input, init),
      storage: {
        getItem: async (name) => this.kept.get(name) ?? null,
        setItem: async (name, value) => void this.kept.set(name, value),
        removeItem: async (name) => void this.kept.delete(name),
      },
      now: Date.now,
      online: () => true,
    });
  }

  async join({ email, password }: Credentials, role: Member['role']): Promise<void> {
    await this.client.signIn(email, password);
    const { member } = await this.client.status();
    expect(member).toMatchObject({ email, role });
    await joinTeam(this.db, { ...this.project, email, role, joined_at: new Date().toISOString() });
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

  /** What its screens are made of. */
  async shown(): Promise<unknown> {
    const [tickets, history, aliases] = await Promise.all([
      this.db.cm_support_tickets.toArray(),
      this.db.cm_support_ticket_history.toArray(),
      this.db.cm_signature_aliases.toArray(),
    ]);
    return { tickets, history, aliases };
  }
}

/** Makes the account of a browser's member, and joins. */
export async function joinAs(
  browser: TeamBrowser,
  stack: Stack,
  email: string,
  role: Member['role'],
): Promise<TeamBrowser> {
  await createMember(stack, email, role);
  await browser.join({ email, password: `${email} secret` }, role);
  return browser;
}

/** A browser that belongs to no team yet, but knows where it is. */
export function browserOf({ url, publishableKey: key }: Stack, number: number): TeamBrowser {
  return new TeamBrowser({ url, key }, number);
}
