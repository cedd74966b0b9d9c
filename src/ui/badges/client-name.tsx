import { ticketTexts } from '../../platform/texts/tickets.ts';
import { Captured } from '../design/captured.tsx';
import { useTranslator } from '../shell/language.tsx';

/** Who is affected: the address, else the id, else nobody known. */
export function ClientName({ id, email }: { id: string | null; email: string | null }) {
  const { t } = useTranslator();
  if (email !== null) return <Captured text={email} limit={120} />;
  if (id !== null) {
    return (
      <code class="client-id">
        <Captured text={id} limit={80} />
      </code>
    );
  }
  return <span class="muted">{t(ticketTexts.unknownClient)}</span>;
}
