import { useState } from 'preact/hooks';
import { KNOWN_CATEGORIES } from '../../../../core/ticket.ts';
import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { CommandDialog } from '../../../design/command-dialog.tsx';
import { TextField } from '../../../design/field.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import type { TicketDialogProps } from './dialog-props.ts';
import { useTicketCommand } from './use-ticket-command.ts';

/** What kind of work it is: one of the known categories, or a word of one's own. */
export function CategoryDialog({ facts: { ticket }, onClose }: TicketDialogProps) {
  const { t } = useTranslator();
  const texts = actionTexts.categoryDialog;
  const [state, submit] = useTicketCommand(ticket);
  const [name, setName] = useState(ticket.categorie);
  const [missing, setMissing] = useState(false);
  const change = () => {
    const to = name.trim();
    setMissing(to === '');
    if (to !== '') submit({ op: 'category', to }, t(actionTexts.done.category, { category: to }), onClose);
  };
  return (
    <CommandDialog title={t(texts.title)} submit={t(texts.submit)} state={state} onSubmit={change} onClose={onClose}>
      <TextField
        label={t(texts.name)}
        error={missing ? t(texts.missing) : undefined}
        value={name}
        onChange={setName}
        maxLength={100}
        known={KNOWN_CATEGORIES}
      />
    </CommandDialog>
  );
}
