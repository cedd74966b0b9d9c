import { ShieldCheck } from 'lucide-preact';
import { send } from '../../messages/client.ts';
import type { Settings } from '../../core/settings.ts';
import { notificationTexts as texts } from '../../platform/texts/notifications.ts';
import { failureSentence, useCommand } from '../data/use-command.ts';
import { Button } from '../design/button.tsx';
import { FieldError } from '../design/field.tsx';
import { oneLine } from '../design/visible-text.ts';
import { useAnnounce } from '../shell/announcer.tsx';
import { useTranslator } from '../shell/language.tsx';

/** Allows an address that a page named: what is held for it goes out. */
export function ApproveAddress({ address, stored }: { address: string; stored: Settings['notifications'] }) {
  const translator = useTranslator();
  const { t } = translator;
  const announce = useAnnounce();
  const [state, run] = useCommand();
  const approve = () =>
    run(async () => {
      const allowed = [...stored.allowed, address.toLowerCase()];
      await send({ type: 'settings.save', key: 'notifications', value: { ...stored, allowed } });
      announce(t(texts.approved));
    });
  return (
    <span>
      <Button
        size="small"
        icon={ShieldCheck}
        busy={state.state === 'busy'}
        aria-label={t(texts.approveOf, { person: oneLine(address, 120) })}
        onClick={approve}
      >
        {t(texts.approve)}
      </Button>
      <span role="alert">
        <FieldError text={state.state === 'failed' ? failureSentence(translator, state.error) : null} />
      </span>
    </span>
  );
}
