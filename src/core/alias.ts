import { deterministicId } from './ids.ts';
import type { AliasRow } from './signature-rows.ts';

/** One row for each signature of a project, so that a signature never leads to two tickets. */
export function aliasId(project: string, signature: string): string {
  return deterministicId('alias', project, signature);
}

/** The alias of a signature that gets its ticket. */
export function newAlias(project: string, signature: string, ticket_id: string, now: string): AliasRow {
  return {
    id: aliasId(project, signature),
    project,
    signature,
    ticket_id,
    previous_ticket_id: null,
    reason: 'creation',
    created_at: now,
    updated_at: now,
  };
}

/**
 * The alias once its ticket is part of another. A further merge leaves where it came from first: a merged ticket can be taken back
 * whatever became of the one that took it.
 */
export function mergedAlias(alias: AliasRow, into: string, now: string): AliasRow {
  if (alias.reason === 'merge') return { ...alias, ticket_id: into, updated_at: now };
  const { reason, previous_ticket_id } = alias;
  return {
    ...alias,
    ticket_id: into,
    previous_ticket_id: alias.ticket_id,
    reason: 'merge',
    before_merge: { reason, previous_ticket_id },
    updated_at: now,
  };
}

/** A merged alias as it was before the merge; null when it was not merged. */
export function unmergedAlias(alias: AliasRow, now: string): AliasRow | null {
  const { before_merge, previous_ticket_id, ...rest } = alias;
  if (before_merge === undefined || previous_ticket_id === null) return null;
  return { ...rest, ...before_merge, ticket_id: previous_ticket_id, updated_at: now };
}

/** The alias once somebody took its signature out of a ticket. */
export function splitAlias(alias: AliasRow, ticket_id: string, now: string): AliasRow {
  const { before_merge: _gone, ...rest } = alias;
  return { ...rest, ticket_id, previous_ticket_id: alias.ticket_id, reason: 'split', updated_at: now };
}
