import { readReason } from '../../core/notification-reason.ts';
import type { Settings } from '../../core/settings.ts';
import { mailerTexts } from '../../platform/texts/mailer.ts';
import { notificationTexts } from '../../platform/texts/notifications.ts';
import { teamMails, type TeamMails as Mails } from '../../storage/mail-queries.ts';
import { db } from '../data/database.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { useNow } from '../data/use-now.ts';
import { Notice } from '../design/notice.tsx';
import { Time } from '../design/time.tsx';
import { useTranslator } from '../shell/language.tsx';
import { ToldReason } from './told-reason.tsx';

const texts = notificationTexts.team;
const OLDER = mailerTexts.check.byCode['team-sql-older'];

/** A service looks every few seconds, and this browser pulls every few minutes: who waits longer waits for a service, in milliseconds. */
const UNTRIED_MS = 1_800_000;

/** How the team's mail service does, by what becomes of the team's messages: it can run anywhere. */
export function TeamMails({ settings }: { settings: Settings['notifications'] }) {
  const live = useLiveQuery(() => teamMails(db, settings), [settings]);
  const { t } = useTranslator();
  return (
    <div role="status">
      {live.state === 'ready' && live.data.older && <Notice tone="warning" title={t(OLDER)} />}
      {live.state === 'ready' && <State {...live.data} />}
    </div>
  );
}

function State({ untried, since, reason }: Mails) {
  const { t } = useTranslator();
  const now = useNow();
  if (since !== null && now - Date.parse(since) > UNTRIED_MS) {
    return (
      <Notice tone="warning" title={t(texts.untried, { count: untried })}>
        <p>{t(texts.start)}</p>
        <p class="small muted">
          {t(texts.oldest)} <Time iso={since} />
        </p>
      </Notice>
    );
  }
  if (reason === null) return <Notice tone="info" title={t(texts.sends)} />;
  return (
    <Notice tone="danger" title={t(notificationTexts.service.fails)}>
      <ToldReason {...readReason(reason)} />
    </Notice>
  );
}
