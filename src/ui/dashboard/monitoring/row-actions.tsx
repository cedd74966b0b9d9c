import { CircleCheck, EyeOff, FileText, RotateCcw } from 'lucide-preact';
import { ignoreTexts } from '../../../platform/texts/ignore.ts';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import type { GroupWithTicket } from '../../../storage/queries.ts';
import { IconButton, IconLink } from '../../design/button.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';
import { errorHref } from '../../shell/links.ts';
import { neighbourRow } from '../../shortcuts/use-row-keys.ts';
import type { ErrorActions } from '../../triage/use-error-actions.ts';

interface RowActionsProps {
  error: GroupWithTicket;
  actions: ErrorActions;
  /** Asks how to ignore errors like this occurrence. */
  ignore: (id: string) => void;
}

/** What can be done to one error of the list. */
export function RowActions({ error, actions, ignore }: RowActionsProps) {
  const { t } = useTranslator();
  const texts = monitoringTexts.actions;
  const named = (action: string) => t(texts.ofError, { action, error: oneLine(error.message, 60) });
  const verb = t(error.resolved ? texts.unresolve : texts.resolve);
  return (
    <div class="row-actions">
      <IconLink
        icon={FileText}
        label={named(t(texts.details))}
        title={t(texts.details)}
        href={errorHref(error.last_error_id)}
      />
      <IconButton
        icon={error.resolved ? RotateCcw : CircleCheck}
        size="small"
        label={named(verb)}
        title={verb}
        onClick={({ currentTarget }) => {
          // The row can leave the list: the focus goes on to the next one.
          const next = neighbourRow(currentTarget);
          actions.setResolved(error, !error.resolved, () => next?.focus());
        }}
      />
      <IconButton
        icon={EyeOff}
        size="small"
        label={named(t(ignoreTexts.like.action))}
        title={t(ignoreTexts.like.action)}
        onClick={() => ignore(error.last_error_id)}
      />
    </div>
  );
}
