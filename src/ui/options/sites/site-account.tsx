import type { SiteRow } from '../../../core/rows.ts';
import { ACCOUNT_FIELDS, ACCOUNT_SOURCES } from '../../../core/site-rules.ts';
import { send } from '../../../messages/client.ts';
import { sitesTexts } from '../../../platform/texts/sites.ts';
import { Select } from '../../design/field.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { RuleTrial } from './rule-trial.tsx';
import { accountOf, type SiteDraft, type SiteProblems } from './site-draft.ts';
import { TextField } from './site-fields.tsx';

export interface SiteRuleProps {
  site: SiteRow;
  sites: readonly SiteRow[];
  draft: SiteDraft;
  edit: (changes: Partial<SiteDraft>) => void;
  problems: SiteProblems;
  /** Somebody tried to save: what is still empty is complained about, too. */
  tried: boolean;
}

const texts = sitesTexts.account;

/** Where a page of the site says who is signed in. */
export function SiteAccount({ site, sites, draft, edit, problems, tried }: SiteRuleProps) {
  const { t } = useTranslator();
  const { accountRead: read, accountName, accountField } = draft;
  const account = accountOf(draft);
  const sources = ['', ...ACCOUNT_SOURCES] as const;
  return (
    <fieldset class="fieldset site-rule">
      <legend>{t(texts.title)}</legend>
      <p class="muted">{t(texts.intro)}</p>
      <Select
        label={t(texts.read)}
        value={read}
        options={sources.map((value) => ({
          value,
          label: t(value === '' ? texts.nowhere : texts.source[value].label),
        }))}
        onChange={(accountRead) => edit({ accountRead })}
      />
      {read !== '' && (
        <>
          <div class="own-rule-pair">
            <TextField
              label={texts.source[read].name}
              hint={texts.source[read].hint}
              value={accountName}
              limit={300}
              error={tried || accountName !== '' ? problems.accountName : undefined}
              set={(to) => edit({ accountName: to })}
            />
            <Select
              label={t(texts.field)}
              value={accountField}
              options={ACCOUNT_FIELDS.map((value) => ({ value, label: t(texts.fields[value]) }))}
              onChange={(field) => edit({ accountField: field })}
            />
          </div>
          {account && (
            <RuleTrial
              // What was said of another rule says nothing of this one.
              key={JSON.stringify(account)}
              site={site}
              sites={sites}
              disabled={problems.accountName !== undefined}
              test={(tab) => send({ type: 'site.test-account', id: site.id, tab, account })}
            />
          )}
        </>
      )}
    </fieldset>
  );
}
