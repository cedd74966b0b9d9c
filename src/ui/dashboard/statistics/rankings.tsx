import { Bug, Users } from 'lucide-preact';
import { commonTexts } from '../../../platform/texts/common.ts';
import { statisticsTexts as texts } from '../../../platform/texts/statistics.ts';
import type { PeriodClient, PeriodError } from '../../../storage/period-statistics.ts';
import { Captured, CapturedLine } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { Count } from '../../design/count.tsx';
import { Cell, Row, Table } from '../../design/table.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { monitoringHash, ticketHref } from '../../shell/links.ts';

/** The errors that came most often. Each leads to its ticket, or else to the list of errors. */
export function TopErrors({ errors }: { errors: readonly PeriodError[] }) {
  const { t } = useTranslator();
  const columns = [
    { key: 'error', title: t(texts.error) },
    { key: 'count', title: t(texts.count), align: 'number' as const },
  ];
  return (
    <Card title={t(texts.topErrors)} icon={Bug} flush>
      {errors.length === 0 && <p class="card-body muted">{t(texts.noErrors)}</p>}
      {errors.length > 0 && (
        <Table label={t(texts.topErrors)} columns={columns}>
          {errors.map((error) => (
            <Row key={`${error.project} ${error.signature}`}>
              <Cell kind="main">
                <a class="row-link" href={hrefOf(error)}>
                  <CapturedLine text={error.message} />
                </a>
              </Cell>
              <Cell kind="number" label={t(texts.count)}>
                <Count value={error.count} of={commonTexts.occurrences} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Card>
  );
}

/** Of a long message its beginning is enough to find the error by. */
function hrefOf({ ticket_id: ticket, message, project }: PeriodError): string {
  return ticket === null
    ? monitoringHash({ q: message.slice(0, 80), site: project, state: 'all' })
    : ticketHref(ticket);
}

/** The clients who met most errors; each leads to the tickets that affect them. */
export function TopClients({ clients }: { clients: readonly PeriodClient[] }) {
  const { t } = useTranslator();
  const columns = [
    { key: 'client', title: t(texts.client) },
    { key: 'count', title: t(texts.count), align: 'number' as const },
  ];
  return (
    <Card title={t(texts.topClients)} icon={Users} flush>
      {clients.length === 0 && <p class="card-body muted">{t(texts.noClients)}</p>}
      {clients.length > 0 && (
        <Table label={t(texts.topClients)} columns={columns}>
          {clients.map(({ client_id: id, client_email: email, count }) => (
            <Row key={id}>
              <Cell kind="main">
                <a class="row-link" href={monitoringHash({ client: email ?? id, state: 'all' })}>
                  <Captured text={email ?? id} limit={120} />
                </a>
              </Cell>
              <Cell kind="number" label={t(texts.count)}>
                <Count value={count} of={commonTexts.occurrences} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Card>
  );
}
