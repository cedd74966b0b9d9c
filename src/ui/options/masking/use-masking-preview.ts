import { send } from '../../../messages/client.ts';
import type { MaskingPreview } from '../../../messages/protocol.ts';
import { usePreview, type Preview } from '../../data/use-preview.ts';
import { rulesOf, type MaskingDraft } from './masking-drafts.ts';

interface Drafted {
  emails: boolean;
  rules: readonly MaskingDraft[];
}

/** What the drafted settings make of a text, and the rules that cannot work, by their place: empty ones are known here already. */
export function useMaskingPreview({ emails, rules }: Drafted, text: string) {
  const places = rules.flatMap(({ pattern }, index) => (pattern === '' ? [] : [index]));
  const settings = { emails, rules: rulesOf(rules.filter(({ pattern }) => pattern !== '')) };
  const preview = usePreview(JSON.stringify({ settings, text }), () =>
    send({ type: 'masking.preview', settings, text }),
  );
  return { preview, problems: problemsOf(rules, places, preview) };
}

function problemsOf(
  rules: readonly MaskingDraft[],
  places: readonly number[],
  preview: Preview<MaskingPreview>,
): Map<number, string> {
  const found = preview.state === 'ready' ? preview.data.problems : [];
  const problems = new Map<number, string>();
  rules.forEach(({ pattern }, index) => {
    if (pattern === '') problems.set(index, 'empty');
  });
  for (const { rule, problem } of found) {
    const place = places[rule];
    if (place !== undefined) problems.set(place, problem);
  }
  return problems;
}
