import { mailHeard, mailReason } from '../../platform/mail-reason.ts';
import { notificationTexts as texts } from '../../platform/texts/notifications.ts';
import { oneLine } from '../design/visible-text.ts';
import { useTranslator } from '../shell/language.tsx';

/** Why a mail does not go out: what that means, what to do, and what was heard. */
export function ToldReason({ code, detail }: { code: string; detail: string }) {
  const translator = useTranslator();
  const { t } = translator;
  const meaning = mailReason(code);
  return (
    <>
      {meaning !== null && <p class="small">{t(meaning)}</p>}
      {detail !== '' && code !== 'digest' && (
        <p class="small muted">{t(texts.said, { detail: oneLine(mailHeard(translator, code, detail), 300) })}</p>
      )}
    </>
  );
}
