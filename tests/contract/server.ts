import * as v from 'valibot';
import type { CommandRow } from '../../src/core/commands/command.ts';
import type { Settings } from '../../src/core/settings.ts';
import type { Database } from '../stack/harness/databases.ts';
import { ask, type Role } from './team-database.ts';

const ANSWER = v.object({
  protocol: v.literal(1),
  now: v.string(),
  skew_ms: v.number(),
  refused: v.array(v.object({ table: v.string(), id: v.unknown(), code: v.string(), detail: v.nullable(v.string()) })),
  commands: v.array(
    v.object({
      id: v.string(),
      status: v.picklist(['applied', 'refused', 'known']),
      code: v.optional(v.string()),
      detail: v.optional(v.string()),
      ticket_id: v.nullable(v.string()),
    }),
  ),
});
type PushAnswer = v.InferOutput<typeof ANSWER>;

/** What is asked of a person's command; the rest of the row is the same for all. */
type Asked = Pick<CommandRow, 'id' | 'ticket_id' | 'operation' | 'arguments'> & Partial<CommandRow>;

/** The rules as the database has them. */
export class Server {
  readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  async push(batch: Record<string, unknown>, now: string, role: Role = 'reporter'): Promise<PushAnswer> {
    await ask(this.db, role, now);
    const sent = { protocol: 1, epoch: 1, sent_at: now, ...batch };
    const rows = await this.db.query<{ answer: unknown }>('select public.cm_push($1) as answer', [
      JSON.stringify(sent),
    ]);
    return v.parse(ANSWER, rows[0]?.answer);
  }

  /** Code and detail of the refusal; null for done. */
  async command(install: string, asked: Asked, now: string, role: Role = 'agent'): Promise<string | null> {
    const sent = { expected_status: null, author: `${role}@example.com`, created_at: now, ...asked };
    const { commands, refused } = await this.push({ install, commands: [sent] }, now, role);
    const refusal = commands[0]?.status === 'refused' ? commands[0] : refused[0];
    return refusal ? `${refusal.code} ${refusal.detail}` : null;
  }

  async sweep(now: string): Promise<void> {
    await ask(this.db, 'agent', now);
    await this.db.query('select public.cm_close_quiet_tickets()');
  }

  async setRules(tickets: Settings['tickets'], install: string, id: string, now: string): Promise<void> {
    const asked = { id, ticket_id: null, operation: 'setting', arguments: { key: 'tickets', value: tickets } };
    const refusal = await this.command(install, asked, now, 'admin');
    if (refusal !== null) throw new Error(refusal);
  }
}
