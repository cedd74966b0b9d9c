import { useRef } from 'preact/hooks';
import { monitoringTexts } from '../../platform/texts/monitoring.ts';
import { popupTexts } from '../../platform/texts/popup.ts';
import type { GroupWithTicket } from '../../storage/queries.ts';
import { useHeldFocus } from '../data/use-held-focus.ts';
import { IconButton } from '../design/button.tsx';
import { oneLine } from '../design/visible-text.ts';
import { useTranslator } from '../shell/language.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import type { TriageAction } from './use-triage.ts';

/** What can be done to the selected error, by a button or by its key. */
export function TriageBar({ error, actions }: { error: GroupWithTicket; actions: readonly TriageAction[] }) {
  const { t } = useTranslator();
  const bar = useRef<HTMLDivElement>(null);
  useHeldFocus(bar);
  useShortcuts(actions);
  const named = (action: string) => t(monitoringTexts.actions.ofError, { action, error: oneLine(error.message, 60) });
  return (
    <div class="triage" ref={bar} tabIndex={-1} role="group" aria-label={t(popupTexts.triage)}>
      {actions.map(({ icon, label, keys, run }) => (
        <IconButton key={keys} icon={icon} size="small" label={named(label)} title={label} keys={keys} onClick={run} />
      ))}
    </div>
  );
}
