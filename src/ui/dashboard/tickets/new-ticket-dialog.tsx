import { useState } from 'preact/hooks';
import { TICKET_PRIORITIES } from '../../../core/rows.ts';
import { KNOWN_CATEGORIES } from '../../../core/ticket.ts';
import { send } from '../../../messages/client.ts';
import { ticketListTexts } from '../../../platform/texts/ticket-list.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { sites } from '../../../storage/queries.ts';
import { db } from '../../data/database.ts';
import { useKept } from '../../data/kept.ts';
import { useCommand } from '../../data/use-command.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { CommandDialog } from '../../design/command-dialog.tsx';
import { Select, TextArea, TextField } from '../../design/field.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useAnnounce } from '../../shell/announcer.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { ticketHref } from '../../shell/links.ts';
import { newTicket, newTicketProblems, type NewTicketFields } from './new-ticket.ts';

const EMPTY: NewTicketFields = {
  sujet: '',
  description: '',
  priorite: 'moyenne',
  categorie: 'support',
  client: '',
  project: '',
};

/** A ticket that no error made: somebody called. */
export function NewTicketDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslator();
  const texts = ticketListTexts.create;
  const announce = useAnnounce();
  const [state, run] = useCommand();
  const [id] = useState(() => crypto.randomUUID());
  const [fields, change, forget] = useKept('new ticket', EMPTY);
  const [tried, setTried] = useState(false);
  const problems = newTicketProblems(fields);
  const create = () => {
    setTried(true);
    if (problems.subject || problems.client) return;
    run(async () => {
      const { ticket } = await send({ type: 'ticket.create', id, ...newTicket(fields) });
      forget();
      announce(t(texts.done, { number: ticket.metadata.number }));
      onClose();
      location.hash = ticketHref(ticket.id);
    });
  };
  return (
    <CommandDialog title={t(texts.title)} submit={t(texts.submit)} state={state} onSubmit={create} onClose={onClose}>
      <TextField
        label={t(texts.subject)}
        error={tried && problems.subject ? t(texts.missing) : undefined}
        value={fields.sujet}
        onChange={(sujet) => change({ sujet })}
        maxLength={140}
      />
      <TextArea
        label={t(texts.description)}
        value={fields.description}
        onChange={(description) => change({ description })}
      />
      <Classification fields={fields} change={change} />
      <div class="dialog-row">
        <TextField
          kind="email"
          label={t(texts.client)}
          error={tried && problems.client ? t(texts.clientInvalid) : undefined}
          value={fields.client}
          onChange={(client) => change({ client })}
        />
        <ProjectField project={fields.project} onChange={(project) => change({ project })} />
      </div>
    </CommandDialog>
  );
}

interface ClassificationProps {
  fields: NewTicketFields;
  change: (part: Partial<NewTicketFields>) => void;
}

function Classification({ fields, change }: ClassificationProps) {
  const { t } = useTranslator();
  const texts = ticketListTexts.create;
  return (
    <div class="dialog-row">
      <Select
        label={t(texts.priority)}
        value={fields.priorite}
        options={TICKET_PRIORITIES.map((value) => ({ value, label: t(vocabulary.priority[value]) }))}
        onChange={(priorite) => change({ priorite })}
      />
      <TextField
        label={t(texts.category)}
        value={fields.categorie}
        onChange={(categorie) => change({ categorie })}
        maxLength={100}
        known={['support', ...KNOWN_CATEGORIES]}
      />
    </div>
  );
}

function ProjectField({ project, onChange }: { project: string; onChange: (project: string) => void }) {
  const { t } = useTranslator();
  const live = useLiveQuery(() => sites(db), []);
  const known = live.state === 'ready' ? live.data : [];
  return (
    <Select
      label={t(ticketListTexts.create.project)}
      value={project}
      options={[
        { value: '', label: t(ticketListTexts.create.noProject) },
        ...known.map(({ id, name }) => ({ value: id, label: oneLine(name, 60) })),
      ]}
      onChange={onChange}
    />
  );
}
