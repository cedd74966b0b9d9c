import { useState } from 'preact/hooks';
import { TICKET_STATUSES, type TicketStatus } from '../../../../core/rows.ts';
import { canChange } from '../../../../core/ticket.ts';
import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { vocabulary } from '../../../../platform/texts/vocabulary.ts';
import { useKeptText } from '../../../data/kept.ts';
import { CommandDialog } from '../../../design/command-dialog.tsx';
import { Choice, TextArea } from '../../../design/field.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import type { TicketDialogProps } from './dialog-props.ts';
import { useTicketCommand } from './use-ticket-command.ts';

/** The statuses that a person may choose now. */
export function allowedStatuses(from: TicketStatus): TicketStatus[] {
  return TICKET_STATUSES.filter((to) => canChange(from, to, 'human') === 'allowed');
}

/** Another status, with a note. Only what the present status allows can be chosen, also when it changes meanwhile. */
export function StatusDialog({ facts: { ticket }, onClose }: TicketDialogProps) {
  const { t } = useTranslator();
  const texts = actionTexts.statusDialog;
  const [state, submit] = useTicketCommand(ticket);
  const [note, setNote, forgetNote] = useKeptText(`${ticket.id} status note`);
  const allowed = allowedStatuses(ticket.statut);
  const [chosen, setChosen] = useState<TicketStatus | null>(null);
  const to = allowed.find((status) => status === chosen) ?? allowed[0];
  const change = () => {
    if (to === undefined) return;
    const said = t(actionTexts.done.status, { status: t(vocabulary.status[to]) });
    submit({ op: 'status', to, ...(note.trim() !== '' && { note }) }, said, () => {
      forgetNote();
      onClose();
    });
  };
  return (
    <CommandDialog title={t(texts.title)} submit={t(texts.submit)} state={state} onSubmit={change} onClose={onClose}>
      <Choice
        label={t(texts.choose)}
        value={to ?? null}
        options={allowed.map((status) => ({ value: status, label: t(vocabulary.status[status]) }))}
        onChange={setChosen}
      />
      <TextArea label={t(actionTexts.note)} hint={t(actionTexts.noteHint)} value={note} onChange={setNote} />
    </CommandDialog>
  );
}
