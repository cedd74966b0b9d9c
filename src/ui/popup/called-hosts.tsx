import { Eye } from 'lucide-preact';
import { popupTexts } from '../../platform/texts/popup.ts';
import { calledHosts } from '../../storage/queries.ts';
import { db } from '../data/database.ts';
import { grantsFor, pagePattern, requestGrant, useGranted } from '../data/grants.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { Button } from '../design/button.tsx';
import { oneLine } from '../design/visible-text.ts';
import { useTranslator } from '../shell/language.tsx';

/** The hosts that a site calls and that the browser does not let us see, each with a button that asks for it. */
export function CalledHosts({ project }: { project: string }) {
  const live = useLiveQuery(() => calledHosts(db, project), [project]);
  if (live.state !== 'ready') return null;
  return live.data.map((origin) => <CalledHost key={origin} origin={origin} />);
}

function CalledHost({ origin }: { origin: string }) {
  const { t } = useTranslator();
  const pattern = pagePattern(origin);
  const granted = useGranted([pattern]);
  if (granted !== false) return null;
  const host = oneLine(new URL(origin).hostname, 80);
  return (
    <section class="site">
      <p class="muted">{t(popupTexts.called.body, { host })}</p>
      <Button size="small" icon={Eye} onClick={() => void requestGrant(grantsFor([pattern])).catch(() => false)}>
        {t(popupTexts.called.action, { host })}
      </Button>
    </section>
  );
}
