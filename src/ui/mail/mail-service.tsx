import { RotateCw } from 'lucide-preact';
import { send } from '../../messages/client.ts';
import type { MailHealth } from '../../messages/protocol.ts';
import { commonTexts } from '../../platform/texts/common.ts';
import { notificationTexts } from '../../platform/texts/notifications.ts';
import { useAsked } from '../data/use-asked.ts';
import { failureSentence } from '../data/use-command.ts';
import type { Live } from '../data/use-live-query.ts';
import { Button } from '../design/button.tsx';
import { Fact, Facts } from '../design/facts.tsx';
import { Notice, type NoticeTone } from '../design/notice.tsx';
import { useTranslator } from '../shell/language.tsx';
import { ToldReason } from './told-reason.tsx';

const texts = notificationTexts.service;

function askService(): Promise<MailHealth> {
  return send({ type: 'mail.health' });
}

const askers = new Set<() => void>();

/** The button asks for everybody who looks. */
function whenAskedAgain(ask: () => void): () => void {
  askers.add(ask);
  return () => askers.delete(ask);
}

/** What the mail service says of itself, when one looks and when one asks again. */
export function MailService({ address }: { address: string }) {
  const { t } = useTranslator();
  const health = useAsked(askService, whenAskedAgain);
  return (
    <div class="mail-service">
      <div role="status">
        <Health health={health} address={address} />
      </div>
      <p>
        <Button
          size="small"
          icon={RotateCw}
          onClick={() => {
            for (const ask of askers) ask();
          }}
        >
          {t(texts.check)}
        </Button>
      </p>
    </div>
  );
}

/** Mails may go out although something should be mended. */
function toneOf({ state, code }: Exclude<MailHealth, { state: 'silent' }>): NoticeTone {
  if (state === 'fails') return 'danger';
  return code === '' ? 'success' : 'warning';
}

function Health({ health, address }: { health: Live<MailHealth>; address: string }) {
  const translator = useTranslator();
  const { t } = translator;
  if (health.state === 'loading') return <p class="muted">{t(commonTexts.loading)}</p>;
  if (health.state === 'failed') return <p class="field-error">{failureSentence(translator, health.error)}</p>;
  const { data } = health;
  if (data.state === 'silent') return <Notice tone="warning" title={t(texts.silent, { address })} />;
  return (
    <>
      <Notice tone={toneOf(data)} title={t(data.state === 'sends' ? texts.sends : texts.fails)}>
        {data.code !== '' && <ToldReason code={data.code} detail={data.detail} />}
      </Notice>
      <Facts>
        <Fact name={t(texts.queue)}>{t(texts.queueCounts, { ...data.queue })}</Fact>
      </Facts>
    </>
  );
}
