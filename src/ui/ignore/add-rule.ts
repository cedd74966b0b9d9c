import { changeIgnore } from './change-ignore.ts';
import type { OwnRule } from './ignore-draft.ts';

/** Adds an ignore rule to those that are stored. */
export function addIgnoreRule(rule: OwnRule): Promise<void> {
  return changeIgnore((now) => ({ ...now, rules: [...now.rules, rule] }));
}

/** Takes a rule out of those that are stored. */
export function removeIgnoreRule(id: string): Promise<void> {
  return changeIgnore((now) => ({ ...now, rules: now.rules.filter((rule) => rule.id !== id) }));
}
