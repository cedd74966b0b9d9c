import { SearchX, Ticket } from 'lucide-preact';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import { Button } from '../../design/button.tsx';
import { EmptyState } from '../../design/empty-state.tsx';
import { useTranslator } from '../../shell/language.tsx';

/** An empty list: no ticket yet, or none that matches, with a way out. */
export function NoTickets({ clear, stopped }: { clear: (() => void) | undefined; stopped: string | undefined }) {
  const { t } = useTranslator();
  const texts = clear ? ticketTexts.noMatch : ticketTexts.empty;
  return (
    <EmptyState icon={clear ? SearchX : Ticket} title={t(texts.title)}>
      <p>{stopped ?? t(texts.body)}</p>
      {clear && <Button onClick={clear}>{t(ticketTexts.clear)}</Button>}
    </EmptyState>
  );
}
