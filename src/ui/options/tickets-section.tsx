import { Ticket } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { TICKET_PRIORITIES } from '../../core/rows.ts';
import type { Settings } from '../../core/settings.ts';
import { optionsTexts } from '../../platform/texts/options.ts';
import { vocabulary } from '../../platform/texts/vocabulary.ts';
import { useCommand } from '../data/use-command.ts';
import { Select, TextField } from '../design/field.tsx';
import { useTranslator } from '../shell/language.tsx';
import { focusInvalid } from './focus-invalid.ts';
import { NumberField } from './number-field.tsx';
import { SaveRow } from './save-row.tsx';
import { saveSetting } from './save-setting.ts';
import { Section } from './section.tsx';
import { TicketClosing } from './ticket-closing.tsx';
import { readTicketRules, ticketDraft, ticketProblems } from './ticket-rules.ts';
import { TicketTypes } from './ticket-types.tsx';
import { useDraft } from './use-draft.ts';

/** When tickets are made, and how long they are watched. */
export function TicketsSection({ stored }: { stored: Settings['tickets'] }) {
  const translator = useTranslator();
  const { t, locale } = translator;
  const { draft, edit, changed } = useDraft(ticketDraft(stored, locale));
  const [tried, setTried] = useState(false);
  const [state, run] = useCommand();
  const texts = optionsTexts.tickets;
  const problems: ReturnType<typeof ticketProblems> = tried ? ticketProblems(draft, translator) : {};
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    const rules = readTicketRules(draft);
    if (rules === null) focusInvalid(event);
    else run(() => saveSetting('tickets', { ...stored, ...rules }));
  };
  return (
    <Section id="tickets" title={t(texts.title)} icon={Ticket}>
      <form class="form" noValidate onSubmit={submit}>
        <NumberField
          label={t(texts.threshold)}
          hint={t(texts.thresholdHint)}
          error={problems.threshold}
          value={draft.threshold}
          onInput={(threshold) => edit({ threshold })}
        />
        <Select
          label={t(texts.priority)}
          value={draft.priority}
          options={TICKET_PRIORITIES.map((value) => ({ value, label: t(vocabulary.priority[value]) }))}
          onChange={(priority) => edit({ priority })}
        />
        <TicketTypes types={draft.types} onChange={(types) => edit({ types })} />
        <TextField
          label={t(texts.httpStatuses)}
          hint={t(texts.httpStatusesHint)}
          error={problems.httpStatuses}
          maxLength={400}
          value={draft.httpStatuses}
          onChange={(httpStatuses) => edit({ httpStatuses })}
        />
        <NumberField
          label={t(texts.duration)}
          hint={t(texts.durationHint)}
          error={problems.hours}
          value={draft.hours}
          onInput={(hours) => edit({ hours })}
        />
        <TicketClosing {...draft} onChange={edit} />
        <SaveRow state={state} changed={changed} />
      </form>
    </Section>
  );
}
