import { ticketTexts } from '../../platform/texts/tickets.ts';
import { recentClients } from '../../storage/client-queries.ts';
import { db } from '../data/database.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { useTranslator } from '../shell/language.tsx';
import { SearchField } from './search-field.tsx';

interface ClientFilterProps {
  /** Part of an address or id. */
  client: string;
  onChange: (changes: { client: string }) => void;
}

/** Typed in part or chosen from those seen last. */
export function ClientFilter({ client, onChange }: ClientFilterProps) {
  const { t } = useTranslator();
  const live = useLiveQuery(() => recentClients(db), [], 'later');
  return (
    <SearchField
      label={t(ticketTexts.columns.client)}
      placeholder={t(ticketTexts.allClients)}
      value={client}
      known={live.state === 'ready' ? live.data : []}
      onChange={(value) => onChange({ client: value })}
    />
  );
}
