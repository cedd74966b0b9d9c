import { LayoutDashboard, Play } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { commonTexts } from '../../platform/texts/common.ts';
import { optionsTexts } from '../../platform/texts/options.ts';
import { selfTestTexts } from '../../platform/texts/self-test.ts';
import { Button, ButtonLink } from '../design/button.tsx';
import { Card } from '../design/card.tsx';
import { Notice } from '../design/notice.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { Table } from '../design/table.tsx';
import { useDocumentTitle } from '../shell/appearance.ts';
import { useTranslator } from '../shell/language.tsx';
import { dashboardHref } from '../shell/links.ts';
import { CaseRow } from './case-row.tsx';
import type { CaseState, SelfTest, SelfTestCase } from './self-test-case.ts';
import { useSelfTest } from './use-self-test.ts';

/** Tries the capture in the browser of whoever looks at it. */
export function SelfTestPage<Case extends SelfTestCase>({ test }: { test: SelfTest<Case> }) {
  const { t } = useTranslator();
  const host = useRef<HTMLDivElement>(null);
  const { cases, broken, states, running, start } = useSelfTest(test);
  useDocumentTitle(`${t(selfTestTexts.title)} · ${t(commonTexts.appName)}`);
  return (
    <>
      <a class="skip" href="#content">
        {t(commonTexts.skipToContent)}
      </a>
      <header class="bar">
        <div class="bar-inner">
          <span class="brand">
            <img src="/icon.svg" alt="" width="28" height="28" />
            {t(commonTexts.appName)}
          </span>
          <span class="bar-end">
            <ButtonLink kind="quiet" icon={LayoutDashboard} href={dashboardHref()}>
              {t(optionsTexts.dashboard)}
            </ButtonLink>
          </span>
        </div>
      </header>
      <main class="page column" id="content" tabIndex={-1}>
        <h1>{t(selfTestTexts.heading)}</h1>
        <p>{t(selfTestTexts.intro)}</p>
        {broken !== null && (
          <div role="alert">
            <Notice tone="danger" title={t(selfTestTexts.unreadable.title)}>
              <p>{t(selfTestTexts.unreadable.body)}</p>
            </Notice>
          </div>
        )}
        {broken === null && cases === null && <Skeleton lines={12} />}
        {cases !== null && (
          <Cases
            cases={cases}
            states={states}
            running={running}
            onRun={() => {
              if (host.current) start(host.current);
            }}
          />
        )}
        <div class="self-test-frames" ref={host} aria-hidden="true" inert />
      </main>
    </>
  );
}

interface CasesProps {
  cases: readonly SelfTestCase[];
  states: ReadonlyMap<string, CaseState>;
  running: boolean;
  onRun: () => void;
}

function Cases({ cases, states, running, onRun }: CasesProps) {
  const { t } = useTranslator();
  const stateOf = ({ name, hidden }: SelfTestCase): CaseState =>
    hidden === null ? (states.get(name) ?? { state: 'waiting' }) : { state: 'hidden' };
  const count = (wanted: CaseState['state']): number => cases.filter((one) => stateOf(one).state === wanted).length;
  const done = count('passed') + count('failed');
  const total = cases.length - count('hidden');
  const columns = [
    { key: 'name', title: t(selfTestTexts.columns.name) },
    { key: 'result', title: t(selfTestTexts.columns.result) },
  ];
  return (
    <>
      <div class="self-test-run">
        <Button kind="primary" icon={Play} busy={running} onClick={onRun}>
          {t(done > 0 && !running ? selfTestTexts.runAgain : selfTestTexts.run)}
        </Button>
        {running && <progress aria-label={t(selfTestTexts.progress)} value={done} max={total} />}
        <p role="status">
          {running && t(selfTestTexts.running, { done, total })}
          {!running &&
            done > 0 &&
            t(selfTestTexts.summary, { passed: count('passed'), failed: count('failed'), hidden: count('hidden') })}
        </p>
      </div>
      <Card title={t(selfTestTexts.title)} flush>
        <Table label={t(selfTestTexts.title)} columns={columns}>
          {cases.map((one) => (
            <CaseRow key={one.name} testCase={one} result={stateOf(one)} />
          ))}
        </Table>
      </Card>
    </>
  );
}
