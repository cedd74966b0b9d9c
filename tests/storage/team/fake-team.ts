import {
  TEAM_SQL_VERSION,
  type PulledTable,
  type PullAnswer,
  type PushedRows,
  type Refusal,
} from '../../../src/core/sync/protocol.ts';
import { newAlias } from '../../../src/core/alias.ts';
import type { AliasRow } from '../../../src/core/signature-rows.ts';
import { applyOccurrences } from '../../../src/storage/apply.ts';
import { carryOut } from '../../../src/storage/command-apply.ts';
import type { VigieDatabase } from '../../../src/storage/database.ts';
import { createTicket } from '../../../src/storage/create-ticket.ts';
import { parseCommand } from '../../../src/core/commands/command-schema.ts';
import { saveSetting } from '../../../src/storage/preferences.ts';
import { context, NOW, settings } from '../../core/samples.ts';
import { captured, freshDatabase } from '../support.ts';

type Row = { id?: string; key?: string; [key: string]: unknown };

const COMES_DOWN = [
  'cm_support_tickets',
  'cm_support_ticket_history',
  'cm_signature_aliases',
  'cm_signature_states',
  'cm_error_sightings',
  'cm_error_corrections',
  'cm_settings',
  'cm_notifications',
] as const satisfies readonly PulledTable[];

/**
 * A stand-in for the team's database: the same rules, run by the engine of this very project on a database without a team. Rows come down
 * in the order in which they changed last.
 */
export class FakeTeam {
  readonly db: VigieDatabase = freshDatabase();
  epoch = 'epoch-1';
  /** Ids of rows that it will not have. */
  readonly refuses = new Set<string>();
  private readonly commands = new Map<string, Refusal | null>();
  private readonly log: { table: PulledTable; id: string; text: string }[] = [];

  async push(
    { sites, sightings, errors, commands, corrections, moved }: PushedRows,
    install: string,
  ): Promise<Refusal[]> {
    const refused: Refusal[] = [];
    await this.db.cm_sites.bulkPut(sites);
    await this.db.cm_error_corrections.bulkPut(corrections);
    for (const { project, signature, ticket_id } of moved) {
      if (ticket_id === undefined) continue;
      const alias: AliasRow = { ...newAlias(project, signature, ticket_id, NOW), reason: 'algorithm' };
      if (!(await this.db.cm_signature_aliases.get(alias.id))) await this.db.cm_signature_aliases.add(alias);
    }
    for (const error of errors) {
      if (this.refuses.has(error.id)) {
        refused.push({ table: 'cm_error_logs', id: error.id, code: 'unstorable', detail: '' });
        continue;
      }
      const { page: _page, ...metadata } = error.metadata;
      await applyOccurrences(this.db, [captured({ ...error, metadata })], { ...context(), install });
    }
    // The engine counted by itself: what the installs say counts.
    await this.db.cm_error_sightings.bulkPut(sightings);
    for (const command of commands) {
      const known = this.commands.get(command.id);
      const outcome = known === undefined ? await this.carryOut(command) : known;
      this.commands.set(command.id, outcome);
      if (outcome) refused.push(outcome);
    }
    await this.noteChanges();
    return refused;
  }

  private async carryOut(command: PushedRows['commands'][number]): Promise<Refusal | null> {
    const refusal = (code: string): Refusal => ({ table: 'cm_commands', id: command.id, code, detail: '' });
    if (this.refuses.has(command.id)) return refusal('role-required');
    const at = { id: command.id, now: NOW, author: 'team@example.com', onBehalfOf: '', settings: settings() };
    if (command.operation === 'setting') {
      const { key, value } = command.arguments;
      const failure = await saveSetting(this.db, String(key), value, NOW);
      return failure && refusal(failure.code);
    }
    if (command.operation === 'create') {
      const outcome = await createTicket(this.db, command.arguments, at);
      return 'failure' in outcome ? refusal(outcome.failure.code) : null;
    }
    const parsed = parseCommand({ op: command.operation, ...command.arguments });
    if ('reason' in parsed || command.ticket_id === null) return refusal('unknown-operation');
    const asked = { ticket: command.ticket_id, command: parsed.command, expected: command.expected_status };
    const outcome = await carryOut(this.db, asked, at);
    return 'failure' in outcome ? refusal(outcome.failure.code) : null;
  }

  /** Something that somebody else does to a row, or the table editor. */
  async change(work: (db: VigieDatabase) => Promise<unknown>): Promise<void> {
    await work(this.db);
    await this.noteChanges();
  }

  private async noteChanges(): Promise<void> {
    for (const table of COMES_DOWN) {
      const rows: Row[] = await this.db.table<Row>(table).toArray();
      for (const row of rows) {
        const text = JSON.stringify(row);
        const id = row.id ?? row.key ?? '';
        const latest = this.log.findLast((entry) => entry.table === table && entry.id === id);
        if (latest?.text !== text) this.log.push({ table, id, text });
      }
    }
  }

  /** A restored backup: what was told since is lost. */
  async lose(work: (db: VigieDatabase) => Promise<unknown>): Promise<void> {
    await work(this.db);
    this.epoch = `${this.epoch}'`;
    this.log.length = 0;
    this.commands.clear();
    await this.noteChanges();
  }

  pull(cursor: unknown, limit = 3): PullAnswer {
    const [epoch, position] = typeof cursor === 'string' ? cursor.split(' ') : [this.epoch, '0'];
    const reset = epoch !== this.epoch;
    const from = reset ? 0 : Number(position);
    const page = this.log.slice(from, from + limit);
    const rows: Record<string, unknown[]> = {};
    for (const { table, text } of page) (rows[table] ??= []).push(JSON.parse(text));
    return {
      now: NOW,
      epoch: this.epoch,
      reset,
      more: from + page.length < this.log.length,
      cursor: `${this.epoch} ${from + page.length}`,
      member: { email: 'qa@example.com', role: 'agent' },
      rows,
      gone: [],
      unread: 0,
      sqlVersion: TEAM_SQL_VERSION,
    };
  }
}
