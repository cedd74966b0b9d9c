import { ChevronDown, Mail } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { NotificationRow } from '../../../../core/rows.ts';
import { send } from '../../../../messages/client.ts';
import { commonTexts } from '../../../../platform/texts/common.ts';
import { notificationTexts as texts } from '../../../../platform/texts/notifications.ts';
import { failureSentence, useCommand } from '../../../data/use-command.ts';
import { Button, ButtonLink } from '../../../design/button.tsx';
import { Card } from '../../../design/card.tsx';
import { FieldError } from '../../../design/field.tsx';
import { useAnnounce } from '../../../shell/announcer.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import { OPTIONS_MAIL } from '../../../shell/links.ts';
import { useSettings } from '../../../shell/stored-settings.tsx';
import { NotificationItem } from './notification-item.tsx';

const STEP = 20;

/** Who was told what of the ticket, when, and what became of it; latest first. */
export function NotificationsCard({ notifications }: { notifications: readonly NotificationRow[] }) {
  const translator = useTranslator();
  const { t, number } = translator;
  const announce = useAnnounce();
  const [limit, setLimit] = useState(STEP);
  const [state, run] = useCommand();
  const again = (row: NotificationRow) =>
    run(async () => {
      await send({
        type: 'ticket.command',
        id: crypto.randomUUID(),
        ticket: row.ticket_id,
        command: { op: 'resend', notification: row.id },
      });
      announce(t(texts.repeated));
    });
  return (
    <Card
      title={t(texts.title)}
      icon={Mail}
      aside={notifications.length > 0 && <span class="muted">{number(notifications.length)}</span>}
    >
      {notifications.length === 0 ? <p class="muted">{t(texts.none)}</p> : <MailsOff />}
      <div role="alert">
        <FieldError text={state.state === 'failed' ? failureSentence(translator, state.error) : null} />
      </div>
      <ul class="notified">
        {notifications.slice(0, limit).map((row) => (
          <NotificationItem key={row.id} row={row} busy={state.state === 'busy'} again={() => again(row)} />
        ))}
      </ul>
      {notifications.length > limit && (
        <Button size="small" icon={ChevronDown} onClick={() => setLimit(limit + STEP)}>
          {t(commonTexts.showMore)}
        </Button>
      )}
    </Card>
  );
}

function MailsOff() {
  const { t } = useTranslator();
  const settings = useSettings();
  if (settings.state !== 'ready' || settings.data.notifications.enabled) return null;
  return (
    <p class="small muted">
      {t(texts.off)}{' '}
      <ButtonLink kind="quiet" size="small" href={OPTIONS_MAIL}>
        {t(texts.toOptions)}
      </ButtonLink>
    </p>
  );
}
