import { Bell } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import type { Settings } from '../../core/settings.ts';
import { alertOptionTexts as texts } from '../../platform/texts/alert-options.ts';
import { requestAlerts, useAlertsAllowed } from '../data/alerts-allowed.ts';
import { useCommand } from '../data/use-command.ts';
import { useHeldFocus } from '../data/use-held-focus.ts';
import { Button } from '../design/button.tsx';
import { CheckField, FieldError } from '../design/field.tsx';
import { Notice } from '../design/notice.tsx';
import { useTranslator } from '../shell/language.tsx';
import { SaveStatus } from './save-status.tsx';
import { saveSetting } from './save-setting.ts';
import { Section } from './section.tsx';

/** Of what the browser tells on the screen; its user is asked for the permission when they first want that. */
export function AlertsSection({ stored }: { stored: Settings['alerts'] }) {
  const { t } = useTranslator();
  const [state, run] = useCommand();
  const denied = state.state === 'failed' && state.error instanceof Error && state.error.message === 'denied';
  const after = (answer: Promise<boolean>, save: () => Promise<unknown>) =>
    run(async () => {
      if (!(await answer)) throw new Error('denied');
      await save();
    });
  const change = (part: Partial<Settings['alerts']>) => {
    const answer = Object.values(part).includes(true) ? requestAlerts() : Promise.resolve(true);
    after(answer, () => saveSetting('alerts', { ...stored, ...part }));
  };
  return (
    <Section id="alerts" title={t(texts.title)} icon={Bell} aside={!denied && <SaveStatus state={state} />}>
      <div class="form">
        <p class="muted">{t(texts.intro)}</p>
        <Revoked
          wanted={stored.created || stored.reopened}
          allow={() => after(requestAlerts(), () => Promise.resolve())}
        />
        <CheckField label={t(texts.created)} checked={stored.created} onChange={(created) => change({ created })} />
        <CheckField label={t(texts.reopened)} checked={stored.reopened} onChange={(reopened) => change({ reopened })} />
        <div role="alert">
          <FieldError text={denied ? t(texts.denied) : null} />
        </div>
      </div>
    </Section>
  );
}

/** Says that what is wanted cannot be, and leads on; its button goes once the browser agrees. */
function Revoked({ wanted, allow }: { wanted: boolean; allow: () => void }) {
  const { t } = useTranslator();
  const allowed = useAlertsAllowed();
  const shown = wanted && allowed.state === 'ready' && !allowed.data;
  const place = useRef<HTMLDivElement>(null);
  useHeldFocus(place);
  return (
    <div ref={place} role="status" tabIndex={-1}>
      {shown && (
        <Notice
          tone="warning"
          title={t(texts.revoked)}
          actions={
            <Button size="small" onClick={allow}>
              {t(texts.allow)}
            </Button>
          }
        >
          <p>{t(texts.revokedHint)}</p>
        </Notice>
      )}
    </div>
  );
}
