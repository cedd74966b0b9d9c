import { FlaskConical } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { SiteRow } from '../../../core/rows.ts';
import type { RuleTested } from '../../../messages/protocol.ts';
import type { Text } from '../../../platform/i18n.ts';
import { siteRulesTexts } from '../../../platform/texts/site-rules.ts';
import { tabOfSite } from '../../data/site-grants.ts';
import { failureSentence } from '../../data/use-command.ts';
import { Button } from '../../design/button.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';

interface RuleTrialProps {
  site: SiteRow;
  sites: readonly SiteRow[];
  /** Has the background try the rule on a tab. */
  test: (tab: number) => Promise<RuleTested>;
  /** The rule is wrong as it stands. */
  disabled: boolean;
}

type Outcome =
  | { state: 'idle' | 'busy' | 'no-tab' }
  | { state: 'done'; page: string; tested: RuleTested }
  | { state: 'failed'; error: unknown };

const texts = siteRulesTexts.test;

/** Tries a rule as it is being written on the tab of the site that was used last, and says what came of it. */
export function RuleTrial({ site, sites, test, disabled }: RuleTrialProps) {
  const translator = useTranslator();
  const { t } = translator;
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' });
  const run = async (): Promise<Outcome> => {
    const tab = await tabOfSite(site, sites);
    if (tab === null) return { state: 'no-tab' };
    return { state: 'done', page: tab.title, tested: await test(tab.id) };
  };
  const start = () => {
    setOutcome({ state: 'busy' });
    run().then(setOutcome, (error: unknown) => setOutcome({ state: 'failed', error }));
  };
  return (
    <div class="trial">
      <Button size="small" icon={FlaskConical} busy={outcome.state === 'busy'} disabled={disabled} onClick={start}>
        {t(texts.action)}
      </Button>
      <p role="status" class="small">
        {outcome.state === 'no-tab' && t(texts.noTab)}
        {outcome.state === 'failed' && failureSentence(translator, outcome.error)}
        {outcome.state === 'done' && <Verdict page={outcome.page} tested={outcome.tested} />}
      </p>
    </div>
  );
}

function Verdict({ page, tested: { value, refused } }: { page: string; tested: RuleTested }) {
  const { t } = useTranslator();
  const shown = oneLine(page, 60);
  if (value !== null) return <strong>{t(texts.found, { page: shown, value: oneLine(value, 120) })}</strong>;
  return <span class="field-error">{t(verdictText(refused ?? ''), { page: shown })}</span>;
}

function verdictText(code: string): Text {
  const known: Readonly<Record<string, Text>> = { ...siteRulesTexts.problems.rule.byCode, ...texts.byCode };
  return (Object.hasOwn(known, code) ? known[code] : undefined) ?? texts.byCode.other;
}
