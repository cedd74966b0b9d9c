import { render } from 'preact';
import '../../src/ui/design/design.css';
import '../../src/ui/dashboard/ticket/timeline.css';
import { Dashboard } from '../../src/ui/dashboard/dashboard.tsx';
import { Page } from '../../src/ui/shell/page.tsx';

render(
  <Page>
    <Dashboard />
  </Page>,
  document.body,
);
