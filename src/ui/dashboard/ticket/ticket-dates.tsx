import { ticketTexts } from '../../../platform/texts/tickets.ts';
import { Fact } from '../../design/facts.tsx';
import { ExactTime } from '../../design/time.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';
import { Countdown } from '../../badges/countdown.tsx';
import type { TicketFacts } from './read-ticket.ts';
import { snoozeWords, type Totals } from './snooze-words.ts';

/** When things happened to the ticket, and what is going to. */
export function TicketDates({ facts: { ticket, signatures, clients } }: { facts: TicketFacts }) {
  const { t } = useTranslator();
  const texts = ticketTexts.page;
  const { monitoring_until: watchedUntil, snooze } = ticket.metadata;
  const totals = {
    occurrences: signatures.reduce((sum, { group }) => sum + (group?.count ?? 0), 0),
    clients: clients.filter((client) => client.client_id !== null).length,
  };
  return (
    <>
      <Fact name={t(texts.createdAt)}>
        <ExactTime iso={ticket.created_at} />
      </Fact>
      <Fact name={t(texts.updatedAt)}>
        <ExactTime iso={ticket.updated_at} />
      </Fact>
      <SettledDates ticket={ticket} />
      <Fact name={t(texts.monitoring)}>
        {watchedUntil === null ? t(texts.notMonitored) : <Countdown until={watchedUntil} exact />}
      </Fact>
      {snooze && (
        <Fact name={t(texts.snooze)}>
          <SnoozeState snooze={snooze} totals={totals} />
        </Fact>
      )}
    </>
  );
}

function SettledDates({ ticket }: Pick<TicketFacts, 'ticket'>) {
  const { t } = useTranslator();
  const texts = ticketTexts.page;
  const { resolved_at: resolvedAt, resolved_in: release, closed_by: closedBy } = ticket.metadata;
  return (
    <>
      {resolvedAt !== undefined && (
        <Fact name={t(texts.resolvedAt)}>
          <ExactTime iso={resolvedAt} />
          {release !== undefined && <> {t(texts.resolvedIn, { release: oneLine(release, 120) })}</>}
        </Fact>
      )}
      <Fact name={t(texts.closedAt)}>
        {ticket.closed_at === null ? t(texts.notClosed) : <ExactTime iso={ticket.closed_at} />}
        {ticket.closed_at !== null && closedBy === 'system' && <> {t(texts.closedBySystem)}</>}
      </Fact>
    </>
  );
}

function SnoozeState({ snooze, totals }: { snooze: Parameters<typeof snoozeWords>[0]; totals: Totals }) {
  const translator = useTranslator();
  return <>{translator.list(snoozeWords(snooze, totals, translator))}</>;
}
