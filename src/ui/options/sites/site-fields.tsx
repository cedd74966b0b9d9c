import { sitesTexts } from '../../../platform/texts/sites.ts';
import type { Text } from '../../../platform/i18n.ts';
import { Field } from '../../design/field.tsx';
import { useTranslator } from '../../shell/language.tsx';
import type { SiteDraft, SiteProblems } from './site-draft.ts';

interface SiteFieldsProps {
  draft: SiteDraft;
  edit: (changes: Partial<SiteDraft>) => void;
  problems: SiteProblems;
}

/** What a site is called, where it is, and what is normal on it. */
export function SiteFields({ draft, edit, problems }: SiteFieldsProps) {
  const { t } = useTranslator();
  const { name, patterns, quiet, environment } = draft;
  return (
    <>
      <TextField
        label={sitesTexts.name}
        value={name}
        limit={120}
        error={problems.name}
        set={(to) => edit({ name: to })}
      />
      <Field label={t(sitesTexts.patterns.label)} hint={t(sitesTexts.patterns.hint)} error={problems.patterns}>
        {(control) => (
          <textarea
            {...control}
            class="input"
            rows={Math.min(8, patterns.split('\n').length + 1)}
            autoComplete="off"
            spellcheck={false}
            value={patterns}
            onInput={(event) => edit({ patterns: event.currentTarget.value })}
          />
        )}
      </Field>
      <TextField
        {...sitesTexts.quiet}
        value={quiet}
        limit={400}
        error={problems.quiet}
        set={(to) => edit({ quiet: to })}
      />
      <TextField {...sitesTexts.environment} value={environment} limit={60} set={(to) => edit({ environment: to })} />
    </>
  );
}

interface TextFieldProps {
  label: Text;
  hint?: Text;
  error?: string | undefined;
  value: string;
  /** Most characters. */
  limit: number;
  set: (value: string) => void;
}

/** One line of text that is stored as it is written. */
export function TextField({ label, hint, error, value, limit, set }: TextFieldProps) {
  const { t } = useTranslator();
  return (
    <Field label={t(label)} {...(hint && { hint: t(hint) })} error={error}>
      {(control) => (
        <input
          {...control}
          class="input"
          maxLength={limit}
          autoComplete="off"
          spellcheck={false}
          value={value}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
