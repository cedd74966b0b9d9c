import { factsOfRow, ignoredBy } from '../core/ignore/ignore.ts';
import type { IgnoreRule } from '../core/ignore/rules.ts';
import { createRedactor } from '../core/redact/redactor.ts';
import { parseSetting, settingsFrom } from '../core/settings.ts';
import { MessageError } from '../messages/message-error.ts';
import type { IgnorePreview, MaskingPreview } from '../messages/protocol.ts';
import type { Handlers } from '../messages/router.ts';
import type { VigieDatabase } from '../storage/database.ts';
import { newestGroupsWithSample, type SampledGroup } from '../storage/samples.ts';
import { unusableRule } from './unusable-rules.ts';

/** Distinct errors that an ignore rule is tried on. */
const LOOKED_AT = 2_000;
const EXAMPLES = 5;

type Previews = Pick<Handlers, 'masking.preview' | 'ignore.preview'>;

/** What settings would do, before they are saved. Here, because the engine of people's own patterns is the background's alone. */
export function createPreviews(db: VigieDatabase): Previews {
  return {
    async 'masking.preview'({ settings, text }) {
      return previewMasking(settings, text);
    },
    async 'ignore.preview'({ rule }) {
      const ignore = readSettings('ignore', { rules: [rule] }).ignore;
      const problem = unusableRule('ignore', ignore);
      const own = ignore.rules.map((each): IgnoreRule => ({ ...each, enabled: true, builtin: false }));
      return coverage(problem, own, await newestGroupsWithSample(db, LOOKED_AT));
    },
  };
}

function previewMasking(value: unknown, text: string): MaskingPreview {
  const redactor = createRedactor(readSettings('redaction', value).redaction);
  return { text: redactor.text(text), problems: redactor.problems.map(({ rule, problem }) => ({ rule, problem })) };
}

function readSettings(key: string, value: unknown) {
  const parsed = parseSetting(key, value);
  if (!parsed.ok) throw new MessageError(parsed.failure.code, `${key}: ${parsed.failure.detail}`);
  return settingsFrom([{ key, value: parsed.value, updated_at: '' }]).settings;
}

function coverage(problem: string | null, rules: readonly IgnoreRule[], list: readonly SampledGroup[]): IgnorePreview {
  const covered = list.filter(({ sample }) => ignoredBy(factsOfRow(sample), rules) !== null);
  return {
    problem,
    looked: list.length,
    errors: covered.length,
    occurrences: covered.reduce((sum, { group }) => sum + group.count, 0),
    examples: covered.slice(0, EXAMPLES).map(({ group: { project, signature, message, count } }) => ({
      project,
      signature,
      message,
      count,
    })),
  };
}
