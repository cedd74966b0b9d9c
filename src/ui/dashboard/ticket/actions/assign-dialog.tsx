import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { useKeptText } from '../../../data/kept.ts';
import { ButtonLink } from '../../../design/button.tsx';
import { CommandDialog } from '../../../design/command-dialog.tsx';
import { TextArea, TextField } from '../../../design/field.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import { OPTIONS_PAGE } from '../../../shell/links.ts';
import { useOwnName } from '../../../shell/stored-settings.tsx';
import type { TicketDialogProps } from './dialog-props.ts';
import { useTicketCommand } from './use-ticket-command.ts';

/** Whose work the ticket is. */
export function AssignDialog({ facts: { ticket }, onClose }: TicketDialogProps) {
  const { t } = useTranslator();
  const texts = actionTexts.assignDialog;
  const me = useOwnName();
  const present = ticket.metadata.assigned_to ?? '';
  const [state, submit] = useTicketCommand(ticket);
  const [person, setPerson, forgetPerson] = useKeptText(`${ticket.id} assign`, present || me);
  const [note, setNote, forgetNote] = useKeptText(`${ticket.id} assign note`);
  const assign = () => {
    const name = person.trim();
    const said = name === '' ? t(actionTexts.done.unassigned) : t(actionTexts.done.assigned, { person: name });
    submit({ op: 'assign', to: name === '' ? null : name, ...(note.trim() !== '' && { note }) }, said, () => {
      forgetPerson();
      forgetNote();
      onClose();
    });
  };
  return (
    <CommandDialog title={t(texts.title)} submit={t(texts.submit)} state={state} onSubmit={assign} onClose={onClose}>
      <TextField
        label={t(texts.person)}
        hint={t(texts.personHint)}
        value={person}
        onChange={setPerson}
        known={[present, me].filter((name) => name !== '')}
      />
      <TextArea label={t(actionTexts.note)} hint={t(actionTexts.noteHint)} value={note} onChange={setNote} />
      {me === '' && (
        <div class="muted small">
          <p>{t(texts.noIdentity)}</p>
          <ButtonLink size="small" href={OPTIONS_PAGE} newTab>
            {t(texts.toOptions)}
          </ButtonLink>
        </div>
      )}
    </CommandDialog>
  );
}
