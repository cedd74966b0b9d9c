import { CircleCheck, TicketPlus } from 'lucide-preact';
import { commonTexts } from '../../../platform/texts/common.ts';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import type { GroupWithTicket } from '../../../storage/queries.ts';
import { ErrorTypeTag } from '../../badges/error-type.tsx';
import { Place } from '../../badges/place.tsx';
import { SiteName } from '../../badges/site-name.tsx';
import { TicketBadge } from '../../badges/status.tsx';
import { Tag } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { CapturedLine } from '../../design/captured.tsx';
import { Count } from '../../design/count.tsx';
import { Cell, Row, type RowPlace } from '../../design/table.tsx';
import { Time } from '../../design/time.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { errorHref } from '../../shell/links.ts';
import type { ErrorRow } from './read-errors.ts';
import { RowActions } from './row-actions.tsx';
import { Trend } from './trend.tsx';
import type { ErrorActions } from '../../triage/use-error-actions.ts';

interface ErrorTableRowProps {
  row: ErrorRow;
  site: string;
  actions: ErrorActions;
  /** Asks how to ignore errors like this occurrence. */
  ignore: (id: string) => void;
  place: RowPlace;
}

/** One error: what it is, how often and when, its ticket, and what can be done about it. */
export function ErrorTableRow({ row: { key, group }, site, actions, ignore, place }: ErrorTableRowProps) {
  const { t } = useTranslator();
  const titles = monitoringTexts.columns;
  return (
    <Row place={place}>
      <Cell kind="main">
        <a class="row-link" href={errorHref(group.last_error_id)} data-row={key}>
          <CapturedLine text={group.message} />
        </a>
        <div class="row-sub">
          <ErrorTypeTag type={group.error_type} />
          {group.resolved && <Tag icon={CircleCheck}>{t(monitoringTexts.resolvedTag)}</Tag>}
          <Place source={group.source} line={group.line} />
          <SiteName name={site} />
        </div>
      </Cell>
      <Cell kind="trend">
        <Trend error={group} />
      </Cell>
      <Cell kind="number" label={t(titles.occurrences)}>
        <Count value={group.count} of={commonTexts.occurrences} />
      </Cell>
      <Cell kind="number" label={t(titles.clients)}>
        <Count value={group.clients} of={commonTexts.clients} />
      </Cell>
      <Cell kind="time" label={t(titles.firstSeen)}>
        <Time iso={group.first_seen} />
      </Cell>
      <Cell kind="time" label={t(titles.lastSeen)}>
        <Time iso={group.last_seen} />
      </Cell>
      <Cell kind="badge">
        <ErrorTicket error={group} actions={actions} />
      </Cell>
      <Cell kind="actions">
        <RowActions error={group} actions={actions} ignore={ignore} />
      </Cell>
    </Row>
  );
}

/** The ticket of the error, or a way to one. */
function ErrorTicket({ error, actions }: { error: GroupWithTicket; actions: ErrorActions }) {
  const { t } = useTranslator();
  if (error.ticket) return <TicketBadge ticket={error.ticket} />;
  return (
    <Button size="small" icon={TicketPlus} busy={actions.busy} onClick={() => actions.createTicket(error)}>
      {t(monitoringTexts.actions.createTicket)}
    </Button>
  );
}
