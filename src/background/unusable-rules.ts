import { createRedactor } from '../core/redact/redactor.ts';
import { compilePattern } from '../core/redact/user-pattern.ts';
import { parseSetting, settingsFrom } from '../core/settings.ts';

/**
 * The first rule of a setting that is well-formed and cannot work, with the reason; null if all do. Stored, a redaction rule like that
 * would make every text be dropped, and an ignore rule would silently cover nothing.
 */
export function unusableRule(key: string, value: unknown): string | null {
  if (!parseSetting(key, value).ok) return null;
  const { settings } = settingsFrom([{ key, value, updated_at: '' }]);
  if (key === 'redaction') {
    const [problem] = createRedactor(settings.redaction).problems;
    return problem === undefined ? null : `rule ${problem.rule}: ${problem.problem}`;
  }
  if (key === 'ignore') {
    for (const [index, { match }] of settings.ignore.rules.entries()) {
      const compiled = match.pattern && compilePattern(match.pattern.source, match.pattern.flags);
      if (compiled && !compiled.ok) return `rule ${index}: ${compiled.problem}`;
    }
  }
  return null;
}
