import { render } from 'preact';
import '../../src/ui/design/design.css';
import '../../src/ui/options/options.css';
import { Options } from '../../src/ui/options/options.tsx';
import { Page } from '../../src/ui/shell/page.tsx';

render(
  <Page>
    <Options />
  </Page>,
  document.body,
);
