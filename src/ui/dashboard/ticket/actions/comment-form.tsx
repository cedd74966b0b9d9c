import { MessageSquarePlus } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import type { TicketRow } from '../../../../core/rows.ts';
import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { useKeptText } from '../../../data/kept.ts';
import { failureSentence } from '../../../data/use-command.ts';
import { Button } from '../../../design/button.tsx';
import { FieldError, TextArea } from '../../../design/field.tsx';
import { useTranslator } from '../../../shell/language.tsx';
import { useShortcuts } from '../../../shortcuts/use-shortcuts.ts';
import { useTicketCommand } from './use-ticket-command.ts';

/** A remark for the team, at the end of the timeline. */
export function CommentForm({ ticket }: { ticket: TicketRow }) {
  const translator = useTranslator();
  const { t } = translator;
  const texts = actionTexts.comments;
  const area = useRef<HTMLTextAreaElement>(null);
  const [state, submit] = useTicketCommand(ticket);
  const [text, setText, forget] = useKeptText(`${ticket.id} comment`);
  useShortcuts([{ keys: 'c', label: t(actionTexts.comment), run: () => area.current?.focus() }]);
  const add = () => {
    if (text.trim() === '' || state.state === 'busy') area.current?.focus();
    else submit({ op: 'comment', text }, t(actionTexts.done.comment), forget);
  };
  return (
    <form
      class="dialog-form comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add();
      }}
    >
      <TextArea label={t(texts.label)} hint={t(texts.hint)} value={text} onChange={setText} area={area} />
      <div role="alert">
        <FieldError text={state.state === 'failed' ? failureSentence(translator, state.error) : null} />
      </div>
      <div class="dialog-end">
        <Button type="submit" icon={MessageSquarePlus} busy={state.state === 'busy'}>
          {t(texts.submit)}
        </Button>
      </div>
    </form>
  );
}
