import {
  AlarmClock,
  AlarmClockOff,
  ArrowRightLeft,
  Flag,
  GitMerge,
  Mail,
  Tag,
  Undo2,
  UserCheck,
  UserPlus,
  Wrench,
} from 'lucide-preact';
import type { TicketRow } from '../../../../core/rows.ts';
import type { Translator } from '../../../../platform/i18n.ts';
import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import type { Action } from './action.ts';
import type { Question } from './question.ts';
import type { SubmitCommand } from './use-ticket-command.ts';

/** What can be done at present beside the changes of status. @param me how the reader is named on tickets; '' when nobody knows. */
export function otherActions(
  { statut, metadata }: TicketRow,
  { t }: Translator,
  ask: (question: Question) => void,
  submit: SubmitCommand,
  me: string,
): Action[] {
  const texts = actionTexts;
  const assignToMe = () =>
    me === '' ? ask({ about: 'assign' }) : submit({ op: 'assign', to: me }, t(texts.done.assigned, { person: me }));
  const settled = statut === 'resolu' || statut === 'ferme';
  const asks = (about: Exclude<Question['about'], 'split'>) => () => ask({ about });
  const snoozing: Action[] = metadata.snooze
    ? [
        action('unsnooze', AlarmClockOff, t(texts.unsnooze), 'z', () =>
          submit({ op: 'unsnooze' }, t(texts.done.unsnoozed)),
        ),
      ]
    : [action('snooze', AlarmClock, t(texts.snooze), 'z', asks('snooze'))];
  return [
    action('status', ArrowRightLeft, t(texts.changeStatus), 's', asks('status')),
    ...(metadata.assigned_to === me && me !== ''
      ? []
      : [action('assignToMe', UserCheck, t(texts.assignToMe), 'i', assignToMe)]),
    action('assign', UserPlus, t(texts.assign), 'a', asks('assign')),
    action('priority', Flag, t(texts.priority), 'p', asks('priority')),
    action('category', Tag, t(texts.category), 'l', asks('category')),
    ...(settled && !metadata.snooze ? [] : snoozing),
    action('notify', Mail, t(texts.notify), 'n', asks('notify')),
    action('merge', GitMerge, t(texts.merge), 'm', asks('merge')),
    action('correction', Wrench, t(texts.correction), 'f', asks('correction')),
  ];
}

/** A merged ticket leads on to another one: all there is to do to it is to part them again. */
export function mergedActions({ t }: Translator, submit: SubmitCommand): Action[] {
  const run = () => submit({ op: 'unmerge' }, t(actionTexts.done.unmerged));
  return [action('unmerge', Undo2, t(actionTexts.unmerge), 'u', run)];
}

function action(name: string, icon: Action['icon'], label: string, keys: string, run: () => void): Action {
  return { name, icon, label, keys, run };
}
