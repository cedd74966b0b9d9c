import { Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { send } from '../../messages/client.ts';
import { dataTexts } from '../../platform/texts/data.ts';
import { useCommand } from '../data/use-command.ts';
import { Button } from '../design/button.tsx';
import { CommandDialog } from '../design/command-dialog.tsx';
import { useAnnounce } from '../shell/announcer.tsx';
import { useTranslator } from '../shell/language.tsx';

/** Erases what was captured, once somebody was told that nothing brings it back. */
export function ErasePanel() {
  const { t } = useTranslator();
  const announce = useAnnounce();
  const [asked, setAsked] = useState(false);
  const [state, run] = useCommand();
  const texts = dataTexts.erase;
  const erase = () =>
    run(async () => {
      await send({ type: 'data.erase' });
      announce(t(texts.done));
      setAsked(false);
    });
  return (
    <div class="panel">
      <h3>{t(texts.title)}</h3>
      <p class="muted">{t(texts.body)}</p>
      <div class="form-actions">
        <Button kind="danger" icon={Trash2} onClick={() => setAsked(true)}>
          {t(texts.action)}
        </Button>
      </div>
      {asked && (
        <CommandDialog
          title={t(texts.question)}
          submit={t(texts.confirm)}
          state={state}
          onSubmit={erase}
          onClose={() => setAsked(false)}
        >
          <p>{t(texts.body)}</p>
          <p>{t(texts.warning)}</p>
        </CommandDialog>
      )}
    </div>
  );
}
