import { useState } from 'preact/hooks';
import type { SiteRow } from '../../../core/rows.ts';
import { changedSite, type SiteChange } from '../../../core/site-change.ts';
import { send } from '../../../messages/client.ts';
import { grantsFor, requestGrant, withdrawGrant } from '../../data/grants.ts';
import { grantsOnlyFor } from '../../data/site-grants.ts';
import { useCommand } from '../../data/use-command.ts';
import { useTranslator } from '../../shell/language.tsx';
import { focusInvalid } from '../focus-invalid.ts';
import { SaveRow } from '../save-row.tsx';
import { useDraft } from '../use-draft.ts';
import { SiteAccount } from './site-account.tsx';
import { changeOf, draftOf, siteProblems, type SiteDraft } from './site-draft.ts';
import { SiteFields } from './site-fields.tsx';
import { SiteRelease } from './site-release.tsx';

/** Everything about a site that is written rather than switched. */
export function SiteForm({ site, sites }: { site: SiteRow; sites: readonly SiteRow[] }) {
  const translator = useTranslator();
  const { draft, edit, changed } = useDraft(draftOf(site));
  const [tried, setTried] = useState(false);
  const [state, run] = useCommand();
  const others = sites.filter(({ id }) => id !== site.id);
  const problems = siteProblems(draft, others, translator);
  const save = async (change: SiteChange) => {
    await send({ type: 'site.update', id: site.id, ...change });
    const after = changedSite(site, change, site.updated_at);
    edit(draftOf(after));
    // What no site needs any more is given back.
    const gone = grantsOnlyFor(site.patterns, [...others, after]);
    if (gone.length > 0) await withdrawGrant(gone).catch(() => false);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problems).length > 0) {
      focusInvalid(event);
      return;
    }
    const change = changeOf(draft, site);
    // In one turn, since browsers forget the click at the first await, and in this order: what the new hosts send first has its site.
    run(() => save(change));
    const added = grantsFor(change.patterns ?? []).filter((grant) => !grantsFor(site.patterns).includes(grant));
    // Refused, the site says so until they are allowed.
    if (added.length > 0) void requestGrant(added).catch(() => false);
  };
  const change = (changes: Partial<SiteDraft>) => {
    setTried(false);
    edit(changes);
  };
  const rules = { site, sites, draft, edit: change, problems, tried };
  return (
    <form class="form" noValidate onSubmit={submit}>
      <SiteFields draft={draft} edit={change} problems={tried ? problems : {}} />
      <SiteRelease {...rules} />
      <SiteAccount {...rules} />
      <SaveRow state={state} changed={changed} />
    </form>
  );
}
