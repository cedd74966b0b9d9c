import { Ticket } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { ERROR_TYPES, TICKET_PRIORITIES, type ErrorType } from '../../core/rows.ts';
import type { Settings } from '../../core/settings.ts';
import { optionsTexts } from '../../platform/texts/options.ts';
import { vocabulary } from '../../platform/texts/vocabulary.ts';
import { useCommand } from '../data/use-command.ts';
import { Select } from '../design/field.tsx';
import { useTranslator } from '../shell/language.tsx';
import { focusInvalid } from './focus-invalid.ts';
import { NumberField } from './number-field.tsx';
import { SaveRow } from './save-row.tsx';
import { saveSetting } from './save-setting.ts';
import { Section } from './section.tsx';
import { HOURS, readHours, readWhole, ruleTexts, THRESHOLD } from './ticket-rules.ts';
import { TicketTypes } from './ticket-types.tsx';
import { useDraft } from './use-draft.ts';

/** When tickets are made, and how long they are watched. */
export function TicketsSection({ stored }: { stored: Settings['tickets'] }) {
  const { t, locale } = useTranslator();
  const written = useDraft({ ...ruleTexts(stored, locale), priority: stored.priority, types: ordered(stored.types) });
  const { draft, edit, changed } = written;
  const [tried, setTried] = useState(false);
  const [state, run] = useCommand();
  const texts = optionsTexts.tickets;
  const threshold = readWhole(draft.threshold, THRESHOLD);
  const monitoringDuration = readHours(draft.hours);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (threshold === null || monitoringDuration === null) {
      focusInvalid(event);
      return;
    }
    const { priority, types } = draft;
    run(() => saveSetting('tickets', { ...stored, threshold, monitoringDuration, priority, types }));
  };
  return (
    <Section id="tickets" title={t(texts.title)} icon={Ticket}>
      <form class="form" noValidate onSubmit={submit}>
        <NumberField
          label={t(texts.threshold)}
          hint={t(texts.thresholdHint)}
          error={tried && threshold === null ? t(texts.wholeNumber, THRESHOLD) : undefined}
          value={draft.threshold}
          onInput={(text) => edit({ threshold: text })}
        />
        <NumberField
          label={t(texts.duration)}
          hint={t(texts.durationHint)}
          error={tried && monitoringDuration === null ? t(texts.hours, HOURS) : undefined}
          value={draft.hours}
          onInput={(text) => edit({ hours: text })}
        />
        <Select
          label={t(texts.priority)}
          value={draft.priority}
          options={TICKET_PRIORITIES.map((value) => ({ value, label: t(vocabulary.priority[value]) }))}
          onChange={(priority) => edit({ priority })}
        />
        <TicketTypes types={draft.types} onChange={(types) => edit({ types })} />
        <SaveRow state={state} changed={changed} />
      </form>
    </Section>
  );
}

/** In the order of the boxes, so that unticking and ticking again is no change. */
function ordered(types: readonly ErrorType[]): ErrorType[] {
  return ERROR_TYPES.filter((type) => types.includes(type));
}
