import { CalendarClock } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { LOCAL_AUTHOR, SYSTEM_AUTHOR } from '../../../core/history.ts';
import type { HistoryRow, TicketRow } from '../../../core/rows.ts';
import { historyTexts } from '../../../platform/texts/history.ts';
import { Captured, CapturedBlock } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { Icon } from '../../design/icon.tsx';
import { ExactTime } from '../../design/time.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { CommentForm } from './actions/comment-form.tsx';
import { historyEntry } from './history-entry.ts';

/** Everything that happened to the ticket, oldest first, and a place to add one's own words. */
export function Timeline({ ticket, history }: { ticket: TicketRow; history: readonly HistoryRow[] }) {
  return (
    <TimelineCard history={history}>
      {ticket.metadata.merged_into === undefined && <CommentForm ticket={ticket} />}
    </TimelineCard>
  );
}

export function TimelineCard({ history, children }: { history: readonly HistoryRow[]; children?: ComponentChildren }) {
  const { t } = useTranslator();
  return (
    <Card title={t(historyTexts.title)} icon={CalendarClock}>
      {history.length === 0 && <p class="muted">{t(historyTexts.empty)}</p>}
      <ol class="timeline">
        {history.map((row) => (
          <TimelineEntry key={row.id} row={row} />
        ))}
      </ol>
      {children}
    </Card>
  );
}

function TimelineEntry({ row }: { row: HistoryRow }) {
  const translator = useTranslator();
  const entry = historyEntry(row, translator);
  return (
    <li class="event" data-tone={entry.tone}>
      <span class="event-icon">
        <Icon of={entry.icon} />
      </span>
      <div class="event-body">
        <p class="event-title">{entry.title}</p>
        {entry.detail !== '' && (
          <div class="event-detail">
            <CapturedBlock text={entry.detail} limit={600} />
          </div>
        )}
        <p class="muted small">
          <ExactTime iso={row.created_at} />
          {' · '}
          <Author name={row.created_by} />
        </p>
      </div>
    </li>
  );
}

function Author({ name }: { name: string }) {
  const { t } = useTranslator();
  if (name === SYSTEM_AUTHOR) return <>{t(historyTexts.system)}</>;
  if (name === LOCAL_AUTHOR) return <>{t(historyTexts.local)}</>;
  return <Captured text={name} limit={120} />;
}
