import { render } from 'preact';
import '../../src/ui/design/design.css';
import '../../src/ui/options/options.css';
import '../../src/ui/welcome/welcome.css';
import { Page } from '../../src/ui/shell/page.tsx';
import { WelcomePage } from '../../src/ui/welcome/welcome-page.tsx';

render(
  <Page>
    <WelcomePage />
  </Page>,
  document.body,
);
