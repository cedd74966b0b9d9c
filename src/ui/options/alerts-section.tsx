import { Bell } from 'lucide-preact';
import type { Settings } from '../../core/settings.ts';
import { browser } from '../../platform/browser.ts';
import { alertOptionTexts as texts } from '../../platform/texts/alert-options.ts';
import { useCommand } from '../data/use-command.ts';
import { CheckField, FieldError } from '../design/field.tsx';
import { useTranslator } from '../shell/language.tsx';
import { SaveStatus } from './save-status.tsx';
import { saveSetting } from './save-setting.ts';
import { Section } from './section.tsx';

/** Of what the browser tells on the screen; its user is asked for the permission when they first want that. */
export function AlertsSection({ stored }: { stored: Settings['alerts'] }) {
  const { t } = useTranslator();
  const [state, run] = useCommand();
  const denied = state.state === 'failed' && state.error instanceof Error && state.error.message === 'denied';
  const change = (part: Partial<Settings['alerts']>) => {
    const wanted = { ...stored, ...part };
    // Asked at once: browsers forget the click at the first await.
    const answer = Object.values(part).includes(true)
      ? browser.permissions.request({ permissions: ['notifications'] })
      : Promise.resolve(true);
    run(async () => {
      if (!(await answer)) throw new Error('denied');
      await saveSetting('alerts', wanted);
    });
  };
  return (
    <Section id="alerts" title={t(texts.title)} icon={Bell} aside={!denied && <SaveStatus state={state} />}>
      <div class="form">
        <p class="muted">{t(texts.intro)}</p>
        <CheckField label={t(texts.created)} checked={stored.created} onChange={(created) => change({ created })} />
        <CheckField label={t(texts.reopened)} checked={stored.reopened} onChange={(reopened) => change({ reopened })} />
        <div role="alert">
          <FieldError text={denied ? t(texts.denied) : null} />
        </div>
      </div>
    </Section>
  );
}
