import type { Translator } from '../../../../platform/i18n.ts';
import { errorTexts } from '../../../../platform/texts/error.ts';
import { ticketTexts } from '../../../../platform/texts/tickets.ts';
import { vocabulary } from '../../../../platform/texts/vocabulary.ts';
import { clampText, oneLine, visibleText } from '../../../design/visible-text.ts';
import type { TicketFacts } from '../read-ticket.ts';

/** Longest stack or message in a message to others, in UTF-16 units. */
const LIMIT = 4_000;

/** A text of a page as inline code, on one line: nothing in it is markup, a mention or a link. */
function inlineCode(text: string): string {
  const line = oneLine(text);
  const fence = longestRun(line, '`') + 1;
  const ticks = '`'.repeat(fence);
  // A space keeps the code's own back-ticks from joining the fence.
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return line === '' ? '' : `${ticks}${pad}${line}${pad}${ticks}`;
}

/** A text of a page as a block that nothing in it can end. */
function codeBlock(text: string): string {
  const { shown, hidden } = clampText(text, LIMIT);
  const fence = '`'.repeat(Math.max(3, longestRun(shown, '`') + 1));
  return `${fence}text\n${visibleText(shown)}${hidden > 0 ? '…' : ''}\n${fence}`;
}

function longestRun(text: string, sign: string): number {
  let longest = 0;
  let run = 0;
  for (const character of text) {
    run = character === sign ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function factLine(name: string, value: string): string {
  return value === '' ? '' : `- **${name}**: ${value}`;
}

/**
 * The ticket for a tracker or a chat, in the reader's language. Clients are counted and not named: the copy goes where people may read
 * who must not know them. Everything else is redacted as it is stored.
 */
export function ticketMarkdown(facts: TicketFacts, { t, number, dateTime }: Translator): string {
  const { ticket, evidence, signatures, clients, site } = facts;
  const known = signatures.flatMap(({ group }) => group ?? []);
  const place = evidence && evidence.source !== '' ? `${evidence.source}:${evidence.metadata.line}` : '';
  const { first_seen: first, last_seen: last } = ticket.metadata;
  const lines = [
    factLine(t(ticketTexts.columns.status), t(vocabulary.status[ticket.statut])),
    factLine(t(ticketTexts.columns.priority), t(vocabulary.priority[ticket.priorite])),
    factLine(t(ticketTexts.page.site), inlineCode(site)),
    factLine(t(errorTexts.fileAndLine), inlineCode(place)),
    factLine(t(errorTexts.context.page), inlineCode(evidence?.metadata.url ?? '')),
    factLine(t(errorTexts.occurrences), number(known.reduce((sum, group) => sum + group.count, 0))),
    factLine(t(ticketTexts.page.clients), number(clients.filter((client) => client.client_id !== null).length)),
    factLine(t(errorTexts.firstSeen), first === null ? '' : dateTime(first)),
    factLine(t(errorTexts.lastSeen), last === null ? '' : dateTime(last)),
  ];
  const parts = [
    `### ${ticket.metadata.number}: ${inlineCode(ticket.sujet)}`,
    lines.filter((text) => text !== '').join('\n'),
    evidence ? codeBlock(evidence.message) : codeBlock(ticket.description),
    evidence && evidence.stack_trace !== '' ? codeBlock(evidence.stack_trace) : '',
    ticket.resolution === null ? '' : `**${t(ticketTexts.page.resolution)}**\n\n${codeBlock(ticket.resolution)}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
