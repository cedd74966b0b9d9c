import { render } from 'preact';
import '../../src/ui/design/design.css';
import '../../src/ui/popup/popup.css';
import { Popup } from '../../src/ui/popup/popup.tsx';
import { Page } from '../../src/ui/shell/page.tsx';

render(
  <Page>
    <Popup />
  </Page>,
  document.body,
);
