import { FlaskConical } from 'lucide-preact';
import { diagnosticTexts } from '../../../platform/texts/diagnostic.ts';
import { selfTestTexts } from '../../../platform/texts/self-test.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useNow } from '../../data/use-now.ts';
import { ButtonLink } from '../../design/button.tsx';
import { CopyButton } from '../../design/copy-button.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { SELF_TEST_PAGE } from '../../shell/links.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { Screen } from '../screen.tsx';
import { BrokenSettings } from './broken-settings.tsx';
import { useEnvironment } from './environment.ts';
import { FailuresCard } from './failures-card.tsx';
import { IgnoredCard } from './ignored-card.tsx';
import { MailCard } from './mail-card.tsx';
import { readDiagnostic, type Diagnostic } from './read-diagnostic.ts';
import { RefusedCard } from './refused-card.tsx';
import { diagnosticReport } from './report.ts';
import { StateCard } from './state-card.tsx';

/** How Vigie itself is doing. */
export function DiagnosticScreen() {
  const translator = useTranslator();
  const { t } = translator;
  const live = useLiveQuery(readDiagnostic, []);
  const environment = useEnvironment();
  const at = new Date(useNow()).toISOString();
  const title = t(diagnosticTexts.heading);
  return (
    <Screen
      title={title}
      heading={title}
      facts={
        <div class="screen-facts">
          <CopyButton
            text={diagnosticReport(translator, environment, live, at)}
            label={t(diagnosticTexts.copyReport)}
          />
          <ButtonLink size="small" icon={FlaskConical} href={SELF_TEST_PAGE}>
            {t(selfTestTexts.open)}
          </ButtonLink>
          <span class="small muted">{t(diagnosticTexts.reportHint)}</span>
        </div>
      }
    >
      <div class="column">
        <StateCard environment={environment} counters={live.state === 'ready' ? live.data.counters : null} />
        {live.state === 'loading' && <Skeleton lines={10} />}
        {live.state === 'failed' && <ReadFailed {...live} />}
        {live.state === 'ready' && <Written {...live.data} />}
      </div>
    </Screen>
  );
}

function Written({ failures, aside, broken, ignore, notifications, mails }: Diagnostic) {
  return (
    <>
      <FailuresCard failures={failures} />
      <MailCard settings={notifications} counts={mails} />
      <BrokenSettings broken={broken} />
      <IgnoredCard ignored={aside.ignored} settings={ignore} locked={broken.some(({ key }) => key === 'ignore')} />
      <RefusedCard aside={aside} />
    </>
  );
}
