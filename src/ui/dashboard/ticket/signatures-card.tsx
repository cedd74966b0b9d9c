import { GitFork, Split } from 'lucide-preact';
import type { TicketRow } from '../../../core/rows.ts';
import { automaticTicketId } from '../../../core/ticket.ts';
import { commonTexts } from '../../../platform/texts/common.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import type { SignatureOfTicket } from '../../../storage/ticket-queries.ts';
import { Place } from '../../badges/place.tsx';
import { Button } from '../../design/button.tsx';
import { Captured, CapturedLine } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { Time } from '../../design/time.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { errorHref } from '../../shell/links.ts';

interface SignaturesCardProps {
  ticket: TicketRow;
  signatures: readonly SignatureOfTicket[];
  /** Asks to give a signature a ticket of its own. */
  split: (signature: string) => void;
}

/** The ticket that a signature gets by itself; the one that it made cannot be left by it. */
function madeTicket({ project, signature }: SignatureOfTicket['alias']): string {
  return automaticTicketId(project, signature);
}

/** Every signature that leads to the ticket, where there are several: merged tickets, new releases. */
export function SignaturesCard({ ticket, signatures, split }: SignaturesCardProps) {
  const { t } = useTranslator();
  const texts = ticketTexts.page;
  if (signatures.length < 2) return null;
  return (
    <Card title={t(texts.signatures)} icon={GitFork}>
      <p class="muted small">{t(texts.signaturesBody)}</p>
      <ul class="signatures">
        {signatures.map((one) => (
          <li key={one.alias.id} class="signature">
            <SignatureFacts {...one} />
            {madeTicket(one.alias) !== ticket.id && (
              <Button
                size="small"
                icon={Split}
                aria-describedby={`signature-${one.alias.id}`}
                onClick={() => split(one.alias.signature)}
              >
                {t(texts.split)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function SignatureFacts({ alias, group }: SignatureOfTicket) {
  const { t } = useTranslator();
  return (
    <div class="signature-facts" id={`signature-${alias.id}`}>
      {group === undefined ? (
        <code>
          <Captured text={alias.signature} limit={200} />
        </code>
      ) : (
        <a class="row-link" href={errorHref(group.last_error_id)}>
          <CapturedLine text={group.message} />
        </a>
      )}
      <span class="row-sub">
        {group && <Place source={group.source} line={group.line} />}
        <span>{t(vocabulary.reason[alias.reason])}</span>
        {group ? (
          <span>
            {t(commonTexts.occurrences, { count: group.count })}
            {' · '}
            {t(ticketTexts.page.lastSeen)} <Time iso={group.last_seen} />
          </span>
        ) : (
          <span>{t(ticketTexts.page.otherBrowser)}</span>
        )}
      </span>
    </div>
  );
}
