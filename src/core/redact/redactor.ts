import { ALWAYS } from './detectors.ts';
import { MAX_REPLACEMENT, MAX_RULES } from './limits.ts';
import { maskParts, maskWith, SIGNATURE_SAFE } from './secrets.ts';
import { REDACTED } from './spans.ts';
import { wholeAddressSecrets } from './urls.ts';
import { compilePattern, type PatternProblem, type UserPattern } from './user-pattern.ts';

/** What a person wants hidden beside the built-in kinds. */
export interface RedactionRule {
  name?: string;
  /** In RE2's syntax, see `user-pattern.ts`. */
  pattern: string;
  /** Any of `i`, `m`, `s`. */
  flags?: string;
  /** Literal; '' stands for the marker. */
  replacement?: string;
}

export interface RedactionSettings {
  /** Whether e-mail addresses are masked. `metadata.client_email` never is. */
  emails: boolean;
  rules: readonly RedactionRule[];
}

export const DEFAULT_REDACTION: RedactionSettings = { emails: true, rules: [] };

/** Stands for a text that could not be redacted: it is dropped, not stored. */
export const RULE_ERROR = '[redacted: rule error]';

/** Why a rule does not work; while there is one, every text is dropped. */
export interface RedactionProblem {
  /** Place in the settings, from 0. */
  rule: number;
  name: string;
  problem: PatternProblem | 'too-many-rules' | 'replacement-too-long' | 'unreadable';
}

export interface Redactor {
  /** The text without secrets. Never throws. */
  text: (value: string) => string;
  /** The same for a text that is an address as a whole. */
  url: (value: string) => string;
  /** The same for several texts that belong together in this order, such as a call's arguments: a name may stand in one, its value in the next. */
  texts: (values: readonly string[]) => string[];
  readonly problems: readonly RedactionProblem[];
}

/** A redactor for these settings, whatever their state: what cannot be read is reported and makes the redactor drop every text. */
export function createRedactor(settings: RedactionSettings): Redactor {
  const given: { emails?: unknown; rules?: unknown } = settings ?? {};
  const { rules, problems } = readRules(given.rules);
  const detectors = given.emails === false ? ALWAYS : SIGNATURE_SAFE;
  const broken = problems.length > 0;
  const guarded = (value: string, mask: () => string): string => {
    if (value === '') return value;
    if (broken) return RULE_ERROR;
    try {
      return withRules(mask(), rules);
    } catch {
      return RULE_ERROR;
    }
  };
  return {
    problems,
    text: (value) => guarded(value, () => maskWith(value, detectors)),
    url: (value) => guarded(value, () => maskWith(value, detectors, [wholeAddressSecrets])),
    texts: (values) => maskParts(values, detectors).map((masked, index) => guarded(values[index] ?? '', () => masked)),
  };
}

interface CompiledRule {
  pattern: UserPattern;
  replacement: string;
}

function withRules(text: string, rules: readonly CompiledRule[]): string {
  let out = text;
  for (const { pattern, replacement } of rules) out = pattern.replaceAll(out, replacement);
  return out;
}

function readRules(list: unknown): { rules: CompiledRule[]; problems: RedactionProblem[] } {
  const rules: CompiledRule[] = [];
  const problems: RedactionProblem[] = [];
  const given: readonly unknown[] = Array.isArray(list) ? list : [null];
  for (const [index, rule] of given.entries()) {
    const read = index < MAX_RULES ? readRule(rule) : 'too-many-rules';
    if (typeof read === 'string') problems.push({ rule: index, name: nameOf(rule), problem: read });
    else rules.push(read);
  }
  return { rules, problems };
}

function readRule(rule: unknown): CompiledRule | RedactionProblem['problem'] {
  if (!isRule(rule)) return 'unreadable';
  const replacement = rule.replacement || REDACTED;
  if (replacement.length > MAX_REPLACEMENT) return 'replacement-too-long';
  const result = compilePattern(rule.pattern, rule.flags);
  return result.ok ? { pattern: result.pattern, replacement } : result.problem;
}

function isRule(rule: unknown): rule is RedactionRule {
  if (typeof rule !== 'object' || rule === null) return false;
  const { pattern, flags, replacement }: { pattern?: unknown; flags?: unknown; replacement?: unknown } = rule;
  return typeof pattern === 'string' && isOptionalText(flags) && isOptionalText(replacement);
}

function isOptionalText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function nameOf(rule: unknown): string {
  const name: unknown = typeof rule === 'object' && rule !== null && 'name' in rule ? rule.name : '';
  return typeof name === 'string' ? name : '';
}
