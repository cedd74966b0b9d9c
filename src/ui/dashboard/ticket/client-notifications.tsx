import { Mail } from 'lucide-preact';
import type { NotificationRow } from '../../../core/rows.ts';
import type { Text } from '../../../platform/i18n.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { Icon } from '../../design/icon.tsx';
import { Time } from '../../design/time.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';

/** What one client was told about, and whether it went out; latest first. */
export function ClientNotifications({ notifications }: { notifications: readonly NotificationRow[] }) {
  const { t } = useTranslator();
  if (notifications.length === 0) return <span class="muted small">{t(ticketTexts.page.notNotified)}</span>;
  return (
    <ul class="small" aria-label={t(ticketTexts.page.notifications)}>
      {notifications.map((row) => (
        <li key={row.id}>
          <Icon of={Mail} /> <EventName event={row.event} />
          {' · '}
          {t(vocabulary.delivery[row.status])}
          {' · '}
          <Time iso={row.updated_at} />
        </li>
      ))}
    </ul>
  );
}

function EventName({ event }: { event: string }) {
  const { t } = useTranslator();
  const known: Partial<Record<string, Text>> = vocabulary.event;
  const text = Object.hasOwn(known, event) ? known[event] : undefined;
  return <>{text === undefined ? oneLine(event, 60) : t(text)}</>;
}
