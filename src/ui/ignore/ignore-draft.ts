import type { IgnoreField, IgnoreMatch } from '../../core/ignore/rules.ts';
import type { ErrorType } from '../../core/rows.ts';
import type { Settings } from '../../core/settings.ts';

export type OwnRule = Settings['ignore']['rules'][number];

/** A rule as its form holds it: one kind or any, and one condition. */
export interface IgnoreDraft {
  name: string;
  /** '' stands for any. */
  type: ErrorType | '';
  field: IgnoreField;
  how: 'contains' | 'pattern';
  text: string;
  ignoreCase: boolean;
}

export const NEW_IGNORE: IgnoreDraft = {
  name: '',
  type: '',
  field: 'message',
  how: 'contains',
  text: '',
  ignoreCase: true,
};

/** The form of a rule; null for one that it has no room for (several kinds, two conditions, other flags: from an import). */
export function draftOf({ name, match }: OwnRule): IgnoreDraft | null {
  const { types = [], contains, pattern } = match;
  const [type = '', ...others] = types;
  const flags = pattern?.flags ?? '';
  if (others.length > 0 || (contains && pattern) || !/^i?$/.test(flags)) return null;
  const condition = contains
    ? { field: contains.field, how: 'contains' as const, text: contains.text, ignoreCase: true }
    : pattern
      ? { field: pattern.field, how: 'pattern' as const, text: pattern.source, ignoreCase: flags === 'i' }
      : { field: 'message' as const, how: 'contains' as const, text: '', ignoreCase: true };
  return { name, type, ...condition };
}

/** What the form says; null while it says nothing, which would be everything. */
export function matchOf({ type, field, how, text, ignoreCase }: IgnoreDraft): OwnRule['match'] | null {
  const types = type === '' ? [] : [type];
  const empty = how === 'contains' ? text.trim() === '' : text === '';
  if (empty && types.length === 0) return null;
  return { ...(types.length > 0 && { types }), ...(!empty && conditionOf({ field, how, text, ignoreCase })) };
}

function conditionOf({ field, how, text, ignoreCase }: Pick<IgnoreDraft, 'field' | 'how' | 'text' | 'ignoreCase'>) {
  if (how === 'contains') return { contains: { field, text: text.trim() } };
  return { pattern: { field, source: text, ...(ignoreCase && { flags: 'i' }) } };
}

/** A rule without a name is called by its condition. */
export function nameOf({ name, match }: { name: string; match: IgnoreMatch }): string {
  return name || match.contains?.text || match.pattern?.source || (match.types ?? []).join(', ');
}
