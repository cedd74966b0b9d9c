import { render } from 'preact';
import '../../src/ui/design/design.css';
import '../../src/ui/popup/popup.css';
import { PopupPage } from '../../src/ui/popup/popup-page.tsx';
import { Page } from '../../src/ui/shell/page.tsx';

render(
  <Page>
    <PopupPage />
  </Page>,
  document.body,
);
