import { LayoutDashboard, Settings as Cogwheel } from 'lucide-preact';
import { siteOf } from '../../core/project.ts';
import { commonTexts } from '../../platform/texts/common.ts';
import { popupTexts } from '../../platform/texts/popup.ts';
import { sites, tabPage } from '../../storage/queries.ts';
import { db } from '../data/database.ts';
import { isWebAddress, pagePattern, useGranted } from '../data/grants.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { ButtonLink } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { useDocumentTitle } from '../shell/appearance.ts';
import { useTranslator } from '../shell/language.tsx';
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

function TabPanel({ tab }: { tab: OpenTab }) {
  const watchable = isWebAddress(tab.url);
  const granted = useGranted(watchable ? [pagePattern(tab.url)] : []);
  const live = useLiveQuery(async () => ({ sites: await sites(db), page: await tabPage(db, tab.id) }), [tab.id]);
  if (live.state === 'failed') return <ReadFailed {...live} />;
  if (live.state === 'loading' || granted === null) return <Skeleton lines={4} />;
  const site = watchable ? siteOf(tab.url, live.data.sites) : undefined;
  const stale = live.data.page?.origin !== (watchable ? new URL(tab.url).origin : undefined);
  const state = watchState(tab.url, granted, site);
  return (
    <>
      <SiteCard tab={tab} state={state} site={site} stale={stale} />
      {state === 'watched' && site && <CalledHosts project={site.id} />}
      <PopupErrors tab={tab.id} project={site?.id ?? null} watched={state === 'watched'} />
    </>
  );
}
