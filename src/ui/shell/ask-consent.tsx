import { ShieldCheck } from 'lucide-preact';
import { welcomeTexts } from '../../platform/texts/welcome.ts';
import { useConsent } from '../data/consent.ts';
import { ButtonLink } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { useTranslator } from './language.tsx';
import { WELCOME_PAGE } from './links.ts';

const texts = welcomeTexts.ask;

/** Says that nothing is captured as long as nobody agreed, and where to do so; nothing once somebody has. */
export function AskConsent() {
  const { t } = useTranslator();
  const consent = useConsent();
  if (consent.state !== 'ready' || consent.data.capture !== null) return null;
  return (
    <Notice
      tone="warning"
      title={t(texts.title)}
      actions={
        <ButtonLink kind="primary" icon={ShieldCheck} href={WELCOME_PAGE} newTab>
          {t(texts.open)}
        </ButtonLink>
      }
    >
      <p>{t(texts.body)}</p>
    </Notice>
  );
}
