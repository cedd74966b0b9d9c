import { RELEASE_SOURCES } from '../../../core/site-rules.ts';
import { send } from '../../../messages/client.ts';
import { sitesTexts } from '../../../platform/texts/sites.ts';
import { Select } from '../../design/field.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { RuleTrial } from './rule-trial.tsx';
import type { SiteRuleProps } from './site-account.tsx';
import { releaseOf } from './site-draft.ts';
import { TextField } from './site-fields.tsx';

const texts = sitesTexts.release;

/** Where a page of the site says which release of the application it is. */
export function SiteRelease({ site, sites, draft, edit, problems, tried }: SiteRuleProps) {
  const { t } = useTranslator();
  const { releaseRead: read, releaseName } = draft;
  const release = releaseOf(draft);
  const sources = ['', ...RELEASE_SOURCES] as const;
  return (
    <fieldset class="fieldset site-rule">
      <legend>{t(texts.title)}</legend>
      <div class="own-rule-pair">
        <Select
          label={t(texts.read)}
          value={read}
          options={sources.map((value) => ({
            value,
            label: t(value === '' ? texts.nowhere : texts.source[value].label),
          }))}
          onChange={(releaseRead) => edit({ releaseRead })}
        />
        {read !== '' && (
          <TextField
            label={texts.source[read].name}
            hint={texts.source[read].hint}
            value={releaseName}
            limit={300}
            error={tried || releaseName !== '' ? problems.releaseName : undefined}
            set={(to) => edit({ releaseName: to })}
          />
        )}
      </div>
      {release && (
        <RuleTrial
          key={JSON.stringify(release)}
          site={site}
          sites={sites}
          disabled={problems.releaseName !== undefined}
          test={(tab) => send({ type: 'site.test-release', id: site.id, tab, release })}
        />
      )}
    </fieldset>
  );
}
