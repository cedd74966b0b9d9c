import { Filter, Plus, Stethoscope } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Settings } from '../../../core/settings.ts';
import { ignoreTexts as texts } from '../../../platform/texts/ignore.ts';
import { Button, ButtonLink } from '../../design/button.tsx';
import { addIgnoreRule } from '../../ignore/add-rule.ts';
import { IgnoreForm } from '../../ignore/ignore-form.tsx';
import { NEW_IGNORE, type OwnRule } from '../../ignore/ignore-draft.ts';
import { useFocusBack } from '../../data/use-focus-back.ts';
import { useTranslator } from '../../shell/language.tsx';
import { DIAGNOSTIC, dashboardHref } from '../../shell/links.ts';
import { Section } from '../section.tsx';
import { BuiltinRules } from './builtin-rules.tsx';
import { OwnRuleItem } from './own-rule-item.tsx';

const ADD = 'ignore-add';

/** Which captured errors are counted only. */
export function IgnoreSection({ stored }: { stored: Settings['ignore'] }) {
  const { t } = useTranslator();
  const [adding, setAdding] = useState(false);
  useFocusBack(adding, ADD);
  const add = async (rule: OwnRule) => {
    await addIgnoreRule(rule);
    setAdding(false);
  };
  return (
    <Section
      id="ignore"
      title={t(texts.title)}
      icon={Filter}
      intro={t(texts.intro)}
      aside={
        <ButtonLink size="small" kind="quiet" icon={Stethoscope} href={dashboardHref(DIAGNOSTIC)}>
          {t(texts.diagnostic)}
        </ButtonLink>
      }
    >
      <BuiltinRules settings={stored} />
      <div class="column">
        <h3>{t(texts.own)}</h3>
        {stored.rules.length === 0 && !adding && <p class="muted">{t(texts.none)}</p>}
        {stored.rules.length > 0 && (
          <ul class="sites">
            {stored.rules.map((rule) => (
              <OwnRuleItem key={rule.id} rule={rule} />
            ))}
          </ul>
        )}
        {adding ? (
          <div class="own-rule">
            <h4>{t(texts.form.newTitle)}</h4>
            <IgnoreForm initial={NEW_IGNORE} save={add} cancel={() => setAdding(false)} />
          </div>
        ) : (
          <div>
            <Button id={ADD} icon={Plus} onClick={() => setAdding(true)}>
              {t(texts.add)}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}
