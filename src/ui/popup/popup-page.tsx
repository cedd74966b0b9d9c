import { LayoutDashboard, MessageSquareWarning, Settings as Cogwheel } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { TicketRow } from '../../core/rows.ts';
import { siteOf } from '../../core/project.ts';
import { commonTexts } from '../../platform/texts/common.ts';
import { popupTexts } from '../../platform/texts/popup.ts';
import { reportTexts } from '../../platform/texts/report.ts';
import { sites, tabPage } from '../../storage/queries.ts';
import { revocations, revokedSince } from '../../storage/revocations.ts';
import { db } from '../data/database.ts';
import { isWebAddress, pagePattern, useGranted } from '../data/grants.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { useNow } from '../data/use-now.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { Announcer } from '../shell/announcer.tsx';
import { useDocumentTitle } from '../shell/appearance.ts';
import { AskConsent } from '../shell/ask-consent.tsx';
import { useTranslator } from '../shell/language.tsx';
import { TeamBadge } from '../team/team-badge.tsx';
import { dashboardHref, OPTIONS_PAGE, ticketHref } from '../shell/links.ts';
import { ReadFailed } from '../shell/read-failed.tsx';
import { PageShortcuts } from '../shortcuts/page-shortcuts.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { CalledHosts } from './called-hosts.tsx';
import { MyTickets } from './my-tickets.tsx';
import { PopupErrors } from './popup-errors.tsx';
import { readLists } from './read-lists.ts';
import { ReportForm } from './report/report-form.tsx';
import { SiteCard } from './site-card.tsx';
import { useTab, type OpenTab } from './use-tab.ts';
import { watchState } from './watch-state.ts';

/** The panel behind the icon: is this site watched, and what went wrong here. */
export function PopupPage() {
  const { t } = useTranslator();
  const tab = useTab();
  useDocumentTitle(t(popupTexts.title));
  return (
    <Announcer>
      <header class="popup-head">
        <img src="/icon.svg" alt="" width="28" height="28" />
        <h1>{t(commonTexts.appName)}</h1>
        <nav class="popup-links">
          <PageShortcuts screens={false} />
          <ButtonLink kind="quiet" size="small" icon={LayoutDashboard} href={dashboardHref()} newTab>
            {t(popupTexts.openDashboard)}
          </ButtonLink>
          <ButtonLink kind="quiet" size="small" icon={Cogwheel} href={OPTIONS_PAGE} newTab>
            {t(popupTexts.openOptions)}
          </ButtonLink>
        </nav>
      </header>
      <main class="popup-main" tabIndex={-1}>
        <TeamBadge newTab />
        <AskConsent />
        {tab === undefined && <Skeleton lines={4} />}
        {tab === null && (
          <Notice tone="warning" title={t(popupTexts.noTab.title)}>
            <p>{t(popupTexts.noTab.body)}</p>
          </Notice>
        )}
        {tab && <TabPanel tab={tab} />}
        {!tab && <MyTickets />}
      </main>
    </Announcer>
  );
}

/** All that the first picture shows, at once: a question that waits for another is a picture later. */
async function readPanel({ id, url }: OpenTab) {
  const [known, page, revoked] = await Promise.all([sites(db), tabPage(db, id), revocations(db)]);
  const site = isWebAddress(url) ? siteOf(url, known) : undefined;
  return { sites: known, page, revoked, lists: await readLists(id, site?.id ?? null) };
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
  const live = useLiveQuery(() => readPanel({ id, url }), [id, url]);
  if (live.state === 'failed') return <ReadFailed {...live} />;
  if (live.state === 'loading' || granted === null) return <Skeleton lines={4} />;
  return <Known tab={{ id, url }} panel={live.data} granted={granted} now={now} />;
}

interface KnownProps {
  tab: OpenTab;
  panel: Panel;
  granted: boolean;
  /** ISO 8601. */
  now: string;
}

function Known({ tab, panel, granted, now }: KnownProps) {
  const { id, url } = tab;
  const [reporting, report] = useState(false);
  const [reported, setReported] = useState<TicketRow | null>(null);
  const { origin, site, since } = siteFacts(url, panel);
  const state = watchState({ url, granted, revoked: since !== undefined, site, now });
  const stale = panel.page?.origin !== origin;
  if (reporting) {
    const done = (ticket: TicketRow) => {
      setReported(ticket);
      report(false);
    };
    return <ReportForm tab={id} onDone={done} onCancel={() => report(false)} />;
  }
  return (
    <>
      <div role="status">{reported !== null && <Reported ticket={reported} />}</div>
      <SiteCard tab={tab} state={state} site={site} since={since} stale={stale} />
      {state !== 'unwatchable' && <ReportButton onClick={() => report(true)} />}
      {state === 'watched' && site && <CalledHosts tab={id} project={site.id} />}
      <PopupErrors lists={panel.lists} project={site?.id ?? null} watched={state === 'watched'} />
      <MyTickets />
    </>
  );
}

function ReportButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslator();
  const label = t(reportTexts.action);
  useShortcuts([{ keys: 'n', label, run: onClick }]);
  return (
    <div>
      <Button size="small" icon={MessageSquareWarning} keys="n" onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}

function Reported({ ticket }: { ticket: TicketRow }) {
  const { t } = useTranslator();
  return (
    <Notice
      tone="success"
      actions={
        <ButtonLink size="small" href={ticketHref(ticket.id, true)} newTab>
          {t(reportTexts.open)}
        </ButtonLink>
      }
    >
      <p>{t(reportTexts.done, { number: ticket.metadata.number })}</p>
    </Notice>
  );
}
