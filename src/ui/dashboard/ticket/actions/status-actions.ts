import { Archive, CircleCheck, CirclePlay, Hourglass, RotateCcw } from 'lucide-preact';
import type { TicketRow, TicketStatus } from '../../../../core/rows.ts';
import type { Translator } from '../../../../platform/i18n.ts';
import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { vocabulary } from '../../../../platform/texts/vocabulary.ts';
import type { LucideIcon } from '../../../design/icon.tsx';
import type { Action } from './action.ts';
import type { Question } from './question.ts';
import { allowedStatuses } from './status-dialog.tsx';
import type { SubmitCommand } from './use-ticket-command.ts';

const LOOKS: Record<TicketStatus, { icon: LucideIcon; keys: string }> = {
  ouvert: { icon: RotateCcw, keys: 'o' },
  en_cours: { icon: CirclePlay, keys: 'w' },
  en_attente_client: { icon: Hourglass, keys: 'h' },
  resolu: { icon: CircleCheck, keys: 'r' },
  ferme: { icon: Archive, keys: 'x' },
};

/** Where a ticket usually goes from each status. */
const NEXT: Record<TicketStatus, TicketStatus> = {
  ouvert: 'en_cours',
  en_cours: 'resolu',
  en_attente_client: 'resolu',
  resolu: 'ferme',
  ferme: 'ouvert',
};

/** Those that have something to ask first. */
const ASKED: Partial<Record<TicketStatus, Question>> = { resolu: { about: 'resolve' }, ferme: { about: 'close' } };

/** The changes of status that are allowed now, each in one step; closing is offered throughout, and resolves on the way. */
export function statusActions(
  { statut }: TicketRow,
  { t }: Translator,
  ask: (question: Question) => void,
  submit: SubmitCommand,
): Action[] {
  const allowed = allowedStatuses(statut);
  const offered = statut === 'ferme' || allowed.includes('ferme') ? allowed : [...allowed, 'ferme' as const];
  return offered.map((to) => {
    const question = ASKED[to];
    const said = t(actionTexts.done.status, { status: t(vocabulary.status[to]) });
    return {
      name: to,
      ...LOOKS[to],
      label: t(actionTexts.status[to]),
      next: NEXT[statut] === to,
      run: () => (question ? ask(question) : submit({ op: 'status', to }, said)),
    };
  });
}
