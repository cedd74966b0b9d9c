import type { SignatureStateRow } from '../signature-rows.ts';
import { resolvedState, unresolvedState, type SignatureKey } from '../signature-state.ts';
import { isSettled } from '../monitoring.ts';
import { changes, UNCHANGED, type CommandContext, type CommandResult, type TicketScope } from './changes.ts';
import { changeStatus, resolveTicket } from './status.ts';

export interface ErrorResolution {
  resolved: boolean;
  note: string;
  /** The release that has the fix; '' when nobody says. */
  release: string;
}

/**
 * Resolves an error and with it its ticket, or says that it is not resolved after all. An error whose ticket is closed already, or that
 * has none, is resolved alone.
 *
 * @param scope of its ticket; null without one.
 */
export function resolveError(
  key: SignatureKey,
  state: SignatureStateRow | null,
  scope: TicketScope | null,
  { resolved, note, release }: ErrorResolution,
  context: CommandContext,
): CommandResult {
  if (scope && resolved && scope.ticket.statut !== 'ferme') {
    return resolveTicket(scope, { op: 'resolve', note, release }, context);
  }
  if (scope && !resolved && isSettled(scope.ticket.statut)) {
    return changeStatus(scope, { op: 'status', to: 'ouvert', note }, context);
  }
  return resolveAlone(key, state, { resolved, release }, context.now);
}

function resolveAlone(
  key: SignatureKey,
  state: SignatureStateRow | null,
  { resolved, release }: Pick<ErrorResolution, 'resolved' | 'release'>,
  now: string,
): CommandResult {
  if ((state?.resolved ?? false) === resolved) return UNCHANGED;
  if (resolved) return changes({ states: [resolvedState(state, key, release === '' ? undefined : release, now)] });
  return changes({ states: state ? [unresolvedState(state, now)] : [] });
}
