import { ClipboardCopy, SquareTerminal } from 'lucide-preact';
import { commonTexts } from '../../../../platform/texts/common.ts';
import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { useAnnounce } from '../../../shell/announcer.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import { curlCommand } from '../copy/curl.ts';
import { ticketMarkdown } from '../copy/markdown.ts';
import type { TicketFacts } from '../read-ticket.ts';
import type { Action } from './action.ts';

/** What can be taken along: the ticket for a tracker or a chat, and the request that failed for a shell. */
export function useCopyActions(facts: TicketFacts): Action[] {
  const translator = useTranslator();
  const { t } = translator;
  const announce = useAnnounce();
  const copy = (text: string) => {
    navigator.clipboard.writeText(text).then(
      () => announce(t(commonTexts.copied)),
      () => announce(t(actionTexts.copyRefused)),
    );
  };
  const http = facts.evidence?.metadata.http;
  const markdown: Action = {
    name: 'markdown',
    icon: ClipboardCopy,
    label: t(actionTexts.copyMarkdown),
    keys: 'y',
    run: () => copy(ticketMarkdown(facts, translator)),
  };
  if (http === undefined) return [markdown];
  const run = () => copy(curlCommand(http));
  return [markdown, { name: 'curl', icon: SquareTerminal, label: t(actionTexts.copyCurl), keys: 'v', run }];
}
