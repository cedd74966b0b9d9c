import { CircleCheck, CircleMinus, CircleX, Clock, Hand, RotateCw, Send } from 'lucide-preact';
import { readReason } from '../../../../core/notification-reason.ts';
import type { NotificationRow } from '../../../../core/rows.ts';
import type { Text } from '../../../../platform/i18n.ts';
import { notificationTexts as texts } from '../../../../platform/texts/notifications.ts';
import { vocabulary } from '../../../../platform/texts/vocabulary.ts';
import { Badge, type Tone } from '../../../design/badge.tsx';
import { Button } from '../../../design/button.tsx';
import type { LucideIcon } from '../../../design/icon.tsx';
import { Time } from '../../../design/time.tsx';
import { oneLine } from '../../../design/visible-text.ts';
import { ApproveAddress } from '../../../mail/approve-address.tsx';
import { ToldReason } from '../../../mail/told-reason.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import { useSettings } from '../../../shell/stored-settings.tsx';

const LOOKS: Record<NotificationRow['status'], { tone: Tone; icon: LucideIcon }> = {
  due: { tone: 'info', icon: Clock },
  held: { tone: 'warning', icon: Hand },
  queued: { tone: 'info', icon: Send },
  sent: { tone: 'success', icon: CircleCheck },
  failed: { tone: 'danger', icon: CircleX },
  skipped: { tone: 'neutral', icon: CircleMinus },
};

/** What is on its way needs no second one. */
const REPEATABLE = new Set<NotificationRow['status']>(['sent', 'failed', 'skipped']);

interface NotificationItemProps {
  row: NotificationRow;
  busy: boolean;
  again: () => void;
}

/** One message to one person: what about, when, what became of it and why. */
export function NotificationItem({ row, busy, again }: NotificationItemProps) {
  const { t } = useTranslator();
  const settings = useSettings();
  const person = oneLine(row.recipient, 120);
  return (
    <li class="notification">
      <span>
        <strong>{person}</strong> <Badge {...LOOKS[row.status]}>{t(vocabulary.delivery[row.status])}</Badge>
      </span>
      <span class="muted small">
        <EventName event={row.event} />
        {' · '}
        <Time iso={row.updated_at} />
      </span>
      {row.reason !== undefined && <ToldReason {...readReason(row.reason)} />}
      {row.status === 'held' && settings.state === 'ready' && (
        <ApproveAddress address={row.recipient} settings={settings.data.notifications} />
      )}
      {REPEATABLE.has(row.status) && person !== '' && (
        <span>
          <Button
            size="small"
            kind="quiet"
            icon={RotateCw}
            busy={busy}
            aria-label={t(texts.againTo, { person })}
            onClick={again}
          >
            {t(texts.again)}
          </Button>
        </span>
      )}
    </li>
  );
}

function EventName({ event }: { event: string }) {
  const { t } = useTranslator();
  const known: Partial<Record<string, Text>> = vocabulary.event;
  const text = Object.hasOwn(known, event) ? known[event] : undefined;
  return <>{text === undefined ? oneLine(event, 60) : t(text)}</>;
}
