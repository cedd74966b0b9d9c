import { CircleCheck, CircleDashed, CircleMinus, CirclePlay, CircleX, type LucideIcon } from 'lucide-preact';
import { selfTestTexts } from '../../platform/texts/self-test.ts';
import { Badge, type Tone } from '../design/badge.tsx';
import { CodeBlock } from '../design/code-block.tsx';
import { Cell, Row } from '../design/table.tsx';
import { useTranslator } from '../shell/language.tsx';
import type { CaseState, SelfTestCase } from './self-test-case.ts';

const LOOKS: Record<CaseState['state'], { tone: Tone; icon: LucideIcon }> = {
  waiting: { tone: 'neutral', icon: CircleDashed },
  running: { tone: 'info', icon: CirclePlay },
  passed: { tone: 'success', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleX },
  hidden: { tone: 'neutral', icon: CircleMinus },
};

/** One case: what it is, how it went, and when it failed what was expected beside what came. */
export function CaseRow({ testCase, result }: { testCase: SelfTestCase; result: CaseState }) {
  const { t } = useTranslator();
  const { name, title, hidden } = testCase;
  return (
    <Row>
      <Cell kind="main" label={t(selfTestTexts.columns.name)}>
        <span lang="en">{title}</span>
        <br />
        <code class="small muted">{name}</code>
        {hidden !== null && <p class="small muted">{t(selfTestTexts.reason[hidden])}</p>}
        {result.state === 'failed' && (
          <div class="self-test-difference">
            <h3>{t(selfTestTexts.expected)}</h3>
            <CodeBlock label={t(selfTestTexts.expected)} text={result.want} />
            <h3>{t(selfTestTexts.got)}</h3>
            <CodeBlock label={t(selfTestTexts.got)} text={result.got} />
          </div>
        )}
      </Cell>
      <Cell kind="badge" label={t(selfTestTexts.columns.result)}>
        <Badge {...LOOKS[result.state]}>{t(selfTestTexts.state[result.state])}</Badge>
      </Cell>
    </Row>
  );
}
