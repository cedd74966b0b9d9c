import { mailTexts } from '../../../platform/texts/mail.ts';
import { useTranslator } from '../../shell/language.tsx';
import { SendTestForm } from './send-test-form.tsx';

const texts = mailTexts.test;

/** Sends a mail of a few words, to try the mail service. */
export function MailTest({ unsaved }: { unsaved: boolean }) {
  const { t } = useTranslator();
  return (
    <SendTestForm
      title={t(texts.title)}
      label={t(texts.to)}
      hint={unsaved ? t(texts.saveFirst) : undefined}
      action={t(texts.action)}
      done={t(texts.done)}
      mail={{ subject: t(texts.subject), text: t(texts.text) }}
    />
  );
}
