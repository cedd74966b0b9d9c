import { ArrowUp } from 'lucide-preact';
import { useId } from 'preact/hooks';
import type { GroupWithTicket } from '../../storage/queries.ts';
import { popupTexts } from '../../platform/texts/popup.ts';
import { useFrozenList } from '../data/use-frozen-list.ts';
import { Button } from '../design/button.tsx';
import { useTranslator } from '../shell/language.tsx';
import { ErrorItem } from './error-item.tsx';
import { TriageBar } from './triage-bar.tsx';
import type { Triage } from './use-triage.ts';

/** A group with what counts in this list: the tab's own tally, or the site's. */
export interface PopupRow {
  key: string;
  at: string;
  count: number;
  group: GroupWithTicket;
}

interface ErrorListProps {
  title: string;
  empty: string;
  rows: readonly PopupRow[];
  /** Whether `rows` is everything there is. */
  complete: boolean;
  /** Key of the row that keys work on, in whichever list. */
  selected: string | null;
  onSelect: (key: string) => void;
  triage: Triage;
}

/** Errors, newest first; those that come while one reads wait behind a button. */
export function ErrorList({ title, empty, rows, complete, selected, onSelect, triage }: ErrorListProps) {
  const { t, number } = useTranslator();
  const heading = useId();
  const list = useFrozenList(rows, complete, title);
  return (
    <section aria-labelledby={heading} class="popup-section">
      <div class="popup-section-head">
        <h2 id={heading}>{title}</h2>
        {rows.length > 0 && (
          <span class="muted small">{complete ? number(rows.length) : `${number(rows.length)}+`}</span>
        )}
        {list.fresh > 0 && (
          <Button size="small" icon={ArrowUp} onClick={list.refresh}>
            {t(popupTexts.fresh, { count: list.fresh })}
          </Button>
        )}
      </div>
      {list.rows.length === 0 ? (
        <p class="muted">{empty}</p>
      ) : (
        <ul>
          {list.rows.map((row) => (
            <ErrorItem
              key={row.key}
              group={row.group}
              count={row.count}
              lastSeen={row.at}
              selected={row.key === selected}
              onSelect={() => onSelect(row.key)}
            >
              <TriageBar error={row.group} actions={triage.of(row.group)} />
            </ErrorItem>
          ))}
        </ul>
      )}
    </section>
  );
}
