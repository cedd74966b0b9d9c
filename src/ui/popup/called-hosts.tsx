import { Eye } from 'lucide-preact';
import { useCallback, useId } from 'preact/hooks';
import { isGranted } from '../../core/grants.ts';
import { popupTexts } from '../../platform/texts/popup.ts';
import { calledHosts } from '../../storage/queries.ts';
import { db } from '../data/database.ts';
import { grantsFor, pagePattern, requestGrant, useGrantedOrigins } from '../data/grants.ts';
import { calledByPage } from '../data/page-hosts.ts';
import { useAsked } from '../data/use-asked.ts';
import { useCommand } from '../data/use-command.ts';
import { useLiveQuery } from '../data/use-live-query.ts';
import { Button } from '../design/button.tsx';
import { Captured } from '../design/captured.tsx';
import { oneLine } from '../design/visible-text.ts';
import { useTranslator } from '../shell/language.tsx';

/** The hosts that this page or its site calls and that the browser does not let us see, each with a button that asks for it. */
export function CalledHosts({ tab, project }: { tab: number; project: string }) {
  const { t } = useTranslator();
  const heading = useId();
  const page = useAsked(useCallback(() => calledByPage(tab), [tab]));
  const failed = useLiveQuery(() => calledHosts(db, project), [project], 'later');
  const granted = useGrantedOrigins();
  if (granted.state !== 'ready') return null;
  const called = [page, failed].flatMap((live) => (live.state === 'ready' ? live.data : []));
  const hosts = [...new Set(called)].filter((origin) => !isGranted(origin, granted.data));
  if (hosts.length === 0) return null;
  return (
    <section class="site" aria-labelledby={heading}>
      <h2 id={heading}>{t(popupTexts.called.title)}</h2>
      <p class="muted">{t(popupTexts.called.body)}</p>
      <ul class="called">
        {hosts.map((origin) => (
          <CalledHost key={origin} origin={origin} />
        ))}
      </ul>
    </section>
  );
}

function CalledHost({ origin }: { origin: string }) {
  const { t } = useTranslator();
  const [state, run] = useCommand();
  const host = new URL(origin).hostname;
  const ask = () => {
    const answer = requestGrant(grantsFor([pagePattern(origin)]));
    run(async () => {
      if (!(await answer)) throw new Error('denied');
    });
  };
  return (
    <li>
      <Captured text={host} limit={80} />
      <Button
        size="small"
        icon={Eye}
        busy={state.state === 'busy'}
        onClick={ask}
        aria-label={t(popupTexts.called.action, { host: oneLine(host, 80) })}
      >
        {t(popupTexts.called.watch)}
      </Button>
      {state.state === 'failed' && <p class="field-error">{t(popupTexts.called.denied)}</p>}
    </li>
  );
}
