import { Globe, LayoutDashboard } from 'lucide-preact';
import { commonTexts } from '../../platform/texts/common.ts';
import { welcomeTexts as texts } from '../../platform/texts/welcome.ts';
import { useConsent } from '../data/consent.ts';
import { ButtonLink } from '../design/button.tsx';
import { Card } from '../design/card.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { IdentitySection } from '../options/identity-section.tsx';
import { AddSite } from '../options/sites/add-site.tsx';
import { useDocumentTitle } from '../shell/appearance.ts';
import { useTranslator } from '../shell/language.tsx';
import { dashboardHref } from '../shell/links.ts';
import { ReadFailed } from '../shell/read-failed.tsx';
import { useSettings } from '../shell/stored-settings.tsx';
import { AllowSites } from './allow-sites.tsx';
import { ConsentCard } from './consent-card.tsx';
import { TestErrorCard } from './test-error-card.tsx';

/** The page of the first run: it asks for consent, then leads to the first ticket. */
export function WelcomePage() {
  const { t } = useTranslator();
  const consent = useConsent();
  useDocumentTitle(t(texts.title));
  return (
    <>
      <header class="bar">
        <div class="bar-inner">
          <span class="brand">
            <img src="/icon.svg" alt="" width="28" height="28" />
            {t(commonTexts.appName)}
          </span>
        </div>
      </header>
      <main class="page options welcome" id="content" tabIndex={-1}>
        <h1>{t(texts.heading)}</h1>
        <p>{t(texts.intro)}</p>
        {consent.state === 'loading' && <Skeleton lines={10} />}
        {consent.state === 'failed' && <ReadFailed {...consent} />}
        {consent.state === 'ready' && (
          <>
            <ConsentCard capture={consent.data.capture} />
            {consent.data.capture !== null && <Tour />}
          </>
        )}
      </main>
    </>
  );
}

/** What makes Vigie useful, in order; each part can be left for later. */
function Tour() {
  const { t } = useTranslator();
  const settings = useSettings();
  return (
    <>
      <Card title={t(texts.site.title)} icon={Globe}>
        <p class="muted">{t(texts.site.intro)}</p>
        <AllowSites />
        <AddSite />
      </Card>
      {settings.state === 'ready' && <IdentitySection stored={settings.data.identity} />}
      <TestErrorCard />
      <p>
        <ButtonLink icon={LayoutDashboard} href={dashboardHref()}>
          {t(texts.done)}
        </ButtonLink>
      </p>
    </>
  );
}
