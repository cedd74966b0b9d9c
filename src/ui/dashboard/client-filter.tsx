import { useState } from 'preact/hooks';
import { ticketTexts } from '../../platform/texts/tickets.ts';
import { clientNames } from '../../storage/client-queries.ts';
import { db } from '../data/database.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { useTranslator } from '../shell/language.tsx';
import { SearchField } from './search-field.tsx';

interface ClientFilterProps {
  /** Part of an address or id. */
  client: string;
  onChange: (changes: { client: string }) => void;
}

/** Typed in part or chosen: whoever is there is found, however long ago. */
export function ClientFilter({ client, onChange }: ClientFilterProps) {
  const { t } = useTranslator();
  // Nobody is offered before somebody asks: the names take longer to read than the list.
  const [typed, type] = useState<string | null>(null);
  const live = useLiveQuery(async () => (typed === null ? [] : clientNames(db, typed)), [typed], 'later');
  return (
    <SearchField
      label={t(ticketTexts.columns.client)}
      placeholder={t(ticketTexts.allClients)}
      value={client}
      known={live.state === 'ready' ? live.data : []}
      onTyping={type}
      onChange={(value) => onChange({ client: value })}
    />
  );
}
