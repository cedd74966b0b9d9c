import { ticketTexts } from '../../platform/texts/tickets.ts';
import { useNow } from '../data/use-now.ts';
import { useTranslator } from '../shell/language.tsx';

/**
 * How long a ticket is still watched; the exact end is in the title, or beside it. A watch whose time is over ends with the next sweep.
 */
export function Countdown({ until, exact = false }: { until: string; exact?: boolean }) {
  const { t, relative, dateTime } = useTranslator();
  const now = useNow();
  const over = Date.parse(until) <= now;
  return (
    <time dateTime={until} title={dateTime(until)}>
      {over ? t(ticketTexts.page.endsNow) : `${t(ticketTexts.page.ends)} ${relative(until, now)}`}
      {exact && <span class="muted small countdown-end">{dateTime(until)}</span>}
    </time>
  );
}
