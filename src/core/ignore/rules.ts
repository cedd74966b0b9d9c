import type { ErrorType } from '../rows.ts';

/** What a rule of one's own looks at: `host` is that of the page, with its port if it has one. */
export type IgnoreField = 'message' | 'source' | 'host';

/** A rule of one's own: all conditions given must hold, and at least one must be given. */
export interface IgnoreMatch {
  /** Kinds it applies to; absent or empty: all. */
  types?: readonly ErrorType[];
  /** Text that the field contains, upper and lower case alike. */
  contains?: { field: IgnoreField; text: string };
  /** Pattern that the field holds, in RE2's syntax, with any of the flags `i`, `m`, `s`; see `redact/user-pattern.ts`. */
  pattern?: { field: IgnoreField; source: string; flags?: string };
}

/** The built-in rules: each is a function of `builtin.ts`. */
export const IGNORE_CHECKS = [
  'webpage-content-reporter',
  'validation-status-column',
  'monitoring-start-column',
  'extension-frame',
  'extension-text',
  'resize-observer',
  'favicon',
] as const;
export type IgnoreCheck = (typeof IGNORE_CHECKS)[number];

/** Something that is captured, counted and shown apart, but makes no ticket. */
export interface IgnoreRule {
  id: string;
  name: string;
  enabled: boolean;
  builtin: boolean;
  match: IgnoreMatch | { check: IgnoreCheck };
}

/** At most this many rules are looked at; what a longer list has beyond is not. */
export const MAX_IGNORE_RULES = 500;

/** For diagnostics; a screen has names of its own in the reader's language, by id. */
const NAMES: Record<IgnoreCheck, string> = {
  'webpage-content-reporter': 'webpage_content_reporter',
  'validation-status-column': 'validation_status column not found',
  'monitoring-start-column': 'monitoring_start column not found',
  'extension-frame': 'Browser extension (crashing frame)',
  'extension-text': 'Browser extension (message without frames)',
  'resize-observer': 'ResizeObserver loop',
  favicon: 'favicon',
};

/** The guide's three ("Erreurs ignorées (normales)"), then the noise that is nobody's bug. All can be switched off. */
export const DEFAULT_IGNORE_RULES: readonly IgnoreRule[] = IGNORE_CHECKS.map((check) => ({
  id: `builtin:${check}`,
  name: NAMES[check],
  enabled: true,
  builtin: true,
  match: { check },
}));
