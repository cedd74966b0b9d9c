import { IGNORE_CHECKS } from '../../../core/ignore/rules.ts';
import type { Settings } from '../../../core/settings.ts';
import { ignoreTexts } from '../../../platform/texts/ignore.ts';
import { setAsideTexts } from '../../../platform/texts/set-aside.ts';
import { useCommand } from '../../data/use-command.ts';
import { changeIgnore } from '../../ignore/change-ignore.ts';
import { withRule } from '../../ignore/with-rule.ts';
import { useTranslator } from '../../shell/language.tsx';
import { SaveStatus } from '../save-status.tsx';

/** The rules that come with Vigie, each with its switch. */
export function BuiltinRules({ settings }: { settings: Settings['ignore'] }) {
  const { t } = useTranslator();
  const [state, run] = useCommand();
  return (
    <fieldset class="fieldset">
      <legend>{t(ignoreTexts.builtin)}</legend>
      {IGNORE_CHECKS.map((check) => {
        const id = `builtin:${check}`;
        return (
          <label key={id} class="check">
            <input
              type="checkbox"
              checked={!settings.disabled.includes(id)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                run(() => changeIgnore((now) => withRule(now, id, on)));
              }}
            />
            {t(setAsideTexts.ignored.byCode[check])}
          </label>
        );
      })}
      <SaveStatus state={state} />
    </fieldset>
  );
}
