import { deterministicId } from './ids.ts';
import type { SignatureStateRow } from './signature-rows.ts';

/** Which signature of which project. */
export type SignatureKey = Pick<SignatureStateRow, 'project' | 'signature'>;

export function signatureStateId(project: string, signature: string): string {
  return deterministicId('state', project, signature);
}

/** What is decided about a signature once somebody resolved it; since when stays. `release`: the one that has the fix. */
export function resolvedState(
  state: SignatureStateRow | null,
  key: SignatureKey,
  release: string | undefined,
  now: string,
): SignatureStateRow {
  const known = state ?? undecided(key, now);
  const { resolved_at, resolved_in } = known;
  return {
    ...known,
    resolved: true,
    resolved_at: resolved_at ?? now,
    resolved_in: release ?? resolved_in,
    updated_at: now,
  };
}

/** The same when it is back, or was not resolved after all. */
export function unresolvedState(state: SignatureStateRow, now: string): SignatureStateRow {
  return { ...state, resolved: false, resolved_at: null, resolved_in: null, updated_at: now };
}

function undecided({ project, signature }: SignatureKey, now: string): SignatureStateRow {
  return {
    id: signatureStateId(project, signature),
    project,
    signature,
    resolved: false,
    resolved_at: null,
    resolved_in: null,
    ignored: false,
    updated_at: now,
  };
}
