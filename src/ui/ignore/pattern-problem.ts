import type { Text } from '../../platform/i18n.ts';
import { maskingTexts } from '../../platform/texts/masking.ts';

const { byCode } = maskingTexts;
const KNOWN: Partial<Record<string, Text>> = byCode;

/** What is wrong with a pattern, as a sentence, by the background's word for it. */
export function patternProblem(problem: string): Text {
  return (Object.hasOwn(byCode, problem) ? KNOWN[problem] : undefined) ?? byCode.other;
}
