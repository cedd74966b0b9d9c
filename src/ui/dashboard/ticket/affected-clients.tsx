import { ChevronDown, Users } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { commonTexts } from '../../../platform/texts/common.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import type { AffectedClient } from '../../../storage/queries.ts';
import { ClientName } from '../../badges/client-name.tsx';
import { Button } from '../../design/button.tsx';
import { Card } from '../../design/card.tsx';
import { Time } from '../../design/time.tsx';
import { useTranslator } from '../../shell/language.tsx';

const STEP = 20;

/** Everyone who met the error, last seen first. */
export function AffectedClients({ clients }: { clients: readonly AffectedClient[] }) {
  const { t, number } = useTranslator();
  const [limit, setLimit] = useState(STEP);
  const texts = ticketTexts.page;
  return (
    <Card
      title={t(texts.clients)}
      icon={Users}
      aside={clients.length > 0 && <span class="muted">{number(clients.length)}</span>}
    >
      {clients.length === 0 && <p class="muted">{t(texts.noClients)}</p>}
      <ul class="clients">
        {clients.slice(0, limit).map((client) => (
          <Client key={client.client_id ?? ''} client={client} />
        ))}
      </ul>
      {clients.length > limit && (
        <Button size="small" icon={ChevronDown} onClick={() => setLimit(limit + STEP)}>
          {t(commonTexts.showMore)}
        </Button>
      )}
    </Card>
  );
}

function Client({ client }: { client: AffectedClient }) {
  const { t } = useTranslator();
  const texts = ticketTexts.page;
  const { client_id: id, client_email: email } = client;
  return (
    <li class="client">
      {id === null && email === null ? (
        <span class="muted">{t(texts.unidentified)}</span>
      ) : (
        <ClientName id={id} email={email} />
      )}
      <span class="muted small">
        {t(commonTexts.occurrences, { count: client.count })}
        {' · '}
        {t(texts.firstSeen)} <Time iso={client.first_seen} />
        {' · '}
        {t(texts.lastSeen)} <Time iso={client.last_seen} />
      </span>
    </li>
  );
}
