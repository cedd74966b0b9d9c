import { FlaskConical, LayoutDashboard } from 'lucide-preact';
import { alertOptionTexts } from '../../platform/texts/alert-options.ts';
import { commonTexts } from '../../platform/texts/common.ts';
import { dataTexts } from '../../platform/texts/data.ts';
import { ignoreTexts } from '../../platform/texts/ignore.ts';
import { mailTexts } from '../../platform/texts/mail.ts';
import { maskingTexts } from '../../platform/texts/masking.ts';
import { optionsTexts } from '../../platform/texts/options.ts';
import { selfTestTexts } from '../../platform/texts/self-test.ts';
import { sitesTexts } from '../../platform/texts/sites.ts';
import { teamTexts } from '../../platform/texts/team.ts';
import type { Settings } from '../../core/settings.ts';
import { lockedSettings } from '../../storage/policy.ts';
import { db } from '../data/database.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { ButtonLink } from '../design/button.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { Announcer } from '../shell/announcer.tsx';
import { useDocumentTitle } from '../shell/appearance.ts';
import { useTranslator } from '../shell/language.tsx';
import { SELF_TEST_PAGE, dashboardHref } from '../shell/links.ts';
import { ReadFailed } from '../shell/read-failed.tsx';
import { useSettings } from '../shell/stored-settings.tsx';
import { useShortcutListener } from '../shortcuts/use-shortcuts.ts';
import { templateTexts } from '../../platform/texts/templates.ts';
import { AlertsSection } from './alerts-section.tsx';
import { DataSection } from './data-section.tsx';
import { DisplaySection } from './display-section.tsx';
import { IdentitySection } from './identity-section.tsx';
import { IgnoreSection } from './ignore/ignore-section.tsx';
import { Lockable } from './lockable.tsx';
import { MailSection } from './mail/mail-section.tsx';
import { MaskingSection } from './masking/masking-section.tsx';
import { SitesSection } from './sites/sites-section.tsx';
import { TeamSection } from './team/team-section.tsx';
import { TemplatesSection } from './templates/templates-section.tsx';
import { TicketsSection } from './tickets-section.tsx';

const SECTIONS = [
  { id: 'identity', title: optionsTexts.identity.title },
  { id: 'display', title: optionsTexts.display.title },
  { id: 'tickets', title: optionsTexts.tickets.title },
  { id: 'alerts', title: alertOptionTexts.title },
  { id: 'mail', title: mailTexts.title },
  { id: 'templates', title: templateTexts.title },
  { id: 'masking', title: maskingTexts.title },
  { id: 'ignore', title: ignoreTexts.title },
  { id: 'sites', title: sitesTexts.title },
  { id: 'team', title: teamTexts.title },
  { id: 'data', title: dataTexts.title },
] as const;

/** Everything a person can set. */
export function OptionsPage() {
  return (
    <Announcer>
      <Everything />
    </Announcer>
  );
}

function Everything() {
  const { t } = useTranslator();
  const settings = useSettings();
  useShortcutListener();
  useDocumentTitle(t(optionsTexts.title));
  return (
    <>
      <a class="skip" href="#content">
        {t(commonTexts.skipToContent)}
      </a>
      <header class="bar">
        <div class="bar-inner">
          <span class="brand">
            <img src="/icon.svg" alt="" width="28" height="28" />
            {t(commonTexts.appName)}
          </span>
          <span class="bar-end">
            <ButtonLink kind="quiet" icon={FlaskConical} href={SELF_TEST_PAGE}>
              {t(selfTestTexts.title)}
            </ButtonLink>
            <ButtonLink kind="quiet" icon={LayoutDashboard} href={dashboardHref()}>
              {t(optionsTexts.dashboard)}
            </ButtonLink>
          </span>
        </div>
      </header>
      <main class="page options" id="content" tabIndex={-1}>
        <h1>{t(optionsTexts.heading)}</h1>
        <nav class="contents" aria-label={t(optionsTexts.sections)}>
          {SECTIONS.map(({ id, title }) => (
            <a key={id} href={`#${id}`}>
              {t(title)}
            </a>
          ))}
        </nav>
        <div class="column">
          {settings.state === 'loading' && <Skeleton lines={12} />}
          {settings.state === 'failed' && <ReadFailed {...settings} />}
          {settings.state === 'ready' && <StoredSections stored={settings.data} />}
          <SitesSection />
          <TeamSection />
          <DataSection />
        </div>
      </main>
    </>
  );
}

/** What stands in `cm_settings`, apart from what an administrator keeps. */
function StoredSections({ stored }: { stored: Settings }) {
  const policy = useLiveQuery(() => lockedSettings(db), []);
  const locked = policy.state === 'ready' ? policy.data : [];
  return (
    <>
      <Lockable settings={['identity']} locked={locked}>
        <IdentitySection stored={stored.identity} />
      </Lockable>
      <Lockable settings={['language', 'appearance']} locked={locked}>
        <DisplaySection language={stored.language} appearance={stored.appearance} />
      </Lockable>
      <Lockable settings={['tickets']} locked={locked}>
        <TicketsSection stored={stored.tickets} />
      </Lockable>
      <Lockable settings={['alerts']} locked={locked}>
        <AlertsSection stored={stored.alerts} />
      </Lockable>
      <Lockable settings={['notifications']} locked={locked}>
        <MailSection stored={stored.notifications} />
        <TemplatesSection stored={stored.notifications} />
      </Lockable>
      <Lockable settings={['redaction']} locked={locked}>
        <MaskingSection stored={stored.redaction} />
      </Lockable>
      <Lockable settings={['ignore']} locked={locked}>
        <IgnoreSection stored={stored.ignore} />
      </Lockable>
    </>
  );
}
