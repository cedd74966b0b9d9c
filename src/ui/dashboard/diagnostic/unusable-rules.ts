import { createRedactor } from '../../../core/redact/redactor.ts';
import { compilePattern } from '../../../core/redact/user-pattern.ts';
import type { SettingFailure, Settings } from '../../../core/settings.ts';

/**
 * Settings that can be read and hold a rule that cannot work: no form lets one through, but an import does. Such a masking rule makes
 * every text be dropped; such an ignore rule covers nothing, and keeps the others from being saved.
 */
export function unusableRules({ redaction, ignore }: Settings): SettingFailure[] {
  const [masking] = createRedactor(redaction).problems;
  const ignoring = ignore.rules.flatMap(({ match: { pattern } }, rule) => {
    const compiled = pattern && compilePattern(pattern.source, pattern.flags);
    return compiled && !compiled.ok ? [{ rule, problem: compiled.problem }] : [];
  });
  return [...failure('redaction', masking), ...failure('ignore', ignoring[0])];
}

function failure(key: string, found: { rule: number; problem: string } | undefined): SettingFailure[] {
  return found ? [{ code: 'invalid-setting', key, detail: `rule ${found.rule}: ${found.problem}` }] : [];
}
