import { ClipboardList } from 'lucide-preact';
import type { TicketRow } from '../../../core/rows.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { ClientName } from '../../badges/client-name.tsx';
import { PriorityTag } from '../../badges/priority.tsx';
import { StatusBadge, TicketBadge } from '../../badges/status.tsx';
import { Captured, CapturedBlock } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { Fact, Facts } from '../../design/facts.tsx';
import { useTranslator } from '../../shell/language.tsx';
import type { TicketFacts } from './read-ticket.ts';
import { TicketDates } from './ticket-dates.tsx';

/** The ticket at a glance. */
export function TicketSummary({ facts }: { facts: TicketFacts }) {
  const { t } = useTranslator();
  const { ticket } = facts;
  return (
    <Card title={t(ticketTexts.page.summary)} icon={ClipboardList}>
      <Facts>
        <TicketState ticket={ticket} site={facts.site} />
        <TicketDates facts={facts} />
        {facts.mergedHere.length > 0 && (
          <Fact name={t(ticketTexts.page.mergedHere)}>
            <span class="badges">
              {facts.mergedHere.map((merged) => (
                <TicketBadge key={merged.id} ticket={merged} />
              ))}
            </span>
          </Fact>
        )}
      </Facts>
      {ticket.resolution !== null && (
        <div class="cause">
          <h3>{t(ticketTexts.page.resolution)}</h3>
          <CapturedBlock text={ticket.resolution} />
        </div>
      )}
    </Card>
  );
}

function TicketState({ ticket, site }: { ticket: TicketRow; site: string }) {
  const { t } = useTranslator();
  const texts = ticketTexts.page;
  const { assigned_to: assignee, episode } = ticket.metadata;
  return (
    <>
      <Fact name={t(texts.currentStatus)}>
        <StatusBadge status={ticket.statut} />
      </Fact>
      <Fact name={t(ticketTexts.columns.priority)}>
        <PriorityTag priority={ticket.priorite} />
      </Fact>
      <Fact name={t(texts.assignedTo)}>
        {assignee === undefined ? (
          <span class="muted">{t(texts.nobody)}</span>
        ) : (
          <Captured text={assignee} limit={120} />
        )}
      </Fact>
      <Fact name={t(texts.client)}>
        <ClientName id={ticket.client_id} email={ticket.client_email} />
      </Fact>
      <Fact name={t(ticketTexts.columns.source)}>{t(vocabulary.source[ticket.source])}</Fact>
      <Fact name={t(texts.category)}>
        <Captured text={ticket.categorie} limit={80} />
      </Fact>
      {site !== '' && (
        <Fact name={t(texts.site)}>
          <Captured text={site} limit={120} />
        </Fact>
      )}
      {episode > 1 && <Fact name={t(texts.episode)}>{String(episode)}</Fact>}
    </>
  );
}
