import type { ErrorType } from '../rows.ts';

/** What a rule of one's own looks at. */
export type IgnoreField = 'message' | 'source' | 'host';

/** A rule of one's own: all conditions given must hold, and at least one must be given. */
export interface IgnoreMatch {
  /** Kinds it applies to; absent or empty: all. */
  types?: readonly ErrorType[];
  /** Text that the message, the source or the page's host contains, upper and lower case alike. */
  contains?: { field: IgnoreField; text: string };
  /** Pattern in RE2's syntax, with any of the flags `i`, `m`, `s`. */
  pattern?: { field: IgnoreField; source: string; flags?: string };
}

/** The built-in rules that take more than a text or a pattern; each is a function of `builtin.ts`. */
export type IgnoreCheck = 'extension-frame' | 'extension-text' | 'resize-observer' | 'favicon';

/** Something that is captured, counted and shown apart, but makes no ticket. */
export interface IgnoreRule {
  id: string;
  name: string;
  enabled: boolean;
  builtin: boolean;
  match: IgnoreMatch | { check: IgnoreCheck };
}

/** At most this many rules are looked at; the rest of a longer list is not. */
export const MAX_IGNORE_RULES = 500;

function builtin(id: string, name: string, match: IgnoreRule['match']): IgnoreRule {
  return { id: `builtin:${id}`, name, enabled: true, builtin: true, match };
}

/** The guide's three ("Erreurs ignorées (normales)") and the noise that every tool of this kind filters. Names are for diagnostics. */
export const DEFAULT_IGNORE_RULES: readonly IgnoreRule[] = [
  builtin('webpage-content-reporter', 'webpage_content_reporter', {
    pattern: { field: 'message', source: 'webpage_content_reporter' },
  }),
  builtin('validation-status-column', 'validation_status column not found', {
    pattern: { field: 'message', source: missingColumn('validation_status'), flags: 'is' },
  }),
  builtin('monitoring-start-column', 'monitoring_start column not found', {
    pattern: { field: 'message', source: missingColumn('monitoring_start'), flags: 'is' },
  }),
  builtin('extension-frame', 'Browser extension (crashing frame)', { check: 'extension-frame' }),
  builtin('extension-text', 'Browser extension (message without frames)', { check: 'extension-text' }),
  builtin('resize-observer', 'ResizeObserver loop', { check: 'resize-observer' }),
  builtin('favicon', 'favicon', { check: 'favicon' }),
];

/** The texts of PostgREST ("Could not find the 'x' column of …"), Postgres ("column t.x does not exist") and of people. */
function missingColumn(name: string): string {
  const column = `\\b${name}\\b`;
  const trouble = "(?:does not exist|not found|could not find|n'existe pas|introuvable|missing)";
  return `${column}.{0,80}\\bcolumn\\b.{0,40}not found|\\bcolumn\\b.{0,80}${column}.{0,80}${trouble}|could not find.{0,40}${column}.{0,20}column|colonne.{0,80}${column}.{0,80}${trouble}|${column} column`;
}
