import { Clock } from 'lucide-preact';
import type { ErrorLogRow } from '../../../core/rows.ts';
import { errorTexts } from '../../../platform/texts/error.ts';
import { BrowserName } from '../../badges/browser-name.tsx';
import { ClientName } from '../../badges/client-name.tsx';
import { Captured, CapturedBlock } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { Fact, Facts } from '../../design/facts.tsx';
import { ExactTime } from '../../design/time.tsx';
import { useTranslator } from '../../shell/language.tsx';

/** Where, when and to whom this one occurrence happened. */
export function OccurrenceCard({ row }: { row: ErrorLogRow }) {
  const { t } = useTranslator();
  const texts = errorTexts.context;
  const { url, title, top_url: topUrl, client_id: clientId, client_email: clientEmail, count } = row.metadata;
  const { release = '', environment = '' } = row.metadata;
  return (
    <Card title={t(texts.title)} icon={Clock}>
      <Facts>
        <Fact name={t(texts.time)}>
          <ExactTime iso={row.timestamp} />
        </Fact>
        <Fact name={t(texts.page)}>
          <CapturedBlock text={url} limit={400} />
        </Fact>
        {topUrl !== undefined && (
          <Fact name={t(texts.topPage)}>
            <CapturedBlock text={topUrl} limit={400} />
          </Fact>
        )}
        {title !== '' && (
          <Fact name={t(texts.pageTitle)}>
            <CapturedBlock text={title} limit={300} />
          </Fact>
        )}
        <Fact name={t(texts.browser)}>
          <BrowserName metadata={row.metadata} />
        </Fact>
        {environment !== '' && (
          <Fact name={t(texts.environment)}>
            <Captured text={environment} limit={60} />
          </Fact>
        )}
        {release !== '' && (
          <Fact name={t(texts.release)}>
            <Captured text={release} limit={100} />
          </Fact>
        )}
        <Fact name={t(texts.client)}>
          <ClientName id={clientId} email={clientEmail} />
        </Fact>
      </Facts>
      {count > 1 && <p class="muted small">{t(texts.repeated, { count })}</p>}
    </Card>
  );
}
