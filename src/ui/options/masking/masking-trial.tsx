import type { MaskingPreview } from '../../../messages/protocol.ts';
import { maskingTexts as texts } from '../../../platform/texts/masking.ts';
import { failureSentence } from '../../data/use-command.ts';
import type { Preview } from '../../data/use-preview.ts';
import { Field } from '../../design/field.tsx';
import { visibleText } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';

interface MaskingTrialProps {
  sample: string;
  /** A rule cannot work. */
  broken: boolean;
  preview: Preview<MaskingPreview>;
  onInput: (sample: string) => void;
}

/** A text of the person's own, and what would be stored of it. */
export function MaskingTrial({ sample, broken, preview, onInput }: MaskingTrialProps) {
  const translator = useTranslator();
  const { t } = translator;
  return (
    <>
      <Field label={t(texts.trial)} hint={t(texts.trialHint)}>
        {(control) => (
          <textarea
            {...control}
            class="input"
            rows={3}
            maxLength={20_000}
            spellcheck={false}
            value={sample}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="field">
        <span class="field-label">{t(texts.result)}</span>
        <output class="trial-result" dir="auto">
          {sample === '' && <span class="muted">{t(texts.resultNone)}</span>}
          {sample !== '' && preview.state === 'failed' && failureSentence(translator, preview.error)}
          {sample !== '' &&
            preview.state === 'ready' &&
            (broken ? t(texts.resultBroken) : visibleText(preview.data.text))}
        </output>
      </div>
    </>
  );
}
