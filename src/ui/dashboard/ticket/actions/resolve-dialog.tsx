import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { vocabulary } from '../../../../platform/texts/vocabulary.ts';
import { useKeptText } from '../../../data/kept.ts';
import { CommandDialog } from '../../../design/command-dialog.tsx';
import { TextArea, TextField } from '../../../design/field.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import type { TicketDialogProps } from './dialog-props.ts';
import { useTicketCommand } from './use-ticket-command.ts';

/** The error is fixed: in which release, and what to say about it. */
export function ResolveDialog({ facts: { ticket }, onClose }: TicketDialogProps) {
  const { t } = useTranslator();
  const texts = actionTexts.resolveDialog;
  const [state, submit] = useTicketCommand(ticket);
  const [release, setRelease, forgetRelease] = useKeptText(`${ticket.id} resolve release`);
  const [note, setNote, forgetNote] = useKeptText(`${ticket.id} resolve note`);
  const resolve = () => {
    const told = {
      ...(note.trim() !== '' && { note }),
      ...(release.trim() !== '' && { release: release.trim() }),
    };
    submit({ op: 'resolve', ...told }, t(actionTexts.done.status, { status: t(vocabulary.status.resolu) }), () => {
      forgetRelease();
      forgetNote();
      onClose();
    });
  };
  return (
    <CommandDialog title={t(texts.title)} submit={t(texts.submit)} state={state} onSubmit={resolve} onClose={onClose}>
      <p class="muted">{t(texts.body)}</p>
      <TextField label={t(texts.release)} hint={t(texts.releaseHint)} value={release} onChange={setRelease} />
      <TextArea label={t(actionTexts.note)} hint={t(actionTexts.noteHint)} value={note} onChange={setNote} />
    </CommandDialog>
  );
}
