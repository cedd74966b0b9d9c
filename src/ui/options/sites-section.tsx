import { Globe } from 'lucide-preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { SiteRow } from '../../core/rows.ts';
import { commonTexts } from '../../platform/texts/common.ts';
import { sitesTexts } from '../../platform/texts/sites.ts';
import { sites } from '../../storage/queries.ts';
import { db } from '../data/database.ts';
import { grantsFor, requestGrant } from '../data/grants.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { oneLine } from '../design/visible-text.ts';
import { useTranslator } from '../shell/language.tsx';
import { ReadFailed } from '../shell/read-failed.tsx';
import { AddSite } from './add-site.tsx';
import { Section } from './section.tsx';
import { SiteItem } from './site-item.tsx';

/** The sites that are watched, and whether the browser lets us. */
export function SitesSection() {
  const { t } = useTranslator();
  const live = useLiveQuery(() => sites(db), []);
  const [withdrawn, setWithdrawn] = useState<SiteRow | null>(null);
  return (
    <Section id="sites" title={t(sitesTexts.title)} icon={Globe} intro={t(sitesTexts.intro)}>
      <div role="status">{withdrawn && <Withdrawn site={withdrawn} close={() => setWithdrawn(null)} />}</div>
      {live.state === 'loading' && <Skeleton lines={3} />}
      {live.state === 'failed' && <ReadFailed {...live} />}
      {live.state === 'ready' && live.data.length === 0 && <p class="muted">{t(sitesTexts.empty)}</p>}
      {live.state === 'ready' && live.data.length > 0 && (
        <ul class="sites">
          {live.data.map((site) => (
            <SiteItem key={site.id} site={site} onWithdrawn={() => setWithdrawn(site)} />
          ))}
        </ul>
      )}
      <AddSite />
    </Section>
  );
}

/** Says that a permission is gone, and gives it back on request: the browser asks the person again. */
function Withdrawn({ site, close }: { site: SiteRow; close: () => void }) {
  const { t } = useTranslator();
  const undoId = useId();
  // The button that was pressed is gone; its undo takes the focus.
  useEffect(() => document.getElementById(undoId)?.focus(), [undoId]);
  const undo = () => {
    requestGrant(grantsFor(site.patterns)).then(close, close);
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
