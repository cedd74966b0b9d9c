import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { WorkflowHtml } from '../../../diagnostics/surroundings.ts';
import type { Translator } from '../../../platform/i18n.ts';
import { SpeakLanguage } from '../../shell/language.tsx';
import { AssociatedError } from './associated-error.tsx';
import { CorrectionsCard } from './corrections/corrections-card.tsx';
import { TicketSummary } from './ticket-summary.tsx';
import { TimelineCard } from './timeline.tsx';

/**
 * The cards of the ticket's screen as text, for what one types into the console: the same parts, so that everything is escaped in one
 * place. What only works on a screen (buttons, forms) is left out.
 */
export const workflowHtml: WorkflowHtml = {
  summary: (facts, translator) => html(translator, <TicketSummary facts={facts} />),
  timeline: ({ history }, translator) => html(translator, <TimelineCard history={history} />),
  error: ({ ticket, evidence, corrections }, translator) =>
    html(
      translator,
      <>
        <AssociatedError ticket={ticket} evidence={evidence} />
        <CorrectionsCard corrections={corrections} />
      </>,
    ),
};

function html({ language }: Translator, children: ComponentChildren): string {
  return renderToString(<SpeakLanguage language={language}>{children}</SpeakLanguage>);
}
