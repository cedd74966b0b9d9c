import { render } from 'preact';
import { browserFacts } from '../../src/background/ingest/browser-facts.ts';
import { parseCatalogue } from '../../src/self-test/catalogue.ts';
import { runCase } from '../../src/self-test/run-case.ts';
import '../../src/ui/design/design.css';
import '../../src/ui/self-test/self-test.css';
import type { CatalogueEntry } from '../../src/self-test/catalogue.ts';
import type { SelfTest } from '../../src/ui/self-test/self-test-case.ts';
import { SelfTestPage } from '../../src/ui/self-test/self-test-page.tsx';
import { Page } from '../../src/ui/shell/page.tsx';

const facts = browserFacts(navigator);
const test: SelfTest<CatalogueEntry> = {
  load: async () => parseCatalogue(await (await fetch('/self-test/catalogue.json')).text()),
  run: (entry, host) => runCase(entry, host, facts),
};

render(
  <Page>
    <SelfTestPage test={test} />
  </Page>,
  document.body,
);
