import { CircleCheck, CircleX } from 'lucide-preact';
import { optionsTexts } from '../../platform/texts/options.ts';
import { failureSentence, type CommandState } from '../data/use-command.ts';
import { Icon } from '../design/icon.tsx';
import { useTranslator } from '../shell/language.tsx';

/** Whether a change was saved: seen beside its control, and spoken. */
export function SaveStatus({ state }: { state: CommandState }) {
  const translator = useTranslator();
  const { t } = translator;
  return (
    <span class="save-status" role="status">
      {state.state === 'done' && (
        <span class="save-done">
          <Icon of={CircleCheck} />
          {t(optionsTexts.saved)}
        </span>
      )}
      {state.state === 'failed' && (
        <span class="field-error">
          <Icon of={CircleX} />
          <span>
            {t(optionsTexts.notSaved)}
            {'. '}
            {failureSentence(translator, state.error)}
          </span>
        </span>
      )}
    </span>
  );
}
