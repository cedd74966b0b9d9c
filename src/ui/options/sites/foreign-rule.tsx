import type { SiteRow } from '../../../core/rows.ts';
import type { AccountReading, AccountRule } from '../../../core/site-rules.ts';
import { send } from '../../../messages/client.ts';
import { sitesTexts } from '../../../platform/texts/sites.ts';
import { failureSentence, useCommand } from '../../data/use-command.ts';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';

const texts = sitesTexts.account;

/** A rule that came from somebody else: it reads accounts only when the person here agrees. */
export function ForeignRule({ site, rule: { read, name, field } }: { site: SiteRow; rule: AccountRule }) {
  const translator = useTranslator();
  const { t } = translator;
  const [state, run] = useCommand();
  const decide = (account: AccountReading | null) => run(() => send({ type: 'site.update', id: site.id, account }));
  return (
    <Notice
      tone="warning"
      actions={
        <>
          <Button size="small" busy={state.state === 'busy'} onClick={() => decide({ read, name, field })}>
            {t(texts.accept)}
          </Button>
          <Button size="small" kind="quiet" busy={state.state === 'busy'} onClick={() => decide(null)}>
            {t(texts.reject)}
          </Button>
        </>
      }
    >
      <p>{t(texts.foreign, { from: t(texts.source[read].label), name: oneLine(name, 100) })}</p>
      {state.state === 'failed' && <p class="field-error">{failureSentence(translator, state.error)}</p>}
    </Notice>
  );
}
