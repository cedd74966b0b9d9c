import { useState } from 'preact/hooks';
import type { Command } from '../../../core/commands/command.ts';
import {
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type TicketPriority,
  type TicketRow,
  type TicketStatus,
} from '../../../core/rows.ts';
import { actionTexts } from '../../../platform/texts/ticket-actions.ts';
import { ticketListTexts } from '../../../platform/texts/ticket-list.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { failureSentence, useCommand } from '../../data/use-command.ts';
import { CommandDialog } from '../../design/command-dialog.tsx';
import { Choice, TextField } from '../../design/field.tsx';
import { useAnnounce } from '../../shell/announcer.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { useOwnName } from '../../shell/stored-settings.tsx';
import { allowedStatuses } from '../ticket/actions/status-dialog.tsx';
import { runForAll, undoForAll } from './bulk-run.ts';

export type BulkChange = 'status' | 'assign' | 'priority';

interface BulkDialogProps {
  change: BulkChange;
  tickets: readonly TicketRow[];
  /** Every ticket has taken the change. */
  onDone: () => void;
  onClose: () => void;
}

/** The statuses that every one of the tickets may take. */
function commonStatuses(tickets: readonly TicketRow[]): TicketStatus[] {
  return TICKET_STATUSES.filter((status) => tickets.every(({ statut }) => allowedStatuses(statut).includes(status)));
}

/** One change for all selected tickets. What some of them refuse is said, and they stay selected. */
export function BulkDialog({ change, tickets, onDone, onClose }: BulkDialogProps) {
  const { t } = useTranslator();
  const me = useOwnName();
  const statuses = commonStatuses(tickets);
  const [status, setStatus] = useState<TicketStatus | null>(null);
  const [priority, setPriority] = useState<TicketPriority>('haute');
  const [person, setPerson] = useState(me);
  const to = statuses.find((one) => one === status) ?? statuses[0];
  const command: Command | null = {
    status: to === undefined ? null : ({ op: 'status', to } as const),
    priority: { op: 'priority', to: priority } as const,
    assign: { op: 'assign', to: person.trim() === '' ? null : person.trim() } as const,
  }[change];
  const { state, run, problem } = useBulk(tickets, onDone, onClose);
  return (
    <CommandDialog
      title={t(ticketListTexts.bulkTitle.byName[change], { count: tickets.length })}
      submit={t(ticketListTexts.apply)}
      state={state}
      problem={change === 'status' && to === undefined ? t(ticketListTexts.noCommonStatus) : problem}
      onSubmit={() => command && run(command)}
      onClose={onClose}
    >
      {change === 'status' && to !== undefined && (
        <Choice
          label={t(actionTexts.statusDialog.choose)}
          value={to}
          options={statuses.map((value) => ({ value, label: t(vocabulary.status[value]) }))}
          onChange={setStatus}
        />
      )}
      {change === 'priority' && (
        <Choice
          label={t(actionTexts.priorityDialog.choose)}
          value={priority}
          options={TICKET_PRIORITIES.map((value) => ({ value, label: t(vocabulary.priority[value]) }))}
          onChange={setPriority}
        />
      )}
      {change === 'assign' && (
        <TextField
          label={t(actionTexts.assignDialog.person)}
          hint={t(actionTexts.assignDialog.personHint)}
          value={person}
          onChange={setPerson}
        />
      )}
    </CommandDialog>
  );
}

function useBulk(tickets: readonly TicketRow[], onDone: () => void, onClose: () => void) {
  const translator = useTranslator();
  const announce = useAnnounce();
  const [state, start] = useCommand();
  const [problem, setProblem] = useState<string | null>(null);
  const run = (command: Command) =>
    start(async () => {
      const { done, refused } = await runForAll(tickets, command);
      const [first] = refused;
      if (first === undefined) {
        announce(translator.t(ticketListTexts.done, { count: done.length }), () => undoForAll(done, command));
        onClose();
        onDone();
        return;
      }
      const numbers = translator.list(refused.map(({ number }) => number));
      const reason = failureSentence(translator, first.error);
      setProblem(
        translator.t(ticketListTexts.refused, { done: done.length, refused: refused.length, numbers, reason }),
      );
    });
  return { state, run, problem };
}
