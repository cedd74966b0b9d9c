import { mailTexts } from '../../../platform/texts/mail.ts';
import { TextField } from '../../design/field.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';
import { isPerDay, readAddresses, readAllowed } from './mail-drafts.ts';
import type { MailFieldsProps } from './mail-fields.tsx';
import { MailLines } from './mail-lines.tsx';

const texts = mailTexts.limits;

/** Whom mails go to without asking, whom never, and how many at most. */
export function MailLimits({ draft, complete, onChange }: MailFieldsProps) {
  const { t } = useTranslator();
  const [allowed, unsubscribed] = [readAllowed(draft.allowed), readAddresses(draft.unsubscribed)];
  const invalid = (wrong: string | null) =>
    complete && wrong !== null ? t(texts.invalid, { line: oneLine(wrong, 80) }) : undefined;
  return (
    <>
      <MailLines
        label={t(texts.allowed)}
        hint={t(texts.allowedHint)}
        error={invalid(allowed.wrong)}
        value={draft.allowed}
        onChange={(value) => onChange({ allowed: value })}
      />
      <MailLines
        label={t(texts.unsubscribed)}
        hint={t(texts.unsubscribedHint)}
        error={invalid(unsubscribed.wrong)}
        value={draft.unsubscribed}
        onChange={(value) => onChange({ unsubscribed: value })}
      />
      <TextField
        label={t(texts.perDay)}
        kind="number"
        error={complete && !isPerDay(draft.perDay) ? t(texts.perDayInvalid) : undefined}
        value={draft.perDay}
        onChange={(perDay) => onChange({ perDay })}
      />
    </>
  );
}
