import { ArrowRight, Inbox, Zap } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import type { Translator } from '../../../../platform/i18n.ts';
import { ticketTexts } from '../../../../platform/texts/tickets.ts';
import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { failureSentence } from '../../../data/use-command.ts';
import { Button, ButtonLink } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { FieldError } from '../../../design/field.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import { errorHref, ticketsHash } from '../../../shell/links.ts';
import { useOwnName } from '../../../shell/stored-settings.tsx';
import { useShortcuts } from '../../../shortcuts/use-shortcuts.ts';
import type { TicketFacts } from '../read-ticket.ts';
import type { Action } from './action.ts';
import { useCopyActions } from './copy-actions.ts';
import { mergedActions, otherActions } from './other-actions.ts';
import type { Question } from './question.ts';
import { statusActions } from './status-actions.ts';
import { useHeldFocus } from '../../../data/use-held-focus.ts';
import { useTicketCommand } from './use-ticket-command.ts';

interface QuickActionsProps {
  facts: TicketFacts;
  ask: (question: Question) => void;
}

/** Everything to do to the ticket, in one place, by mouse or by key. */
export function QuickActions({ facts, ask }: QuickActionsProps) {
  const translator = useTranslator();
  const { t } = translator;
  const { ticket } = facts;
  const [state, submit] = useTicketCommand(ticket);
  const me = useOwnName();
  const merged = ticket.metadata.merged_into !== undefined;
  const changes = merged ? mergedActions(translator, submit) : statusActions(ticket, translator, ask, submit);
  const others = merged ? [] : otherActions(ticket, translator, ask, submit, me);
  const copies = useCopyActions(facts);
  const bar = useRef<HTMLDivElement>(null);
  useHeldFocus(bar);
  const leads = linksOf(facts, translator);
  useShortcuts([...changes, ...others, ...copies].flatMap(asShortcut));
  useShortcuts(leads.map(({ label, href }) => ({ keys: '', label, run: () => location.assign(href) })));
  return (
    <Card title={t(actionTexts.title)} icon={Zap}>
      <div class="actions" ref={bar} tabIndex={-1} role="group" aria-label={t(actionTexts.title)}>
        <Buttons actions={changes} busy={state.state === 'busy'} />
        <Buttons actions={others} busy={state.state === 'busy'} small />
        <div class="button-row">
          {leads.map(({ icon, label, href }) => (
            <ButtonLink key={href} size="small" icon={icon} href={href}>
              {label}
            </ButtonLink>
          ))}
          {copies.map((copy) => (
            <ActionButton key={copy.name} action={copy} busy={false} small />
          ))}
        </div>
      </div>
      <div role="alert">
        <FieldError text={state.state === 'failed' ? failureSentence(translator, state.error) : null} />
      </div>
    </Card>
  );
}

function asShortcut({ keys, label, run }: Action) {
  return keys === undefined ? [] : [{ keys, label, run }];
}

interface ButtonsProps {
  actions: readonly Action[];
  busy: boolean;
  small?: boolean;
}

function Buttons({ actions, ...look }: ButtonsProps) {
  if (actions.length === 0) return null;
  return (
    <div class="button-row">
      {actions.map((action) => (
        <ActionButton key={action.name} action={action} {...look} />
      ))}
    </div>
  );
}

function ActionButton({ action, busy, small = false }: Omit<ButtonsProps, 'actions'> & { action: Action }) {
  const { icon, label, keys, next = false, run } = action;
  const look = {
    ...(next && { kind: 'primary' as const }),
    ...(small && { size: 'small' as const }),
    ...(keys !== undefined && { keys }),
  };
  return (
    <Button icon={icon} busy={busy} onClick={run} {...look}>
      {label}
    </Button>
  );
}

/** Where one can look on. */
function linksOf({ ticket, evidence }: TicketFacts, { t }: Translator) {
  const support = { icon: Inbox, label: t(actionTexts.support), href: ticketsHash({ q: ticket.metadata.number }) };
  if (!evidence) return [support];
  return [support, { icon: ArrowRight, label: t(ticketTexts.page.fullError), href: errorHref(evidence.id) }];
}
