import { EyeOff, Play, Undo2 } from 'lucide-preact';
import type { Settings } from '../../../core/settings.ts';
import { send } from '../../../messages/client.ts';
import { commonTexts } from '../../../platform/texts/common.ts';
import { setAsideTexts } from '../../../platform/texts/set-aside.ts';
import { failureSentence, useCommand } from '../../data/use-command.ts';
import { Button } from '../../design/button.tsx';
import { Captured } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { Count } from '../../design/count.tsx';
import { Cell, Row, Table } from '../../design/table.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { withRule } from '../../ignore/with-rule.ts';
import { ignoredRules, type IgnoredRule } from './ignored-rules.ts';
import { textOf } from './text-of.ts';

const texts = setAsideTexts.ignored;

const ORIGINS = { builtin: texts.builtinRule, own: texts.ownRule, quiet: texts.quietRule } as const;

interface IgnoredCardProps {
  ignored: Readonly<Record<string, number>>;
  settings: Settings['ignore'];
  /** The setting cannot be read: to save it here would overwrite the person's rules. */
  locked: boolean;
}

/** What ignore rules took out, each with a way to have it captured again. */
export function IgnoredCard({ ignored, settings, locked }: IgnoredCardProps) {
  const { t } = useTranslator();
  const rules = ignoredRules(ignored, settings);
  const columns = [
    { key: 'rule', title: t(texts.rule) },
    { key: 'occurrences', title: t(texts.occurrences), align: 'number' as const },
    { key: 'change', title: t(texts.change) },
  ];
  return (
    <Card title={t(texts.cardTitle)} icon={EyeOff} flush>
      <div class="card-body">
        <p class="muted">{t(rules.length === 0 ? texts.nothing : texts.intro)}</p>
        {locked && <p>{t(texts.locked)}</p>}
      </div>
      {rules.length > 0 && (
        <Table label={t(texts.tableLabel)} columns={columns}>
          {rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} settings={settings} locked={locked} />
          ))}
        </Table>
      )}
    </Card>
  );
}

interface RuleRowProps {
  rule: IgnoredRule;
  settings: Settings['ignore'];
  locked: boolean;
}

function RuleRow({ rule, settings, locked }: RuleRowProps) {
  const { t } = useTranslator();
  return (
    <Row>
      <Cell>
        <RuleName rule={rule} />
        {rule.kind !== 'gone' && <p class="small muted">{t(ORIGINS[rule.kind])}</p>}
      </Cell>
      <Cell label={t(texts.occurrences)} kind="number">
        <Count value={rule.count} of={commonTexts.occurrences} />
      </Cell>
      <Cell>
        {(rule.kind === 'builtin' || rule.kind === 'own') && !locked && <RuleSwitch rule={rule} settings={settings} />}
      </Cell>
    </Row>
  );
}

function RuleName({ rule }: { rule: IgnoredRule }) {
  const { t } = useTranslator();
  if (rule.kind === 'gone') return <>{t(texts.goneRule)}</>;
  if (rule.kind === 'quiet') return <>{t(texts.quietAnswers, { status: rule.name })}</>;
  if (rule.kind === 'builtin') {
    const name = textOf(texts.byCode, rule.id.replace(/^builtin:/u, ''));
    return <>{name === undefined ? rule.id : t(name)}</>;
  }
  return rule.name === '' ? <>{t(texts.nameless)}</> : <Captured text={rule.name} limit={200} />;
}

/** Turns the rule off, and on again: from the setting as it is now, so that changes made meanwhile stay. */
function RuleSwitch({ rule, settings }: { rule: IgnoredRule; settings: Settings['ignore'] }) {
  const translator = useTranslator();
  const { t } = translator;
  const [state, run] = useCommand();
  const change = () => {
    const value = withRule(settings, rule.id, !rule.enabled);
    run(() => send({ type: 'settings.save', key: 'ignore', value }));
  };
  return (
    <>
      <Button size="small" icon={rule.enabled ? Play : Undo2} busy={state.state === 'busy'} onClick={change}>
        {t(rule.enabled ? texts.captureAgain : texts.undoLabel)}
      </Button>
      <p class="small" role="status">
        {state.state === 'failed' && failureSentence(translator, state.error)}
        {state.state !== 'failed' && !rule.enabled && t(texts.ruleOff)}
        {state.state === 'done' && rule.enabled && t(texts.ruleOn)}
      </p>
    </>
  );
}
