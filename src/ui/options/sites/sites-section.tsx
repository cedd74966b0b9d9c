import { Globe } from 'lucide-preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { SiteRow } from '../../../core/rows.ts';
import { send } from '../../../messages/client.ts';
import { commonTexts } from '../../../platform/texts/common.ts';
import { sitesTexts } from '../../../platform/texts/sites.ts';
import { sites } from '../../../storage/queries.ts';
import { revocations } from '../../../storage/revocations.ts';
import { db } from '../../data/database.ts';
import { grantsFor, requestGrant } from '../../data/grants.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Button } from '../../design/button.tsx';
import { Notice } from '../../design/notice.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { AddSite } from './add-site.tsx';
import { Section } from '../section.tsx';
import { SiteItem } from './site-item.tsx';

/** The sites that are watched, and whether the browser lets us. */
export function SitesSection() {
  const { t } = useTranslator();
  const live = useLiveQuery(async () => ({ all: await sites(db), revoked: await revocations(db) }), []);
  const [removed, setRemoved] = useState<SiteRow | null>(null);
  const shown = live.state === 'ready' ? live.data.all.filter((site) => site.removed !== true) : [];
  return (
    <Section id="sites" title={t(sitesTexts.title)} icon={Globe} intro={t(sitesTexts.intro)}>
      <div role="status">{removed && <Removed site={removed} close={() => setRemoved(null)} />}</div>
      {live.state === 'loading' && <Skeleton lines={3} />}
      {live.state === 'failed' && <ReadFailed {...live} />}
      {live.state === 'ready' && shown.length === 0 && <p class="muted">{t(sitesTexts.empty)}</p>}
      {live.state === 'ready' && shown.length > 0 && (
        <ul class="sites">
          {shown.map((site) => (
            <SiteItem
              key={site.id}
              site={site}
              sites={live.data.all}
              revoked={live.data.revoked}
              onRemoved={() => setRemoved(site)}
            />
          ))}
        </ul>
      )}
      <AddSite />
    </Section>
  );
}

/** Says that a site is gone, and brings it back on request: the browser asks the person again. */
function Removed({ site, close }: { site: SiteRow; close: () => void }) {
  const { t } = useTranslator();
  const undoId = useId();
  // The button that was pressed is gone; its undo takes the focus.
  useEffect(() => document.getElementById(undoId)?.focus(), [undoId]);
  const undo = () => {
    const answer = requestGrant(grantsFor(site.patterns)).catch(() => false);
    // Back on the list in any case: there it says whether it is allowed.
    void answer.then(() => send({ type: 'site.update', id: site.id, removed: false })).then(close, close);
  };
  return (
    <Notice
      tone="info"
      actions={
        <>
          <Button id={undoId} size="small" onClick={undo}>
            {t(commonTexts.undo)}
          </Button>
          <Button size="small" kind="quiet" onClick={close}>
            {t(commonTexts.dismiss)}
          </Button>
        </>
      }
    >
      <p>{t(sitesTexts.removed, { site: oneLine(site.name, 80) })}</p>
    </Notice>
  );
}
