import { isShared } from '../core/self-test-project.ts';
import type { CommandChanges } from '../core/commands/changes.ts';
import type { ErrorLogRow, TicketRow } from '../core/rows.ts';
import type { AliasRow, SightingRow, SignatureStateRow } from '../core/signature-rows.ts';
import type { VigieDatabase } from './database.ts';
import { enqueue } from './outbox.ts';
import { keepServerRows } from './provisional.ts';
import { hasTeam } from './team.ts';

/** Occurrences that were just stored, and what this install makes of them. */
export interface StoredFacts {
  errors: readonly ErrorLogRow[];
  sightings: readonly SightingRow[];
  tickets: readonly TicketRow[];
  aliases: readonly AliasRow[];
  states: readonly SignatureStateRow[];
}

/** What of these goes to the team, and what it decides about. Call before they are written, in the same transaction, over `teamTables`. */
export async function noteFacts(db: VigieDatabase, facts: StoredFacts): Promise<void> {
  if (!(await hasTeam(db))) return;
  const errors = facts.errors.filter(({ metadata }) => isShared(metadata.project));
  const sightings = facts.sightings.filter(({ project }) => isShared(project));
  await enqueue(db, 'cm_error_logs', idsOf(errors));
  await enqueue(db, 'cm_error_sightings', idsOf(sightings));
  await keepServerRows(db, 'cm_support_tickets', idsOf(facts.tickets));
  await keepServerRows(db, 'cm_signature_aliases', idsOf(facts.aliases));
  await keepServerRows(db, 'cm_signature_states', idsOf(facts.states));
}

/** The same of a person's command, named by its id. The command row itself is written in the same transaction. */
export async function noteCommand(db: VigieDatabase, command: string): Promise<void> {
  await enqueue(db, 'cm_commands', [command]);
}

/** Keeps what the team knows of the rows that a command is about to change. */
export async function keepBeforeCommand(db: VigieDatabase, changes: CommandChanges): Promise<void> {
  await keepServerRows(db, 'cm_support_tickets', idsOf(changes.tickets), 'command');
  await keepServerRows(db, 'cm_signature_aliases', idsOf(changes.aliases), 'command');
  await keepServerRows(db, 'cm_signature_states', idsOf(changes.states), 'command');
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
