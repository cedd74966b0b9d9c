import { useId } from 'preact/hooks';
import type { SiteRow } from '../../../core/rows.ts';
import type { SiteChange } from '../../../core/site-change.ts';
import { send } from '../../../messages/client.ts';
import type { Text } from '../../../platform/i18n.ts';
import { sitesTexts } from '../../../platform/texts/sites.ts';
import { failureSentence, useCommand } from '../../data/use-command.ts';
import { useTranslator } from '../../shell/language.tsx';

/** What is turned on and off about a site, at once. */
export function SiteSwitches({ site }: { site: SiteRow }) {
  return (
    <div>
      <Switch site={site} texts={sitesTexts.enabled} on={site.enabled} change={(enabled) => ({ enabled })} />
      <Switch site={site} texts={sitesTexts.network} on={site.network !== false} change={(network) => ({ network })} />
      <Switch
        site={site}
        texts={sitesTexts.unobtrusive}
        on={site.unobtrusive === true}
        change={(unobtrusive) => ({ unobtrusive })}
      />
    </div>
  );
}

interface SwitchProps {
  site: SiteRow;
  texts: { label: Text; hint: Text };
  on: boolean;
  change: (on: boolean) => SiteChange;
}

function Switch({ site, texts, on, change }: SwitchProps) {
  const translator = useTranslator();
  const { t } = translator;
  const hint = useId();
  const [state, run] = useCommand();
  return (
    <div>
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          aria-describedby={hint}
          onChange={(event) => {
            const fields = change(event.currentTarget.checked);
            run(() => send({ type: 'site.update', id: site.id, ...fields }));
          }}
        />
        {t(texts.label)}
      </label>
      <p id={hint} class="field-hint">
        {t(texts.hint)}
      </p>
      <p role="status" class="field-error">
        {state.state === 'failed' && failureSentence(translator, state.error)}
      </p>
    </div>
  );
}
