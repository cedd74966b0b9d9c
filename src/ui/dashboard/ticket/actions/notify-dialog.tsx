import { Mail } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { createTranslator, LANGUAGES, type Language } from '../../../../platform/i18n.ts';
import { optionsTexts } from '../../../../platform/texts/options.ts';
import { actionTexts } from '../../../../platform/texts/ticket-actions.ts';
import { dialogTexts } from '../../../../platform/texts/ticket-dialogs.ts';
import { useKeptText } from '../../../data/kept.ts';
import { ButtonLink } from '../../../design/button.tsx';
import { CommandDialog } from '../../../design/command-dialog.tsx';
import { Select, TextArea } from '../../../design/field.tsx';
import { Notice } from '../../../design/notice.tsx';
import { oneLine } from '../../../design/visible-text.ts';
import { useTranslator } from '../../../shell/language.tsx';
import { useSettings } from '../../../shell/stored-settings.tsx';
import type { TicketFacts } from '../read-ticket.ts';
import { mailAddress, MESSAGE_NAMES, messageTexts, type MessageName } from './client-messages.ts';
import type { TicketDialogProps } from './dialog-props.ts';
import { useTicketCommand } from './use-ticket-command.ts';

/** Everyone who can be written to: the clients seen with the error, and the ticket's own. */
function recipientsOf({ ticket, clients }: Pick<TicketFacts, 'ticket' | 'clients'>): string[] {
  return [...new Set([...clients, ticket].flatMap(({ client_email }) => client_email ?? []))];
}

/** A text that the ticket's clients are to read. */
export function NotifyDialog({ facts, onClose }: TicketDialogProps) {
  const { t } = useTranslator();
  const texts = dialogTexts.notify;
  const { ticket } = facts;
  const recipients = recipientsOf(facts);
  const settings = useSettings();
  const mails = settings.state === 'ready' && settings.data.notifications.enabled;
  const [state, submit] = useTicketCommand(ticket);
  const [message, setMessage, forget] = useKeptText(`${ticket.id} notify`);
  const [missing, setMissing] = useState(false);
  const subject = t(texts.subject, { number: ticket.metadata.number });
  const notify = () => {
    setMissing(message.trim() === '');
    if (message.trim() === '' || recipients.length === 0) return;
    submit({ op: 'notify', message }, t(actionTexts.done.notified), () => {
      forget();
      onClose();
    });
  };
  return (
    <CommandDialog
      title={t(texts.title)}
      submit={t(texts.submit)}
      state={state}
      problem={recipients.length === 0 ? t(texts.nobody) : null}
      onSubmit={notify}
      onClose={onClose}
    >
      {recipients.length > 0 && <Recipients recipients={recipients} />}
      <MessageStart number={ticket.metadata.number} onChoose={setMessage} />
      <TextArea
        label={t(texts.message)}
        hint={t(mails ? texts.messageHint : texts.mailsOff)}
        error={missing && message.trim() === '' ? t(texts.missing) : undefined}
        value={message}
        onChange={setMessage}
      />
      {recipients.length > 0 && message.trim() !== '' && (
        <ButtonLink kind="quiet" size="small" icon={Mail} href={mailAddress(recipients, subject, message)}>
          {t(texts.mail)}
        </ButtonLink>
      )}
    </CommandDialog>
  );
}

function Recipients({ recipients }: { recipients: readonly string[] }) {
  const { t, list } = useTranslator();
  return (
    <Notice tone="info" title={t(dialogTexts.notify.to, { count: recipients.length })}>
      <p class="small">{list(recipients.map((address) => oneLine(address, 120)))}</p>
    </Notice>
  );
}

/** Texts to begin with, in the client's language. Choosing one replaces what stands in the field. */
function MessageStart({ number, onChoose }: { number: string; onChoose: (message: string) => void }) {
  const { t, language: own } = useTranslator();
  const texts = dialogTexts.notify;
  const [name, setName] = useState<MessageName | ''>('');
  const [language, setLanguage] = useState<Language>(own);
  const choose = (chosen: MessageName | '', inLanguage: Language) => {
    setName(chosen);
    setLanguage(inLanguage);
    if (chosen !== '') onChoose(createTranslator(inLanguage).t(messageTexts(chosen).body, { number }));
  };
  return (
    <div class="dialog-row">
      <Select
        label={t(texts.template)}
        value={name}
        options={[
          { value: '', label: t(texts.ownWords) },
          ...MESSAGE_NAMES.map((value) => ({ value, label: t(messageTexts(value).title) })),
        ]}
        onChange={(value) => choose(value, language)}
      />
      <Select
        label={t(texts.language)}
        value={language}
        options={LANGUAGES.map((value) => ({
          value,
          label: t(value === 'fr' ? optionsTexts.display.french : optionsTexts.display.english),
        }))}
        onChange={(value) => choose(name, value)}
      />
    </div>
  );
}
