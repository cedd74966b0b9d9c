import { ticketTexts } from '../../platform/texts/tickets.ts';
import { Captured } from '../design/captured.tsx';
import { oneLine } from '../design/visible-text.ts';
import { useTranslator } from '../shell/language.tsx';

/** Who is affected: the address, else the id, else nobody known. */
export function ClientName({ id, email }: { id: string | null; email: string | null }) {
  const { t } = useTranslator();
  if (email !== null)
    return (
      <span title={oneLine(email, 320)}>
        <Captured text={email} limit={120} />
      </span>
    );
  if (id !== null) {
    return (
      <code class="client-id" title={oneLine(id, 320)}>
        <Captured text={id} limit={80} />
      </code>
    );
  }
  return <span class="muted">{t(ticketTexts.unknownClient)}</span>;
}
