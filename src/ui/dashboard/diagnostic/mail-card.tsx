import { Mail } from 'lucide-preact';
import type { Settings } from '../../../core/settings.ts';
import { notificationTexts } from '../../../platform/texts/notifications.ts';
import type { MailCounts } from '../../../storage/mail-queries.ts';
import { Card } from '../../design/card.tsx';
import { Fact, Facts } from '../../design/facts.tsx';
import { MailState } from '../../mail/mail-state.tsx';
import { useTranslator } from '../../shell/language.tsx';

const texts = notificationTexts.service;

interface MailCardProps {
  settings: Settings['notifications'];
  counts: MailCounts;
}

/** How the mail service does, and how many messages wait for what. */
export function MailCard({ settings, counts }: MailCardProps) {
  const { t } = useTranslator();
  return (
    <Card title={t(texts.title)} icon={Mail}>
      {settings.enabled ? <MailState settings={settings} /> : <p class="muted">{t(texts.off)}</p>}
      <Facts>
        <Fact name={t(texts.here)}>{t(texts.hereCounts, { ...counts })}</Fact>
      </Facts>
    </Card>
  );
}
