import { FileQuestion } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import { PriorityTag } from '../../badges/priority.tsx';
import { StatusBadge, TicketBadge } from '../../badges/status.tsx';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { ButtonLink } from '../../design/button.tsx';
import { Captured } from '../../design/captured.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Notice } from '../../design/notice.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { TICKETS } from '../../shell/links.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { GroupingCard } from '../error/grouping-card.tsx';
import { lastAddress } from '../list-memory.ts';
import { Screen } from '../screen.tsx';
import { QuickActions } from './actions/quick-actions.tsx';
import type { Question } from './actions/question.ts';
import { QuestionDialog } from './actions/question-dialog.tsx';
import { AttachmentsCard } from './attachments/attachments-card.tsx';
import { AffectedClients } from './affected-clients.tsx';
import { AssociatedError } from './associated-error.tsx';
import { CorrectionsCard } from './corrections/corrections-card.tsx';
import { NotificationsCard } from './notifications/notifications-card.tsx';
import { readTicket, type TicketFacts } from './read-ticket.ts';
import { SignaturesCard } from './signatures-card.tsx';
import { TicketSummary } from './ticket-summary.tsx';
import { Timeline } from './timeline.tsx';

interface Back {
  href: string;
  label: string;
}

/** One ticket: what can be done to it, summary, error, corrections, timeline, and who is affected. */
export function TicketScreen({ id }: { id: string }) {
  const { t } = useTranslator();
  const live = useLiveQuery(() => readTicket(id), [id]);
  const title = t(ticketTexts.page.title, { number: '' }).trim();
  const back = { href: lastAddress(TICKETS), label: t(ticketTexts.page.back) };
  if (live.state === 'ready' && live.data !== null) return <KnownTicket facts={live.data} back={back} />;
  return (
    <Screen title={title} heading={title} back={back}>
      {live.state === 'loading' && <Skeleton lines={10} />}
      {live.state === 'failed' && <ReadFailed {...live} />}
      {live.state === 'ready' && (
        <EmptyState icon={FileQuestion} title={t(ticketTexts.unknown.title)}>
          <p>{t(ticketTexts.unknown.body)}</p>
          <ButtonLink href={TICKETS}>{t(ticketTexts.page.back)}</ButtonLink>
        </EmptyState>
      )}
    </Screen>
  );
}

function KnownTicket({ facts, back }: { facts: TicketFacts; back: Back }) {
  const { t } = useTranslator();
  const [question, ask] = useState<Question | null>(null);
  const { ticket, evidence } = facts;
  return (
    <Screen
      title={t(ticketTexts.page.title, { number: ticket.metadata.number })}
      heading={<Captured text={ticket.sujet} limit={200} />}
      back={back}
      facts={<TicketHead facts={facts} />}
    >
      <div class="stack-of-cards">
        {facts.mergedInto && <MergedNotice facts={facts} />}
        <QuickActions facts={facts} ask={ask} />
        <div class="columns">
          <div class="column">
            <AssociatedError ticket={ticket} evidence={evidence} />
            {facts.attachments.length > 0 && <AttachmentsCard attachments={facts.attachments} />}
            <CorrectionsCard corrections={facts.corrections} add={() => ask({ about: 'correction' })} />
            <Timeline ticket={ticket} history={facts.history} />
          </div>
          <div class="column">
            <TicketSummary facts={facts} />
            <AffectedClients clients={facts.clients} />
            <NotificationsCard notifications={facts.notifications} />
            <SignaturesCard
              ticket={ticket}
              signatures={facts.signatures}
              split={(signature) => ask({ about: 'split', signature })}
            />
            {evidence && <GroupingCard row={evidence} />}
          </div>
        </div>
      </div>
      <QuestionDialog facts={facts} question={question} onClose={() => ask(null)} />
    </Screen>
  );
}

function TicketHead({ facts: { ticket } }: { facts: TicketFacts }) {
  return (
    <div class="screen-facts">
      <span class="ticket-number">{ticket.metadata.number}</span>
      <StatusBadge status={ticket.statut} />
      <PriorityTag priority={ticket.priorite} />
    </div>
  );
}

function MergedNotice({ facts: { mergedInto } }: { facts: TicketFacts }) {
  const { t } = useTranslator();
  if (!mergedInto) return null;
  return (
    <Notice tone="info">
      <p>
        {t(ticketTexts.page.mergedInto)} <TicketBadge ticket={mergedInto} />
      </p>
    </Notice>
  );
}
