import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { Captured } from '../../../design/captured.tsx';
import { CommandDialog } from '../../../design/command-dialog.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import type { TicketDialogProps } from './dialog-props.ts';
import { useTicketCommand } from './use-ticket-command.ts';

/** One of the ticket's errors gets a ticket of its own. */
export function SplitDialog({ facts, signature, onClose }: TicketDialogProps & { signature: string }) {
  const { t } = useTranslator();
  const texts = actionTexts.splitDialog;
  const [state, submit] = useTicketCommand(facts.ticket);
  const message = facts.signatures.find(({ alias }) => alias.signature === signature)?.group?.message;
  const split = () => submit({ op: 'split', signature }, t(actionTexts.done.split), onClose);
  return (
    <CommandDialog title={t(texts.title)} submit={t(texts.submit)} state={state} onSubmit={split} onClose={onClose}>
      <p>
        <Captured text={message ?? signature} limit={200} />
      </p>
      <p class="muted">{t(texts.body)}</p>
    </CommandDialog>
  );
}
