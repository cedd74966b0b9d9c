import type { Settings } from '../../../core/settings.ts';
import { knownName } from '../../../core/mail/custom-templates.ts';
import { templateTexts as texts } from '../../../platform/texts/templates.ts';
import { useCommand } from '../../data/use-command.ts';
import { Select } from '../../design/field.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { SaveStatus } from '../save-status.tsx';
import { saveSetting } from '../save-setting.ts';
import { templateNames, type TemplateData } from './template-data.ts';

/** Which template mails about new errors use; saved at once, since a single choice needs no button. */
export function ForNewErrors({ stored, data }: { stored: Settings['notifications']; data: TemplateData }) {
  const { t } = useTranslator();
  const [state, run] = useCommand();
  const own = templateNames(data).filter((name) => knownName(name) === null);
  const names = [...new Set(['error-detected', ...own, stored.emailTemplate])];
  return (
    <div class="form">
      <Select
        label={t(texts.forNew)}
        value={stored.emailTemplate}
        options={names.map((value) => ({ value, label: nameOf(value, t) }))}
        onChange={(emailTemplate) => run(() => saveSetting('notifications', { ...stored, emailTemplate }))}
      />
      <SaveStatus state={state} />
    </div>
  );
}

function nameOf(name: string, t: ReturnType<typeof useTranslator>['t']): string {
  const known = knownName(name);
  return known === null ? name : `${t(texts.byName[known])} (${name})`;
}
