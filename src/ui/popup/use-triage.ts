import { AlarmClock, CircleCheck, EyeOff, FileText, RotateCcw, TicketPlus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { TicketRow } from '../../core/rows.ts';
import { send } from '../../messages/client.ts';
import { browser } from '../../platform/browser.ts';
import { ignoreTexts } from '../../platform/texts/ignore.ts';
import { monitoringTexts } from '../../platform/texts/monitoring.ts';
import { popupTexts } from '../../platform/texts/popup.ts';
import { actionTexts } from '../../platform/texts/ticket-actions.ts';
import type { GroupWithTicket } from '../../storage/queries.ts';
import { failureSentence, useCommand } from '../data/use-command.ts';
import type { LucideIcon } from '../design/icon.tsx';
import { useAnnounce } from '../shell/announcer.tsx';
import { useTranslator } from '../shell/language.tsx';
import { errorHref } from '../shell/links.ts';
import { useErrorActions } from '../triage/use-error-actions.ts';
import { nextMorning } from './next-morning.ts';

/** One thing to do to an error: a button, and its key. */
export interface TriageAction {
  icon: LucideIcon;
  label: string;
  keys: string;
  run: () => void;
}

export interface Triage {
  /** What can be done to this error as it is. */
  of: (error: GroupWithTicket) => TriageAction[];
  /** Id of an occurrence of the error to be ignored, while somebody is asked how. */
  ignoring: string | null;
  stopIgnoring: () => void;
  /** Why the last one was refused, as a sentence. */
  failure: string | null;
}

/** What can be done to an error without leaving the page that it is of. */
export function useTriage(): Triage {
  const translator = useTranslator();
  const { t } = translator;
  const actions = useErrorActions();
  const [state, snooze] = useSnooze();
  const [ignoring, setIgnoring] = useState<string | null>(null);
  const texts = monitoringTexts.actions;
  return {
    of: (error) => [
      ...(error.ticket === null
        ? [{ icon: TicketPlus, label: t(texts.createTicket), keys: 'c', run: () => actions.createTicket(error) }]
        : []),
      {
        icon: error.resolved ? RotateCcw : CircleCheck,
        label: t(error.resolved ? texts.unresolve : texts.resolve),
        keys: 'r',
        run: () => actions.setResolved(error, !error.resolved),
      },
      ...snoozing(error.ticket, t(popupTexts.snooze), snooze),
      { icon: EyeOff, label: t(ignoreTexts.like.action), keys: 'i', run: () => setIgnoring(error.last_error_id) },
      { icon: FileText, label: t(texts.details), keys: 'o', run: () => open(error) },
    ],
    ignoring,
    stopIgnoring: () => setIgnoring(null),
    failure: actions.failure ?? (state.state === 'failed' ? failureSentence(translator, state.error) : null),
  };
}

function open({ last_error_id: id }: GroupWithTicket): void {
  void browser.tabs.create({ url: errorHref(id, true) });
}

/** Only a ticket that is open and awake can be put aside. */
function snoozing(ticket: TicketRow | null, label: string, snooze: (ticket: TicketRow) => void): TriageAction[] {
  if (ticket === null || ticket.statut === 'resolu' || ticket.statut === 'ferme') return [];
  if (ticket.metadata.snooze !== undefined) return [];
  return [{ icon: AlarmClock, label, keys: 's', run: () => snooze(ticket) }];
}

function useSnooze() {
  const { t } = useTranslator();
  const announce = useAnnounce();
  const [state, run] = useCommand();
  const snooze = ({ id: ticket }: TicketRow) => {
    const id = crypto.randomUUID();
    const until = nextMorning(new Date()).toISOString();
    run(async () => {
      await send({ type: 'ticket.command', id, ticket, command: { op: 'snooze', until } });
      const back = () => send({ type: 'ticket.command', id: crypto.randomUUID(), ticket, command: { op: 'unsnooze' } });
      announce(t(actionTexts.done.snoozed), back);
    });
  };
  return [state, snooze] as const;
}
