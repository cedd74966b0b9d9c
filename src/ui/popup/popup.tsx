import { LayoutDashboard, Settings as Cogwheel } from 'lucide-preact';
import { siteOf } from '../../core/project.ts';
import { commonTexts } from '../../platform/texts/common.ts';
import { popupTexts } from '../../platform/texts/popup.ts';
import { sites, tabPage } from '../../storage/queries.ts';
import { revocations, revokedSince } from '../../storage/revocations.ts';
import { db } from '../data/database.ts';
import { isWebAddress, pagePattern, useGranted } from '../data/grants.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { useNow } from '../data/use-now.ts';
import { ButtonLink } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { useDocumentTitle } from '../shell/appearance.ts';
import { AskConsent } from '../shell/ask-consent.tsx';
import { useTranslator } from '../shell/language.tsx';
import { TeamBadge } from '../team/team-badge.tsx';
import { dashboardHref, OPTIONS_PAGE } from '../shell/links.ts';
import { ReadFailed } from '../shell/read-failed.tsx';
import { CalledHosts } from './called-hosts.tsx';
import { PopupErrors } from './popup-errors.tsx';
import { SiteCard } from './site-card.tsx';
import { useTab, type OpenTab } from './use-tab.ts';
import { watchState } from './watch-state.ts';

/** The panel behind the icon: is this site watched, and what went wrong here. */
export function Popup() {
  const { t } = useTranslator();
  const tab = useTab();
  useDocumentTitle(t(popupTexts.title));
  return (
    <div class="popup">
      <header class="popup-head">
        <img src="/icon.svg" alt="" width="28" height="28" />
        <h1>{t(commonTexts.appName)}</h1>
        <nav class="popup-links">
          <ButtonLink kind="quiet" size="small" icon={LayoutDashboard} href={dashboardHref()} newTab>
            {t(popupTexts.openDashboard)}
          </ButtonLink>
          <ButtonLink kind="quiet" size="small" icon={Cogwheel} href={OPTIONS_PAGE} newTab>
            {t(popupTexts.openOptions)}
          </ButtonLink>
        </nav>
      </header>
      <main class="popup-main">
        <TeamBadge />
        <AskConsent />
        {tab === undefined && <Skeleton lines={4} />}
        {tab === null && (
          <Notice tone="warning" title={t(popupTexts.noTab.title)}>
            <p>{t(popupTexts.noTab.body)}</p>
          </Notice>
        )}
        {tab && <TabPanel tab={tab} />}
      </main>
    </div>
  );
}

async function readPanel(tab: number) {
  return { sites: await sites(db), page: await tabPage(db, tab), revoked: await revocations(db) };
}

type Panel = Awaited<ReturnType<typeof readPanel>>;

/** What is known of the page's site, and since when its grant is gone; nothing of what is no web page. */
function siteFacts(url: string, { sites: known, revoked }: Panel) {
  if (!isWebAddress(url)) return { origin: undefined, site: undefined, since: undefined };
  const { origin } = new URL(url);
  return { origin, site: siteOf(url, known), since: revokedSince(revoked, origin) };
}

function TabPanel({ tab: { id, url } }: { tab: OpenTab }) {
  const granted = useGranted(isWebAddress(url) ? [pagePattern(url)] : []);
  const now = new Date(useNow()).toISOString();
  const live = useLiveQuery(() => readPanel(id), [id]);
  if (live.state === 'failed') return <ReadFailed {...live} />;
  if (live.state === 'loading' || granted === null) return <Skeleton lines={4} />;
  const { origin, site, since } = siteFacts(url, live.data);
  const state = watchState({ url, granted, revoked: since !== undefined, site, now });
  const stale = live.data.page?.origin !== origin;
  return (
    <>
      <SiteCard tab={{ id, url }} state={state} site={site} since={since} stale={stale} />
      {state === 'watched' && site && <CalledHosts tab={id} project={site.id} />}
      <PopupErrors tab={id} project={site?.id ?? null} watched={state === 'watched'} />
    </>
  );
}
