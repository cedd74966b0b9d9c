import { aliasId } from '../core/alias.ts';
import type { CommandContext, CommandResult, TicketScope } from '../core/commands/changes.ts';
import { correctionRow, noteCorrection, type Correction } from '../core/commands/correct.ts';
import { resolveError, type ErrorResolution } from '../core/commands/resolve-error.ts';
import type { CorrectionRow, TicketRow } from '../core/rows.ts';
import { signatureStateId, type SignatureKey } from '../core/signature-state.ts';
import type { CommandFailure } from './command-apply.ts';
import { ticketScope } from './command-scope.ts';
import type { VigieDatabase } from './database.ts';
import { survivorOf } from './merged-tickets.ts';
import { changedTables, saveChanges } from './save-changes.ts';
import { enqueue } from './outbox.ts';
import { keepServerRows } from './provisional.ts';
import { noteCommand } from './team-changes.ts';

/** Resolves an error (and its ticket), or takes that back. `ticket` is null where it has none. */
export function carryOutResolution(
  db: VigieDatabase,
  key: SignatureKey,
  resolution: ErrorResolution,
  context: CommandContext,
): Promise<{ ticket: TicketRow | null } | { failure: CommandFailure }> {
  return db.transaction('rw', changedTables(db), async () => {
    const scope = await scopeOf(db, key);
    const known = scope ?? (await db.groups.get([key.project, key.signature]));
    if (!known) return { failure: { code: 'unknown-error', detail: key.signature } };
    if (await db.cm_commands.get(context.id)) return { ticket: scope?.ticket ?? null };
    await noteCommand(db, context.id);
    const failure = await resolveAndSave(db, key, resolution, context);
    if (failure) return { failure };
    await addCommand(db, 'resolve-error', scope, { ...key, ...resolution }, context);
    return { ticket: (scope && (await db.cm_support_tickets.get(scope.ticket.id))) ?? null };
  });
}

/** Notes corrections, all of them or none. One that was noted before, by its id, is left as it is. */
export function logCorrections(
  db: VigieDatabase,
  corrections: readonly Correction[],
  contextOf: (correction: Correction) => CommandContext,
): Promise<{ rows: CorrectionRow[] } | { failure: CommandFailure }> {
  return db.transaction('rw', changedTables(db), async () => {
    const errors = await db.cm_error_logs.bulkGet(corrections.map(({ errorId }) => errorId));
    const unknown = corrections.find((_, index) => !errors[index]);
    if (unknown) return { failure: { code: 'unknown-error', detail: unknown.errorId } };
    const rows: CorrectionRow[] = [];
    for (const [index, correction] of corrections.entries()) {
      const error = errors[index];
      if (!error) continue;
      const stored = await db.cm_error_corrections.get(correction.id);
      const row = stored ?? correctionRow(correction, error, contextOf(correction));
      rows.push(row);
      if (!stored) await addCorrection(db, row, correction, error.metadata, contextOf(correction));
    }
    return { rows };
  });
}

async function addCorrection(
  db: VigieDatabase,
  row: CorrectionRow,
  correction: Correction,
  { project, signature }: SignatureKey,
  context: CommandContext,
): Promise<void> {
  const scope = await scopeOf(db, { project, signature });
  await enqueue(db, 'cm_error_corrections', [row.id]);
  await noteCommand(db, context.id);
  await keepServerRows(db, 'cm_error_corrections', [row.id], 'command');
  await db.cm_error_corrections.add(row);
  await save(db, noteCorrection(scope, correction, context), context);
  if (correction.resolves === true) {
    const resolution = { resolved: true, note: correction.description, release: '' };
    await resolveAndSave(db, { project, signature }, resolution, context);
  }
  await addCommand(db, 'correction', scope, { error: row.error_id, resolves: correction.resolves === true }, context);
}

async function resolveAndSave(
  db: VigieDatabase,
  key: SignatureKey,
  resolution: ErrorResolution,
  context: CommandContext,
): Promise<CommandFailure | null> {
  const [scope, state] = await Promise.all([
    scopeOf(db, key),
    db.cm_signature_states.get(signatureStateId(key.project, key.signature)),
  ]);
  return save(db, resolveError(key, state ?? null, scope, resolution, context), context);
}

async function save(db: VigieDatabase, result: CommandResult, { now }: CommandContext): Promise<CommandFailure | null> {
  if ('refusal' in result) return result.refusal;
  await saveChanges(db, result.changes, now);
  return null;
}

/** Of the ticket that a signature leads to. */
async function scopeOf(db: VigieDatabase, { project, signature }: SignatureKey): Promise<TicketScope | null> {
  const alias = await db.cm_signature_aliases.get(aliasId(project, signature));
  const ticket = alias && (await survivorOf(db, alias.ticket_id));
  return ticket ? ticketScope(db, ticket) : null;
}

async function addCommand(
  db: VigieDatabase,
  operation: string,
  scope: TicketScope | null,
  args: Record<string, unknown>,
  { id, author, now }: CommandContext,
): Promise<void> {
  await db.cm_commands.add({
    id,
    ticket_id: scope?.ticket.id ?? null,
    operation,
    arguments: args,
    expected_status: scope?.ticket.statut ?? null,
    author,
    created_at: now,
  });
}
