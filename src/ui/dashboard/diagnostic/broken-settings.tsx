import { RotateCcw, Settings2 } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { DEFAULT_SETTINGS, type SettingFailure, type SettingKey } from '../../../core/settings.ts';
import { send } from '../../../messages/client.ts';
import { dashboardTexts } from '../../../platform/texts/dashboard.ts';
import { setAsideTexts } from '../../../platform/texts/set-aside.ts';
import { failureSentence, useCommand } from '../../data/use-command.ts';
import { Button, ButtonLink } from '../../design/button.tsx';
import { Captured } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { Notice } from '../../design/notice.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { OPTIONS_PAGE } from '../../shell/links.ts';

const texts = setAsideTexts.broken;

function isSetting(key: string): key is SettingKey {
  return Object.hasOwn(texts.byCode, key);
}

/** Settings that cannot be read: what applies instead, and a way back to one that works. */
export function BrokenSettings({ broken }: { broken: readonly SettingFailure[] }) {
  const translator = useTranslator();
  const { t } = translator;
  const [state, run] = useCommand();
  const outcome = useRef<HTMLParagraphElement>(null);
  const done = state.state === 'done';
  useEffect(() => {
    // The button that was pressed goes away with what it mended.
    if (done) outcome.current?.focus();
  }, [done]);
  const reset = (key: SettingKey) => run(() => send({ type: 'settings.save', key, value: DEFAULT_SETTINGS[key] }));
  return (
    <Card title={t(texts.cardTitle)} icon={Settings2}>
      {broken.length === 0 && <p class="muted">{t(texts.nothing)}</p>}
      <div class="column">
        {broken.map(({ key, detail }) =>
          isSetting(key) ? (
            <Broken key={key} name={key} detail={detail} busy={state.state === 'busy'} reset={() => reset(key)} />
          ) : null,
        )}
      </div>
      <p role="status" ref={outcome} tabIndex={-1}>
        {done && t(texts.resetDone)}
        {state.state === 'failed' && failureSentence(translator, state.error)}
      </p>
    </Card>
  );
}

interface BrokenProps {
  name: SettingKey;
  detail: string;
  busy: boolean;
  reset: () => void;
}

function Broken({ name, detail, busy, reset }: BrokenProps) {
  const { t } = useTranslator();
  return (
    <Notice
      tone="warning"
      title={t(texts.byCode[name].title)}
      actions={
        <>
          <Button size="small" icon={RotateCcw} busy={busy} onClick={reset}>
            {t(texts.reset)}
          </Button>
          <ButtonLink size="small" kind="quiet" href={OPTIONS_PAGE}>
            {t(dashboardTexts.options)}
          </ButtonLink>
        </>
      }
    >
      <p>{t(texts.byCode[name].cure)}</p>
      <p class="small muted">
        <Captured text={detail} limit={300} />
      </p>
    </Notice>
  );
}
