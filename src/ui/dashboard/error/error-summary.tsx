import { ClipboardList } from 'lucide-preact';
import { errorTexts } from '../../../platform/texts/error.ts';
import type { GroupWithTicket } from '../../../storage/queries.ts';
import { ErrorTypeTag } from '../../badges/error-type.tsx';
import { TicketBadge } from '../../badges/status.tsx';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import { Captured } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { Fact, Facts } from '../../design/facts.tsx';
import { ExactTime } from '../../design/time.tsx';
import { useTranslator } from '../../shell/language.tsx';

/** The error over all its occurrences. */
export function ErrorSummary({ group, site }: { group: GroupWithTicket; site: string }) {
  const { t, number } = useTranslator();
  return (
    <Card title={t(errorTexts.summary)} icon={ClipboardList}>
      <Facts>
        <Fact name={t(errorTexts.type)}>
          <ErrorTypeTag type={group.error_type} />
        </Fact>
        <Fact name={t(errorTexts.ticket)}>
          {group.ticket ? <TicketBadge ticket={group.ticket} /> : t(monitoringTexts.noTicket)}
        </Fact>
        <Fact name={t(errorTexts.occurrences)}>{number(group.count)}</Fact>
        <Fact name={t(errorTexts.clients)}>{number(group.clients)}</Fact>
        <Fact name={t(errorTexts.firstSeen)}>
          <ExactTime iso={group.first_seen} />
        </Fact>
        <Fact name={t(errorTexts.lastSeen)}>
          <ExactTime iso={group.last_seen} />
        </Fact>
        {site !== '' && (
          <Fact name={t(errorTexts.site)}>
            <Captured text={site} limit={120} />
          </Fact>
        )}
      </Facts>
    </Card>
  );
}
