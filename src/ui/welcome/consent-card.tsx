import { ShieldCheck, ShieldOff } from 'lucide-preact';
import type { Consent } from '../../core/consent.ts';
import { welcomeTexts } from '../../platform/texts/welcome.ts';
import { decide } from '../data/consent.ts';
import { failureSentence, useCommand } from '../data/use-command.ts';
import { Button } from '../design/button.tsx';
import { Card } from '../design/card.tsx';
import { Notice } from '../design/notice.tsx';
import { useTranslator } from '../shell/language.tsx';

const texts = welcomeTexts.consent;

/** What is captured, where it goes, who reads it, how it ends: in the order in which one asks. */
const ANSWERS = [texts.what, texts.where, texts.who, texts.end] as const;

/** Asks for the agreement without which nothing is captured, and takes it back. */
export function ConsentCard({ capture }: { capture: Consent['capture'] }) {
  const translator = useTranslator();
  const { t } = translator;
  const [state, run] = useCommand();
  const busy = state.state === 'busy';
  return (
    <Card title={t(texts.title)} icon={ShieldCheck}>
      <dl class="answers">
        {ANSWERS.map(({ question, answer }) => (
          <div key={question.en}>
            <dt>{t(question)}</dt>
            <dd>{t(answer)}</dd>
          </div>
        ))}
      </dl>
      <div role="status">
        {capture !== null && (
          <Notice tone="success" title={t(texts.agreed)}>
            <p>{t(texts.because[capture.by], { at: new Date(capture.at).getTime() })}</p>
          </Notice>
        )}
      </div>
      <div class="welcome-actions">
        {capture === null && (
          <Button
            kind="primary"
            icon={ShieldCheck}
            busy={busy}
            onClick={() => run(async () => decide('capture', true))}
          >
            {t(texts.agree)}
          </Button>
        )}
        {capture !== null && capture.by !== 'policy' && (
          <Button kind="quiet" icon={ShieldOff} busy={busy} onClick={() => run(async () => decide('capture', false))}>
            {t(texts.withdraw)}
          </Button>
        )}
      </div>
      {state.state === 'failed' && <p class="field-error">{failureSentence(translator, state.error)}</p>}
    </Card>
  );
}
