import { FileJson, Sheet } from 'lucide-preact';
import { ticketListTexts } from '../../../platform/texts/ticket-list.ts';
import type { TicketOrder } from '../../../storage/ticket-list.ts';
import { download } from '../../data/download.ts';
import { Button } from '../../design/button.tsx';
import { useAnnounce } from '../../shell/announcer.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcuts.ts';
import { findTickets } from './read-tickets.ts';
import { ticketsCsv, ticketsFileName, ticketsJson } from './ticket-files.ts';
import type { TicketListFilter } from './ticket-filter.ts';

/** Most tickets of one file. */
const LIMIT = 50_000;

const texts = ticketListTexts.export;
const FORMS = { csv: ticketsCsv, json: ticketsJson } as const;

/** Takes along all tickets that match, those beyond the end of the list too. */
export function ExportTickets({ filter, order }: { filter: TicketListFilter; order: TicketOrder }) {
  const { t } = useTranslator();
  const announce = useAnnounce();
  const save = async (form: 'csv' | 'json') => {
    const { rows } = await findTickets(filter, order, LIMIT);
    download(FORMS[form](rows.map(({ ticket }) => ticket)), ticketsFileName(new Date(), form));
    announce(t(texts.done, { count: rows.length }));
  };
  const run = (form: 'csv' | 'json') => {
    save(form).catch((error: unknown) => announce(t(texts.failed, { reason: String(error) })));
  };
  useShortcuts([
    { keys: '', label: t(texts.csv), run: () => run('csv') },
    { keys: '', label: t(texts.json), run: () => run('json') },
  ]);
  return (
    <>
      <Button kind="quiet" icon={Sheet} onClick={() => run('csv')}>
        {t(texts.csv)}
      </Button>
      <Button kind="quiet" icon={FileJson} onClick={() => run('json')}>
        {t(texts.json)}
      </Button>
    </>
  );
}
