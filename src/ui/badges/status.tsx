import { Archive, CircleCheck, CircleDot, CirclePlay, Hourglass, type LucideIcon } from 'lucide-preact';
import type { TicketRow, TicketStatus } from '../../core/rows.ts';
import { vocabulary } from '../../platform/texts/vocabulary.ts';
import { Badge, type Tone } from '../design/badge.tsx';
import { useTranslator } from '../shell/language.tsx';
import { ticketHref } from '../shell/links.ts';

const LOOKS: Record<TicketStatus, { tone: Tone; icon: LucideIcon }> = {
  ouvert: { tone: 'danger', icon: CircleDot },
  en_cours: { tone: 'info', icon: CirclePlay },
  en_attente_client: { tone: 'warning', icon: Hourglass },
  resolu: { tone: 'success', icon: CircleCheck },
  ferme: { tone: 'neutral', icon: Archive },
};

export function StatusBadge({ status }: { status: TicketStatus }) {
  const { t } = useTranslator();
  return <Badge {...LOOKS[status]}>{t(vocabulary.status[status])}</Badge>;
}

/** The ticket of an error: its number and status, leading to the ticket. */
export function TicketBadge({ ticket, newTab = false }: { ticket: TicketRow; newTab?: boolean }) {
  const { t } = useTranslator();
  return (
    <Badge {...LOOKS[ticket.statut]} href={ticketHref(ticket.id, newTab)} newTab={newTab}>
      <span>
        {ticket.metadata.number}
        {' · '}
        {t(vocabulary.status[ticket.statut])}
      </span>
    </Badge>
  );
}
