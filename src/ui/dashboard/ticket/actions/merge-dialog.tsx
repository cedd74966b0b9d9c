import { useState } from 'preact/hooks';
import type { TicketRow } from '../../../../core/rows.ts';
import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { dialogTexts } from '../../../../platform/texts/ticket-dialogs.ts';
import { ticketsNumbered } from '../../../../storage/queries.ts';
import { mergeTargets } from '../../../../storage/ticket-queries.ts';
import { StatusBadge } from '../../../badges/status.tsx';
import { db } from '../../../data/database.ts';
import { useLiveQuery } from '../../../data/use-live-query.ts';
import { Captured } from '../../../design/captured.tsx';
import { CommandDialog } from '../../../design/command-dialog.tsx';
import { Choice, TextField } from '../../../design/field.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import type { TicketDialogProps } from './dialog-props.ts';
import { rankedTickets } from './similar-tickets.ts';
import { useTicketCommand } from './use-ticket-command.ts';

/** Tickets shown to choose from. */
const SHOWN = 6;

/** Tickets that this one may become part of; one that is called by its number may be of any project. */
async function readTargets(ticket: TicketRow, search: string): Promise<TicketRow[]> {
  const numbered = await ticketsNumbered(db, search.trim().toUpperCase());
  const others = await mergeTargets(db, ticket);
  const byId = new Map([...numbered, ...others].map((other) => [other.id, other]));
  byId.delete(ticket.id);
  return rankedTickets(ticket, [...byId.values()], search).slice(0, SHOWN);
}

/** Makes the ticket part of another one. */
export function MergeDialog({ facts: { ticket }, onClose }: TicketDialogProps) {
  const { t } = useTranslator();
  const texts = dialogTexts.merge;
  const [state, submit] = useTicketCommand(ticket);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<TicketRow | null>(null);
  const [missing, setMissing] = useState(false);
  const live = useLiveQuery(() => readTargets(ticket, search), [ticket.id, search]);
  const found = live.state === 'ready' ? live.data : [];
  const merge = () => {
    setMissing(chosen === null);
    if (chosen === null) return;
    const said = t(actionTexts.done.merged, { number: chosen.metadata.number });
    submit({ op: 'merge', into: chosen.id }, said, onClose);
  };
  return (
    <CommandDialog
      title={t(texts.title)}
      submit={t(texts.submit)}
      state={state}
      problem={missing && chosen === null ? t(texts.missing) : null}
      onSubmit={merge}
      onClose={onClose}
    >
      <p class="muted">{t(texts.body)}</p>
      <TextField label={t(texts.search)} value={search} onChange={setSearch} />
      {live.state === 'ready' && found.length === 0 && <p role="status">{t(texts.none)}</p>}
      <Targets found={found} chosen={chosen} onChoose={setChosen} />
    </CommandDialog>
  );
}

interface TargetsProps {
  found: readonly TicketRow[];
  chosen: TicketRow | null;
  onChoose: (ticket: TicketRow) => void;
}

/** The one that is chosen stays in sight, whatever the search has become. */
function Targets({ found, chosen, onChoose }: TargetsProps) {
  const { t } = useTranslator();
  const offered = chosen === null || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found];
  if (offered.length === 0) return null;
  return (
    <Choice
      label={t(dialogTexts.merge.similar)}
      value={chosen?.id ?? null}
      options={offered.map((other) => ({ value: other.id, label: <Target ticket={other} /> }))}
      onChange={(id) => {
        const other = offered.find((one) => one.id === id);
        if (other) onChoose(other);
      }}
    />
  );
}

function Target({ ticket }: { ticket: TicketRow }) {
  return (
    <>
      <Captured text={ticket.sujet} limit={120} />
      <span class="row-sub">
        <span class="ticket-number">{ticket.metadata.number}</span>
        <StatusBadge status={ticket.statut} />
      </span>
    </>
  );
}
