import { ClipboardList } from 'lucide-preact';
import type { TicketRow } from '../../../core/rows.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { ClientName } from '../../badges/client-name.tsx';
import { PriorityTag } from '../../badges/priority.tsx';
import { StatusBadge } from '../../badges/status.tsx';
import { Captured, CapturedBlock } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { Fact, Facts } from '../../design/facts.tsx';
import { ExactTime, Time } from '../../design/time.tsx';
import { useTranslator } from '../../shell/language.tsx';

/** The ticket at a glance. */
export function TicketSummary({ ticket }: { ticket: TicketRow }) {
  const { t } = useTranslator();
  const texts = ticketTexts.page;
  const { assigned_to: assignee, episode } = ticket.metadata;
  return (
    <Card title={t(texts.summary)} icon={ClipboardList}>
      <Facts>
        <Fact name={t(texts.currentStatus)}>
          <StatusBadge status={ticket.statut} />
        </Fact>
        <Fact name={t(ticketTexts.columns.priority)}>
          <PriorityTag priority={ticket.priorite} />
        </Fact>
        <Fact name={t(texts.client)}>
          <ClientName id={ticket.client_id} email={ticket.client_email} />
        </Fact>
        <Fact name={t(ticketTexts.columns.source)}>{t(vocabulary.source[ticket.source])}</Fact>
        <Fact name={t(texts.category)}>
          <Captured text={ticket.categorie} limit={80} />
        </Fact>
        {assignee !== undefined && (
          <Fact name={t(texts.assignedTo)}>
            <Captured text={assignee} limit={120} />
          </Fact>
        )}
        {episode > 1 && <Fact name={t(texts.episode)}>{String(episode)}</Fact>}
        <TicketDates ticket={ticket} />
      </Facts>
      {ticket.resolution !== null && (
        <div class="cause">
          <h3>{t(texts.resolution)}</h3>
          <CapturedBlock text={ticket.resolution} />
        </div>
      )}
    </Card>
  );
}

function TicketDates({ ticket }: { ticket: TicketRow }) {
  const { t } = useTranslator();
  const texts = ticketTexts.page;
  const watchedUntil = ticket.metadata.monitoring_until;
  return (
    <>
      <Fact name={t(texts.createdAt)}>
        <ExactTime iso={ticket.created_at} />
      </Fact>
      <Fact name={t(texts.updatedAt)}>
        <ExactTime iso={ticket.updated_at} />
      </Fact>
      <Fact name={t(texts.closedAt)}>
        {ticket.closed_at === null ? t(texts.notClosed) : <ExactTime iso={ticket.closed_at} />}
      </Fact>
      <Fact name={t(texts.monitoring)}>
        {watchedUntil === null ? t(texts.notMonitored) : <Time iso={watchedUntil} ahead />}
      </Fact>
    </>
  );
}
