import { useState } from 'preact/hooks';
import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { vocabulary } from '../../../../platform/texts/vocabulary.ts';
import { useKeptText } from '../../../data/kept.ts';
import { CommandDialog } from '../../../design/command-dialog.tsx';
import { TextArea } from '../../../design/field.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import type { TicketDialogProps } from './dialog-props.ts';
import { useTicketCommand } from './use-ticket-command.ts';

/** Closes the ticket with its resolution; what is not resolved yet is resolved on the way, and has to say how. */
export function CloseDialog({ facts: { ticket }, onClose }: TicketDialogProps) {
  const { t } = useTranslator();
  const texts = actionTexts.closeDialog;
  const [state, submit] = useTicketCommand(ticket);
  const [resolution, setResolution, forget] = useKeptText(`${ticket.id} resolution`, ticket.resolution ?? '');
  const [missing, setMissing] = useState(false);
  const close = () => {
    const silent = resolution.trim() === '' && ticket.statut !== 'resolu';
    setMissing(silent);
    if (silent) return;
    submit({ op: 'close', resolution }, t(actionTexts.done.status, { status: t(vocabulary.status.ferme) }), () => {
      forget();
      onClose();
    });
  };
  return (
    <CommandDialog title={t(texts.title)} submit={t(texts.submit)} state={state} onSubmit={close} onClose={onClose}>
      <TextArea
        label={t(texts.resolution)}
        hint={t(texts.resolutionHint)}
        error={missing ? t(texts.missing) : undefined}
        value={resolution}
        onChange={setResolution}
      />
    </CommandDialog>
  );
}
