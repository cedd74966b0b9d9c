import { CircleCheck, RotateCcw, TicketPlus } from 'lucide-preact';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import type { GroupWithTicket } from '../../../storage/queries.ts';
import { Button } from '../../design/button.tsx';
import { FieldError } from '../../design/field.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcuts.ts';
import { useErrorActions } from '../../triage/use-error-actions.ts';

/** What can be done to the error as a whole, from the page of one of its occurrences. */
export function ErrorActionBar({ error }: { error: GroupWithTicket }) {
  const { t } = useTranslator();
  const texts = monitoringTexts.actions;
  const actions = useErrorActions();
  const verb = t(error.resolved ? texts.unresolve : texts.resolve);
  const resolve = () => actions.setResolved(error, !error.resolved);
  const create = () => actions.createTicket(error);
  useShortcuts([
    { keys: 'r', label: verb, run: resolve },
    ...(error.ticket ? [] : [{ keys: 't', label: t(texts.createTicket), run: create }]),
  ]);
  return (
    <div class="button-row">
      {!error.ticket && (
        <Button icon={TicketPlus} keys="t" busy={actions.busy} onClick={create}>
          {t(texts.createTicket)}
        </Button>
      )}
      <Button icon={error.resolved ? RotateCcw : CircleCheck} keys="r" busy={actions.busy} onClick={resolve}>
        {verb}
      </Button>
      <div role="alert">
        <FieldError text={actions.failure} />
      </div>
    </div>
  );
}
