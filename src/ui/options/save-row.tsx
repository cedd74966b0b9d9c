import { commonTexts } from '../../platform/texts/common.ts';
import type { CommandState } from '../data/use-command.ts';
import { Button } from '../design/button.tsx';
import { useTranslator } from '../shell/language.tsx';
import { SaveStatus } from './save-status.tsx';

/** The end of a form: its button, and what became of the last save until something is changed again. */
export function SaveRow({ state, changed }: { state: CommandState; changed: boolean }) {
  const { t } = useTranslator();
  const busy = state.state === 'busy';
  return (
    <div class="form-actions">
      <Button kind="primary" type="submit" busy={busy} disabled={!changed && !busy}>
        {t(commonTexts.save)}
      </Button>
      <SaveStatus state={changed && state.state === 'done' ? { state: 'idle' } : state} />
    </div>
  );
}
