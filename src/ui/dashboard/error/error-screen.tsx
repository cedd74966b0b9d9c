import { CircleCheck, FileQuestion } from 'lucide-preact';
import type { ErrorLogRow } from '../../../core/rows.ts';
import { errorTexts } from '../../../platform/texts/error.ts';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import { groupOf, occurrence, sites, type GroupWithTicket } from '../../../storage/queries.ts';
import { ErrorTypeTag } from '../../badges/error-type.tsx';
import { TicketBadge } from '../../badges/status.tsx';
import { db } from '../../data/database.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Tag } from '../../design/badge.tsx';
import { ButtonLink } from '../../design/button.tsx';
import { Captured } from '../../design/captured.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { MONITORING } from '../../shell/links.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { lastAddress } from '../list-memory.ts';
import { Screen } from '../screen.tsx';
import { BreadcrumbsCard } from './breadcrumbs-card.tsx';
import { ErrorActionBar } from './error-actions.tsx';
import { ErrorEvidence } from './error-evidence.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { GroupingCard } from './grouping-card.tsx';
import { IgnoreLikeThis } from './ignore-like-this.tsx';
import { MutedHint } from './muted-hint.tsx';
import { OccurrenceCard } from './occurrence-card.tsx';
import { OccurrenceList } from './occurrence-list.tsx';

interface ErrorFacts {
  row: ErrorLogRow;
  group: GroupWithTicket | undefined;
  /** Name of the site; '' when it is not known. */
  site: string;
}

async function readError(id: string): Promise<ErrorFacts | null> {
  const row = await occurrence(db, id);
  if (!row) return null;
  const { project, signature } = row.metadata;
  const group = await groupOf(db, project, signature);
  const site = (await sites(db)).find((known) => known.id === project);
  return { row, group, site: site?.name ?? '' };
}

/** One occurrence in full, and what is known of its error: the address names the occurrence. */
export function ErrorScreen({ id }: { id: string }) {
  const { t } = useTranslator();
  const live = useLiveQuery(() => readError(id), [id]);
  const title = t(errorTexts.title);
  const back = { href: lastAddress(MONITORING), label: t(errorTexts.back) };
  if (live.state === 'ready' && live.data !== null) return <KnownError {...live.data} back={back} />;
  return (
    <Screen title={title} heading={title} back={back}>
      {live.state === 'loading' && <Skeleton lines={10} />}
      {live.state === 'failed' && <ReadFailed {...live} />}
      {live.state === 'ready' && (
        <EmptyState icon={FileQuestion} title={t(errorTexts.unknown.title)}>
          <p>{t(errorTexts.unknown.body)}</p>
          <ButtonLink href={MONITORING}>{t(errorTexts.back)}</ButtonLink>
        </EmptyState>
      )}
    </Screen>
  );
}

function KnownError({ row, group, site, back }: ErrorFacts & { back: { href: string; label: string } }) {
  const { t } = useTranslator();
  const ticket = group?.ticket;
  return (
    <Screen
      title={t(errorTexts.title)}
      heading={<Captured text={row.message || row.metadata.name || t(errorTexts.title)} limit={200} />}
      back={back}
      facts={
        <div class="screen-facts">
          <ErrorTypeTag type={row.error_type} />
          {ticket && <TicketBadge ticket={ticket} />}
          {group?.resolved === true && <Tag icon={CircleCheck}>{t(monitoringTexts.resolvedTag)}</Tag>}
        </div>
      }
      aside={group && <ErrorActionBar error={group} />}
    >
      <div class="columns">
        <div class="column">
          <MutedHint row={row} />
          <ErrorEvidence row={row} />
          <BreadcrumbsCard crumbs={row.metadata.breadcrumbs} />
          <OccurrenceList row={row} />
        </div>
        <div class="column">
          {group && <ErrorSummary group={group} site={site} />}
          <OccurrenceCard row={row} />
          <GroupingCard row={row} />
          <IgnoreLikeThis row={row} />
        </div>
      </div>
    </Screen>
  );
}
