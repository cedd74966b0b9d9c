import { Activity } from 'lucide-preact';
import { diagnosticTexts } from '../../../platform/texts/diagnostic.ts';
import type { Counters } from '../../../storage/counters.ts';
import type { Live } from '../../data/use-live-query.ts';
import { commonTexts } from '../../../platform/texts/common.ts';
import { Captured } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { Fact, Facts } from '../../design/facts.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { byteText, type Environment, type StorageUse } from './environment.ts';

const texts = diagnosticTexts.environment;

/** Hosts named one by one; the rest as a number. */
const NAMED = 50;

/** What Vigie runs in, and how much it holds. Shown even when the database does not answer. */
export function StateCard({ environment, counters }: { environment: Environment; counters: Counters | null }) {
  const { t, number } = useTranslator();
  return (
    <Card title={t(texts.cardTitle)} icon={Activity}>
      <Facts>
        <Fact name={t(texts.version)}>{environment.version}</Fact>
        <Fact name={t(texts.browserName)}>
          <span title={environment.userAgent}>{environment.browser}</span>
        </Fact>
        <Fact name={t(texts.hosts)}>
          <Hosts origins={environment.origins} />
        </Fact>
        <Fact name={t(texts.storage)}>
          <Storage storage={environment.storage} />
        </Fact>
        {counters && <Fact name={t(texts.openTickets)}>{number(counters.open_tickets)}</Fact>}
        {counters && <Fact name={t(texts.occurrences)}>{number(counters.occurrences)}</Fact>}
      </Facts>
    </Card>
  );
}

function Hosts({ origins }: { origins: Live<string[]> }) {
  const { t } = useTranslator();
  if (origins.state === 'loading') return <>{t(commonTexts.loading)}</>;
  if (origins.state === 'failed') return <>{t(texts.notTold)}</>;
  if (origins.data.length === 0) return <>{t(texts.noHosts)}</>;
  const hidden = origins.data.length - NAMED;
  return (
    <ul>
      {origins.data.slice(0, NAMED).map((origin) => (
        <li key={origin}>
          <Captured text={origin} limit={200} />
        </li>
      ))}
      {hidden > 0 && <li>{t(texts.hostsMore, { count: hidden })}</li>}
    </ul>
  );
}

function Storage({ storage }: { storage: Live<StorageUse> }) {
  const { t, locale } = useTranslator();
  if (storage.state === 'loading') return <>{t(commonTexts.loading)}</>;
  if (storage.state === 'failed') return <>{t(texts.notTold)}</>;
  const { usage, quota } = storage.data;
  if (usage === null || quota === null) return <>{t(texts.notTold)}</>;
  return <>{t(texts.used, { used: byteText(usage, locale), quota: byteText(quota, locale) })}</>;
}
