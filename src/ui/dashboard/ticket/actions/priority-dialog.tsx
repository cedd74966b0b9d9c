import { useState } from 'preact/hooks';
import { TICKET_PRIORITIES } from '../../../../core/rows.ts';
import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { vocabulary } from '../../../../platform/texts/vocabulary.ts';
import { CommandDialog } from '../../../design/command-dialog.tsx';
import { Choice } from '../../../design/field.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import type { TicketDialogProps } from './dialog-props.ts';
import { useTicketCommand } from './use-ticket-command.ts';

/** How urgent it is. */
export function PriorityDialog({ facts: { ticket }, onClose }: TicketDialogProps) {
  const { t } = useTranslator();
  const texts = actionTexts.priorityDialog;
  const [state, submit] = useTicketCommand(ticket);
  const [to, setTo] = useState(ticket.priorite);
  const change = () =>
    submit({ op: 'priority', to }, t(actionTexts.done.priority, { priority: t(vocabulary.priority[to]) }), onClose);
  return (
    <CommandDialog title={t(texts.title)} submit={t(texts.submit)} state={state} onSubmit={change} onClose={onClose}>
      <Choice
        label={t(texts.choose)}
        value={to}
        options={TICKET_PRIORITIES.map((value) => ({ value, label: t(vocabulary.priority[value]) }))}
        onChange={setTo}
      />
    </CommandDialog>
  );
}
