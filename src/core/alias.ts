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
