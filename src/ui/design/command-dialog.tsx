import type { ComponentChildren } from 'preact';
import { commonTexts } from '../../platform/texts/common.ts';
import { failureSentence, type CommandState } from '../data/use-command.ts';
import { useTranslator } from '../shell/language.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { FieldError } from './field.tsx';

interface CommandDialogProps {
  title: string;
  /** Says what the button does. */
  submit: string;
  state: CommandState;
  /** What is missing or wrong in the fields; nothing is sent then. */
  problem?: string | null;
  onSubmit: () => void;
  onClose: () => void;
  wide?: boolean;
  children: ComponentChildren;
}

/** A question whose answer is a command. A refusal is said in the dialog, which stays as it is with all that was typed. */
export function CommandDialog(props: CommandDialogProps) {
  const translator = useTranslator();
  const { title, submit, state, problem = null, onSubmit, onClose, wide = false, children } = props;
  const failure = state.state === 'failed' ? failureSentence(translator, state.error) : null;
  return (
    <Dialog title={title} onClose={onClose} wide={wide}>
      <form
        class="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (state.state !== 'busy') onSubmit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
      >
        {children}
        <div role="alert">
          <FieldError text={problem ?? failure} />
        </div>
        <div class="dialog-end">
          <Button onClick={onClose}>{translator.t(commonTexts.cancel)}</Button>
          <Button kind="primary" type="submit" busy={state.state === 'busy'}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
