import { Eye } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import { commonTexts } from '../../../platform/texts/common.ts';
import { sitesTexts } from '../../../platform/texts/sites.ts';
import { grantsFor, requestGrant } from '../../data/grants.ts';
import { Button } from '../../design/button.tsx';
import { Field } from '../../design/field.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { focusInvalid } from '../focus-invalid.ts';
import { hostOf, readSiteAddress } from './site-address.ts';

type Outcome = { state: 'idle' | 'invalid' | 'asking' } | { state: 'done' | 'denied'; host: string };

/**
 * Makes the site and asks the browser, in one turn, since browsers forget the click at the first await, and in this order: what the
 * site's pages send first has its site. Refused, a site that is new goes again.
 */
async function ask(pattern: string): Promise<boolean> {
  const made = send({ type: 'site.add', pattern });
  const answer = requestGrant(grantsFor([pattern])).catch(() => false);
  const [{ id, isNew }, granted] = await Promise.all([made, answer]);
  if (!granted && isNew) await send({ type: 'site.update', id, removed: true });
  return granted;
}

/** Adds a site by its address, or many hosts as one site. */
export function AddSite() {
  const { t } = useTranslator();
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome>({ state: 'idle' });
  const texts = sitesTexts.add;
  const answered = (granted: boolean, host: string) => {
    setOutcome({ state: granted ? 'done' : 'denied', host });
    if (granted) setText('');
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const pattern = readSiteAddress(text);
    if (pattern === null) {
      setOutcome({ state: 'invalid' });
      focusInvalid(event);
      return;
    }
    const host = hostOf(pattern);
    setOutcome({ state: 'asking' });
    ask(pattern).then(
      (granted) => answered(granted, host),
      () => answered(false, host),
    );
  };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <Field
        label={t(texts.label)}
        hint={t(texts.hint)}
        error={outcome.state === 'invalid' ? t(texts.invalid) : undefined}
      >
        {(control) => (
          <div class="input-row">
            <input
              {...control}
              class="input"
              inputMode="url"
              autoComplete="url"
              spellcheck={false}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <Button type="submit" icon={Eye} busy={outcome.state === 'asking'}>
              {t(texts.action)}
            </Button>
          </div>
        )}
      </Field>
      <p role="status" class={outcome.state === 'denied' ? 'field-error' : 'small'}>
        {outcome.state === 'asking' && t(commonTexts.loading)}
        {outcome.state === 'done' && t(texts.done, { host: outcome.host })}
        {outcome.state === 'denied' && t(texts.denied, { host: outcome.host })}
      </p>
    </form>
  );
}
