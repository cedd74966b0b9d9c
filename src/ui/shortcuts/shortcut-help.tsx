import { shortcutTexts } from '../../platform/texts/shortcuts.ts';
import { send } from '../../messages/client.ts';
import { failureSentence, useCommand } from '../data/use-command.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { CheckField, FieldError } from '../design/field.tsx';
import { Kbd } from '../design/kbd.tsx';
import { useTranslator } from '../shell/language.tsx';
import type { Shortcut } from './registry.ts';
import { useShortcutsOn } from './use-shortcuts.ts';

interface ShortcutHelpProps {
  /** What had a key when the help was asked for: those of the screen, and those of every screen. */
  here: readonly Shortcut[];
  everywhere: readonly Shortcut[];
  onClose: () => void;
}

/** Every shortcut of the present screen, and whether there shall be any. */
export function ShortcutHelp({ here, everywhere, onClose }: ShortcutHelpProps) {
  const translator = useTranslator();
  const { t } = translator;
  const on = useShortcutsOn();
  const [state, run] = useCommand();
  return (
    <Dialog title={t(shortcutTexts.title)} onClose={onClose}>
      <div class="dialog-form">
        {here.length > 0 && <Keys title={t(shortcutTexts.here)} shortcuts={here} />}
        <Keys title={t(shortcutTexts.everywhere)} shortcuts={everywhere} />
        <CheckField
          label={t(shortcutTexts.on)}
          hint={t(shortcutTexts.onHint)}
          checked={on}
          onChange={(value) => run(() => send({ type: 'settings.save', key: 'shortcuts', value }))}
        />
        <div role="alert">
          <FieldError text={state.state === 'failed' ? failureSentence(translator, state.error) : null} />
        </div>
        <div class="dialog-end">
          <Button autofocus onClick={onClose}>
            {t(shortcutTexts.close)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Keys({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section class="keys">
      <h3>{title}</h3>
      <dl class="keys">
        {shortcuts.map(({ keys, label }) => (
          <div key={keys} class="key-line">
            <dt>{label}</dt>
            <dd>
              <Kbd keys={keys} spoken />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
