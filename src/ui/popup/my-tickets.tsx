import { useId } from 'preact/hooks';
import type { Settings } from '../../core/settings.ts';
import { popupTexts } from '../../platform/texts/popup.ts';
import { openTicketsOf } from '../../storage/my-tickets.ts';
import { TicketBadge } from '../badges/status.tsx';
import { db } from '../data/database.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { CapturedLine } from '../design/captured.tsx';
import { useTranslator } from '../shell/language.tsx';
import { dashboardHref, OPTIONS_PAGE, ticketHref, ticketsHash } from '../shell/links.ts';
import { ReadFailed } from '../shell/read-failed.tsx';
import { useOwnName, useSettings } from '../shell/stored-settings.tsx';

/** More than these are for the dashboard. */
const SHOWN = 5;

const texts = popupTexts.mine;

/** The open tickets of whoever uses this browser: assigned to them, or about what they met. */
export function MyTickets() {
  const { t } = useTranslator();
  const heading = useId();
  const settings = useSettings();
  const name = useOwnName();
  if (settings.state !== 'ready') return null;
  return (
    <section class="popup-section" aria-labelledby={heading}>
      <h2 id={heading}>{t(texts.title)}</h2>
      {name === '' ? (
        <p class="muted">
          {t(texts.nobody)}{' '}
          <a href={`${OPTIONS_PAGE}#identity`} target="_blank" rel="noopener">
            {t(texts.sayWho)}
          </a>
        </p>
      ) : (
        <OwnTickets name={name} identity={settings.data.identity} />
      )}
    </section>
  );
}

function OwnTickets({ name, identity }: { name: string; identity: Settings['identity'] }) {
  const { t } = useTranslator();
  const { client_id, client_email } = identity;
  const live = useLiveQuery(
    () => openTicketsOf(db, name, { client_id, client_email }),
    [name, client_id, client_email],
    'later',
  );
  if (live.state === 'failed') return <ReadFailed {...live} />;
  if (live.state === 'loading') return null;
  if (live.data.length === 0) return <p class="muted">{t(texts.none)}</p>;
  return (
    <>
      <ul>
        {live.data.slice(0, SHOWN).map((ticket) => (
          <li key={ticket.id} class="my-ticket">
            <a class="row-link" href={ticketHref(ticket.id, true)} target="_blank" rel="noopener">
              <CapturedLine text={ticket.sujet} />
            </a>
            <TicketBadge ticket={ticket} newTab />
          </li>
        ))}
      </ul>
      {live.data.length > SHOWN && (
        <p>
          <a href={dashboardHref(ticketsHash({ client: name }))} target="_blank" rel="noopener">
            {t(texts.all, { count: live.data.length })}
          </a>
        </p>
      )}
    </>
  );
}
