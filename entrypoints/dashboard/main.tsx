import { render } from 'preact';
import { installGlobals } from '../../src/diagnostics/globals.ts';
import '../../src/ui/design/design.css';
import '../../src/ui/dashboard/ticket/corrections/diff.css';
import '../../src/ui/dashboard/ticket/timeline.css';
import '../../src/ui/dashboard/tickets/tickets.css';
import { DashboardPage } from '../../src/ui/dashboard/dashboard-page.tsx';
import { dashboardSurroundings } from '../../src/ui/dashboard/surroundings.ts';
import { Page } from '../../src/ui/shell/page.tsx';

const listen = async () => (await import('../../src/remote/listen.ts')).listen;

installGlobals(dashboardSurroundings());
render(
  <Page>
    <DashboardPage listen={listen} />
  </Page>,
  document.body,
);
