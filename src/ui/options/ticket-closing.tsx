import { useId } from 'preact/hooks';
import { optionsTexts } from '../../platform/texts/options.ts';
import { vocabulary } from '../../platform/texts/vocabulary.ts';
import { CheckField } from '../design/field.tsx';
import { useTranslator } from '../shell/language.tsx';
import { CLOSE_STATUSES, type TicketDraft } from './ticket-rules.ts';

type Closing = Pick<TicketDraft, 'closeStatuses' | 'requireExposure'>;

interface TicketClosingProps extends Closing {
  onChange: (change: Partial<Closing>) => void;
}

/** Which tickets close by themselves, and whether somebody must have seen the page before. */
export function TicketClosing({ closeStatuses, requireExposure, onChange }: TicketClosingProps) {
  const { t } = useTranslator();
  const hint = useId();
  const texts = optionsTexts.tickets;
  const tick = (statut: (typeof CLOSE_STATUSES)[number], on: boolean) =>
    onChange({
      closeStatuses: CLOSE_STATUSES.filter((known) => (known === statut ? on : closeStatuses.includes(known))),
    });
  return (
    <fieldset class="fieldset" aria-describedby={hint}>
      <legend>{t(texts.closing)}</legend>
      <p id={hint} class="field-hint">
        {t(texts.closingHint)}
      </p>
      {CLOSE_STATUSES.map((statut) => (
        <CheckField
          key={statut}
          label={t(vocabulary.status[statut])}
          checked={closeStatuses.includes(statut)}
          onChange={(on) => tick(statut, on)}
        />
      ))}
      <CheckField
        label={t(texts.requireExposure)}
        hint={t(texts.requireExposureHint)}
        checked={requireExposure}
        onChange={(on) => onChange({ requireExposure: on })}
      />
    </fieldset>
  );
}
