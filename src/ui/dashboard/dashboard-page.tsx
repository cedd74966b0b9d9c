import { Activity, Bug, ChartColumn, Compass, Settings as Cogwheel, Ticket, type LucideIcon } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { Route, Router, Switch, useLocation } from 'wouter-preact';
import { commonTexts } from '../../platform/texts/common.ts';
import { dashboardTexts } from '../../platform/texts/dashboard.ts';
import { ButtonLink } from '../design/button.tsx';
import { EmptyState } from '../design/empty-state.tsx';
import { Icon } from '../design/icon.tsx';
import { Announcer } from '../shell/announcer.tsx';
import { AskConsent } from '../shell/ask-consent.tsx';
import { useTranslator } from '../shell/language.tsx';
import { DIAGNOSTIC, MONITORING, OPTIONS_PAGE, STATISTICS, TICKETS } from '../shell/links.ts';
import { PageShortcuts } from '../shortcuts/page-shortcuts.tsx';
import { DiagnosticScreen } from './diagnostic/diagnostic-screen.tsx';
import { ErrorScreen } from './error/error-screen.tsx';
import { useHashPath } from './hash-route.ts';
import { MonitoringScreen } from './monitoring/monitoring-screen.tsx';
import { PaletteButton } from './palette/palette-button.tsx';
import { Screen } from './screen.tsx';
import { TeamBadge } from '../team/team-badge.tsx';
import { useTeamNews, type Listen } from '../team/use-team-news.ts';
import { StatisticsScreen } from './statistics/statistics-screen.tsx';
import { StorageNotice } from './storage-notice.tsx';
import { TicketScreen } from './ticket/ticket-screen.tsx';
import { TicketsScreen } from './tickets/tickets-screen.tsx';

interface DashboardProps {
  /** Brings what listens to a team. */
  listen?: () => Promise<Listen>;
}

/** The full-page view: errors, tickets, and one of each. */
export function DashboardPage({ listen }: DashboardProps) {
  return (
    <Router hook={useHashPath}>
      <Announcer>
        <Frame {...(listen && { listen })} />
      </Announcer>
    </Router>
  );
}

function Frame({ listen }: DashboardProps) {
  const { t } = useTranslator();
  useTeamNews(listen);
  const main = useRef<HTMLElement>(null);
  return (
    <>
      {/* Not a link to #main: the hash is the address of the screen. */}
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {t(commonTexts.skipToContent)}
      </button>
      <Header />
      <main class="page" ref={main} tabIndex={-1}>
        <AskConsent />
        <StorageNotice />
        <Switch>
          <Route path="/">
            <MonitoringScreen />
          </Route>
          <Route path="/monitoring">
            <MonitoringScreen />
          </Route>
          <Route path="/monitoring/:id">{({ id }) => <ErrorScreen key={id} id={id} />}</Route>
          <Route path="/tickets">
            <TicketsScreen />
          </Route>
          <Route path="/tickets/:id">{({ id }) => <TicketScreen key={id} id={id} />}</Route>
          <Route path="/statistics">
            <StatisticsScreen />
          </Route>
          <Route path="/diagnostic">
            <DiagnosticScreen />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </main>
    </>
  );
}

function Header() {
  const { t } = useTranslator();
  return (
    <header class="bar">
      <div class="bar-inner">
        <a class="brand" href={MONITORING}>
          <img src="/icon.svg" alt="" width="28" height="28" />
          {t(commonTexts.appName)}
        </a>
        <nav class="tabs" aria-label={t(dashboardTexts.navigation)}>
          <NavLink href={MONITORING} icon={Bug} label={t(dashboardTexts.monitoring)} />
          <NavLink href={TICKETS} icon={Ticket} label={t(dashboardTexts.tickets)} />
          <NavLink href={STATISTICS} icon={ChartColumn} label={t(dashboardTexts.statistics)} />
          <NavLink href={DIAGNOSTIC} icon={Activity} label={t(dashboardTexts.diagnostic)} />
        </nav>
        <span class="bar-end">
          <TeamBadge />
          <PaletteButton />
          <PageShortcuts />
          <ButtonLink kind="quiet" icon={Cogwheel} href={OPTIONS_PAGE}>
            {t(dashboardTexts.options)}
          </ButtonLink>
        </span>
      </div>
    </header>
  );
}

function NavLink({ href, icon, label }: { href: string; icon: LucideIcon; label: string }) {
  const [path] = useLocation();
  const target = href.slice(1);
  const here = path === target || (path === '/' && href === MONITORING);
  const inside = here || path.startsWith(`${target}/`);
  return (
    <a class="tab" href={href} aria-current={here ? 'page' : inside ? 'true' : undefined}>
      <Icon of={icon} />
      {label}
    </a>
  );
}

function NotFound() {
  const { t } = useTranslator();
  const title = t(dashboardTexts.notFound.title);
  return (
    <Screen title={title} heading={title}>
      <EmptyState icon={Compass} title={t(dashboardTexts.notFound.body)}>
        <ButtonLink href={MONITORING}>{t(dashboardTexts.notFound.action)}</ButtonLink>
      </EmptyState>
    </Screen>
  );
}
