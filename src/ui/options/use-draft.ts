import { useState } from 'preact/hooks';

/**
 * A copy of stored values that a person edits before saving. It follows the stored ones (another tab may change them) until it
 * differs from them. Values are compared as JSON.
 */
export function useDraft<T>(stored: T): { draft: T; edit: (changes: Partial<T>) => void; changed: boolean } {
  const [state, setState] = useState({ base: stored, draft: stored });
  const same = (a: T, b: T) => JSON.stringify(a) === JSON.stringify(b);
  const untouched = same(state.draft, state.base);
  const draft = untouched ? stored : state.draft;
  return {
    draft,
    edit: (changes) => setState({ base: stored, draft: { ...draft, ...changes } }),
    changed: !same(draft, stored),
  };
}
