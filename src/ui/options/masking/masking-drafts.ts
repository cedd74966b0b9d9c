import type { RedactionRule } from '../../../core/redact/redactor.ts';
import type { Settings } from '../../../core/settings.ts';

/** A masking rule as its form holds it. */
export interface MaskingDraft {
  name: string;
  pattern: string;
  ignoreCase: boolean;
  /** Flags that the form has no control for: kept as they are. */
  otherFlags: string;
  replacement: string;
}

export const NEW_RULE: MaskingDraft = { name: '', pattern: '', ignoreCase: false, otherFlags: '', replacement: '' };

export function draftsOf({ rules }: Settings['redaction']): MaskingDraft[] {
  return rules.map(({ name = '', pattern, flags = '', replacement = '' }) => ({
    name,
    pattern,
    ignoreCase: flags.includes('i'),
    otherFlags: flags.replaceAll('i', ''),
    replacement,
  }));
}

export function rulesOf(drafts: readonly MaskingDraft[]): RedactionRule[] {
  return drafts.map(({ name, pattern, ignoreCase, otherFlags, replacement }) => {
    const flags = `${ignoreCase ? 'i' : ''}${otherFlags}`;
    return {
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      pattern,
      ...(flags === '' ? {} : { flags }),
      ...(replacement === '' ? {} : { replacement }),
    };
  });
}
