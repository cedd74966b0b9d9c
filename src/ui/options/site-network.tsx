import { useId } from 'preact/hooks';
import type { SiteRow } from '../../core/rows.ts';
import { send } from '../../messages/client.ts';
import { sitesTexts } from '../../platform/texts/sites.ts';
import { failureSentence, useCommand } from '../data/use-command.ts';
import { useTranslator } from '../shell/language.tsx';

/** Whether the browser itself is asked about a site's requests, beside its pages. */
export function SiteNetwork({ site }: { site: SiteRow }) {
  const translator = useTranslator();
  const { t } = translator;
  const hint = useId();
  const [state, run] = useCommand();
  return (
    <div>
      <label class="check">
        <input
          type="checkbox"
          checked={site.network !== false}
          aria-describedby={hint}
          onChange={(event) => {
            const network = event.currentTarget.checked;
            run(() => send({ type: 'site.update', id: site.id, network }));
          }}
        />
        {t(sitesTexts.network.label)}
      </label>
      <p id={hint} class="field-hint">
        {t(sitesTexts.network.hint)}
      </p>
      <p role="status" class="field-error">
        {state.state === 'failed' && failureSentence(translator, state.error)}
      </p>
    </div>
  );
}
