import { mailTexts as texts } from '../../../platform/texts/mail.ts';
import { Field } from '../../design/field.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';
import { isService, readAddresses, type MailDraft } from './mail-drafts.ts';
import { MailLines } from './mail-lines.tsx';

const EXAMPLE = 'http://localhost:3000';

export interface MailFieldsProps {
  draft: MailDraft;
  /** Somebody tried to save: what is wrong is said. */
  complete: boolean;
  onChange: (change: Partial<MailDraft>) => void;
}

/** Which service sends, and who is told beside the clients. */
export function MailFields({ draft, complete, onChange }: MailFieldsProps) {
  const { t } = useTranslator();
  const { wrong } = readAddresses(draft.admins);
  return (
    <>
      <Field
        label={t(texts.service)}
        hint={t(texts.serviceHint, { address: EXAMPLE })}
        error={complete && !isService(draft.service) ? t(texts.serviceInvalid, { address: EXAMPLE }) : undefined}
      >
        {(control) => (
          <input
            {...control}
            class="input"
            inputMode="url"
            autoComplete="off"
            spellcheck={false}
            value={draft.service}
            onInput={(event) => onChange({ service: event.currentTarget.value })}
          />
        )}
      </Field>
      <MailLines
        label={t(texts.admins)}
        hint={t(texts.adminsHint)}
        error={complete && wrong !== null ? t(texts.adminsInvalid, { line: oneLine(wrong, 80) }) : undefined}
        value={draft.admins}
        onChange={(admins) => onChange({ admins })}
      />
    </>
  );
}
