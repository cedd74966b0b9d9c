import { ArrowRightLeft, Flag, UserPlus, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { ticketListTexts } from '../../../platform/texts/ticket-list.ts';
import { Button } from '../../design/button.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcuts.ts';
import { BulkDialog, type BulkChange } from './bulk-dialog.tsx';
import type { Selection } from './use-selection.ts';

/** What can be done to the selected tickets. Keeps its place in the page while none is, and is spoken when it comes. */
export function BulkBar({ selection }: { selection: Selection }) {
  const { t } = useTranslator();
  const [change, setChange] = useState<BulkChange | null>(null);
  const { selected, clear } = selection;
  const count = selected.length;
  const changes = [
    { change: 'status', icon: ArrowRightLeft, label: t(ticketListTexts.setStatus) },
    { change: 'assign', icon: UserPlus, label: t(ticketListTexts.assign) },
    { change: 'priority', icon: Flag, label: t(ticketListTexts.setPriority) },
  ] as const;
  const offered = count > 0 ? changes : [];
  useShortcuts(offered.map(({ change: about, label }) => ({ keys: '', label, run: () => setChange(about) })));
  return (
    <div class="bulk" data-empty={count === 0 || undefined} role="group" aria-label={t(ticketListTexts.bulk)}>
      <p role="status">{count > 0 && t(ticketListTexts.selected, { count })}</p>
      {count > 0 && (
        <div class="button-row">
          {offered.map(({ change: about, icon, label }) => (
            <Button key={about} size="small" icon={icon} onClick={() => setChange(about)}>
              {label}
            </Button>
          ))}
          <Button kind="quiet" size="small" icon={X} onClick={clear}>
            {t(ticketListTexts.clear)}
          </Button>
        </div>
      )}
      {change !== null && count > 0 && (
        <BulkDialog change={change} tickets={selected} onDone={clear} onClose={() => setChange(null)} />
      )}
    </div>
  );
}
