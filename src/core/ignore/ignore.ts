import type { CapturedFacts } from '../occurrence.ts';
import type { ErrorLogRow } from '../rows.ts';
import { compilePattern, type UserPattern } from '../redact/user-pattern.ts';
import { passesCheck } from './builtin.ts';
import { MAX_IGNORE_RULES, type IgnoreField, type IgnoreMatch, type IgnoreRule } from './rules.ts';

/** The first enabled rule that covers an occurrence, or null. A rule that cannot be read covers nothing. Never throws. */
export function ignoredBy(facts: CapturedFacts, rules: readonly IgnoreRule[]): IgnoreRule | null {
  for (const rule of rules.slice(0, MAX_IGNORE_RULES)) {
    try {
      if (rule.enabled && covers(rule.match, facts)) return rule;
    } catch {
      // A broken rule must not hide an error, nor keep the others from being looked at.
      continue;
    }
  }
  return null;
}

/** What is stored of an occurrence, as the rules look at it. Its texts are redacted: a rule about a secret finds nothing in them. */
export function factsOfRow({ error_type, message, source, stack_trace, metadata }: ErrorLogRow): CapturedFacts {
  const { browser, name, line, column, url, http, console_args } = metadata;
  return {
    browser,
    error_type,
    message,
    name,
    source,
    line,
    column,
    stack: stack_trace,
    page_url: url,
    ...(http === undefined ? {} : { http }),
    ...(console_args === undefined ? {} : { console_args }),
  };
}

function covers(match: IgnoreRule['match'], facts: CapturedFacts): boolean {
  if ('check' in match) return passesCheck(match.check, facts);
  const { types = [], contains, pattern } = match;
  if (types.length === 0 && !contains && !pattern) return false;
  if (types.length > 0 && !types.includes(facts.error_type)) return false;
  return (!contains || holds(contains, facts)) && (!pattern || fits(pattern, facts));
}

function fits(pattern: NonNullable<IgnoreMatch['pattern']>, facts: CapturedFacts): boolean {
  return compiled(pattern)?.test(field(facts, pattern.field)) ?? false;
}

function holds(contains: NonNullable<IgnoreMatch['contains']>, facts: CapturedFacts): boolean {
  const wanted = contains.text.trim().toLowerCase();
  return wanted !== '' && field(facts, contains.field).toLowerCase().includes(wanted);
}

function field(facts: CapturedFacts, name: IgnoreField): string {
  if (name === 'message') return facts.message;
  return name === 'source' ? facts.source : hostOf(facts.page_url);
}

/** Host with port, '' for an address without one. */
function hostOf(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(address.slice(0, 2_100))?.[1] ?? '';
}

/** Compiled once per rule object: settings are read once and then used for every occurrence. */
const CACHE = new WeakMap<object, UserPattern | null>();

function compiled(pattern: NonNullable<IgnoreMatch['pattern']>): UserPattern | null {
  const known = CACHE.get(pattern);
  if (known !== undefined) return known;
  const result = compilePattern(pattern.source, pattern.flags);
  const made = result.ok ? result.pattern : null;
  CACHE.set(pattern, made);
  return made;
}
