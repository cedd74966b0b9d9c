import { Bug } from 'lucide-preact';
import type { ErrorLogRow, TicketRow } from '../../../core/rows.ts';
import { errorTexts } from '../../../platform/texts/error.ts';
import { ticketTexts } from '../../../platform/texts/tickets.ts';
import { ErrorTypeTag } from '../../badges/error-type.tsx';
import { CapturedBlock } from '../../design/captured.tsx';
import { Card } from '../../design/card.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { MutedHint } from '../error/muted-hint.tsx';
import { SourcePlace } from '../error/source-place.tsx';
import { StackView } from '../error/stack-view.tsx';

/** The error that the ticket is about, as one occurrence tells it; without one, the ticket's own description. */
export function AssociatedError({ ticket, evidence }: { ticket: TicketRow; evidence: ErrorLogRow | undefined }) {
  const { t } = useTranslator();
  const texts = ticketTexts.page;
  if (!evidence) {
    return (
      <Card title={t(texts.error)} icon={Bug}>
        <p class="muted">{t(ticket.error_signature === null ? texts.manual : texts.noError)}</p>
        {ticket.description !== '' && <CapturedBlock text={ticket.description} />}
      </Card>
    );
  }
  return (
    <Card title={t(texts.error)} icon={Bug}>
      <div class="stacked">
        <MutedHint row={evidence} />
        <ErrorTypeTag type={evidence.error_type} />
        <SourcePlace row={evidence} />
        <div>
          <h3>{t(errorTexts.message)}</h3>
          <CapturedBlock text={evidence.message} />
        </div>
        {evidence.stack_trace !== '' && (
          <div>
            <h3>{t(errorTexts.stack)}</h3>
            <StackView label={t(errorTexts.stack)} stack={evidence.stack_trace} />
          </div>
        )}
      </div>
    </Card>
  );
}
