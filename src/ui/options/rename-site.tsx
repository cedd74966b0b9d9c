import { useEffect, useRef, useState } from 'preact/hooks';
import type { SiteRow } from '../../core/rows.ts';
import { send } from '../../messages/client.ts';
import { commonTexts } from '../../platform/texts/common.ts';
import { sitesTexts } from '../../platform/texts/sites.ts';
import { failureSentence, useCommand } from '../data/use-command.ts';
import { Button } from '../design/button.tsx';
import { Field } from '../design/field.tsx';
import { oneLine } from '../design/visible-text.ts';
import { useTranslator } from '../shell/language.tsx';

/** Gives a site another name; its id, and so its errors and tickets, stay. */
export function RenameSite({ site, close }: { site: SiteRow; close: () => void }) {
  const translator = useTranslator();
  const { t } = translator;
  const [name, setName] = useState(site.name);
  const [state, run] = useCommand();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const empty = name.trim() === '';
  const error = state.state === 'failed' ? failureSentence(translator, state.error) : undefined;
  const submit = (event: Event) => {
    event.preventDefault();
    if (empty) return;
    run(async () => {
      await send({ type: 'site.update', id: site.id, name: name.trim() });
      close();
    });
  };
  return (
    <form
      class="rename"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <Field
        label={t(sitesTexts.nameOf, { site: oneLine(site.name, 60) })}
        error={empty ? t(sitesTexts.nameEmpty) : error}
      >
        {(control) => (
          <input
            {...control}
            ref={input}
            class="input"
            maxLength={120}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="form-actions">
        <Button size="small" kind="primary" type="submit" busy={state.state === 'busy'}>
          {t(commonTexts.save)}
        </Button>
        <Button size="small" onClick={close}>
          {t(commonTexts.cancel)}
        </Button>
      </div>
    </form>
  );
}
