import { render } from 'preact';
import '../../src/ui/design/design.css';
import '../../src/ui/options/options.css';
import { OptionsPage } from '../../src/ui/options/options-page.tsx';
import { Page } from '../../src/ui/shell/page.tsx';

render(
  <Page>
    <OptionsPage />
  </Page>,
  document.body,
);
