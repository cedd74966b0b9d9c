import { CircleOff, Eye, EyeOff, Pause, Play, RotateCw, type LucideIcon } from 'lucide-preact';
import type { SiteRow } from '../../core/rows.ts';
import type { SiteState } from '../../core/site.ts';
import type { SiteChange } from '../../core/site-change.ts';
import { send } from '../../messages/client.ts';
import { browser } from '../../platform/browser.ts';
import { popupTexts } from '../../platform/texts/popup.ts';
import { grantsFor, isWebAddress, pagePattern, requestGrant } from '../data/grants.ts';
import { inAnHour } from '../data/pause.ts';
import { failureSentence, useCommand } from '../data/use-command.ts';
import { Badge, type Tone } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { Captured } from '../design/captured.tsx';
import { useTranslator } from '../shell/language.tsx';
import type { OpenTab } from './use-tab.ts';
import type { WatchState } from './watch-state.ts';

const LOOKS: Record<WatchState, { tone: Tone; icon: LucideIcon }> = {
  watched: { tone: 'success', icon: Eye },
  paused: { tone: 'warning', icon: Pause },
  off: { tone: 'warning', icon: EyeOff },
  revoked: { tone: 'danger', icon: EyeOff },
  ungranted: { tone: 'neutral', icon: EyeOff },
  unwatchable: { tone: 'neutral', icon: CircleOff },
};

interface SiteCardProps {
  tab: OpenTab;
  state: WatchState;
  site: SiteRow | undefined;
  /** When the browser took the grant back, if it did. */
  since: string | undefined;
  /** The page was open before capture could begin in it. */
  stale: boolean;
}

/** Whether this site's errors are captured, and the one button that changes it. */
export function SiteCard({ tab, state, site, since, stale }: SiteCardProps) {
  const { t } = useTranslator();
  return (
    <section class="site" aria-live="polite">
      <div class="site-head">
        <h2 class="site-name">
          <Captured text={siteName(tab.url, site) || t(popupTexts.unwatchable.name)} limit={80} />
        </h2>
        <Badge {...LOOKS[state]}>{t(popupTexts[state].badge)}</Badge>
      </div>
      <p class="muted">{t(popupTexts[state].body, { since: timeOf(since), until: timeOf(site?.paused_until) })}</p>
      {(state === 'ungranted' || state === 'revoked') && <Grant url={tab.url} />}
      {(state === 'off' || state === 'paused' || state === 'watched') && site && <Switches site={site} state={state} />}
      {state === 'watched' && stale && <Reload tab={tab.id} />}
    </section>
  );
}

/** '' for what is no site. */
function siteName(url: string, site: SiteRow | undefined): string {
  if (site) return site.name;
  return isWebAddress(url) ? new URL(url).host : '';
}

function Grant({ url }: { url: string }) {
  const { t } = useTranslator();
  const [state, run] = useCommand();
  const ask = () => {
    const answer = requestGrant(grantsFor([pagePattern(url)]));
    run(async () => {
      if (!(await answer)) throw new Error('denied');
    });
  };
  const denied = state.state === 'failed' && state.error instanceof Error && state.error.message === 'denied';
  return (
    <>
      <Button kind="primary" icon={Eye} busy={state.state === 'busy'} onClick={ask}>
        {t(popupTexts.ungranted.action)}
      </Button>
      {state.state === 'failed' && (
        <p class="field-error">{t(denied ? popupTexts.ungranted.denied : popupTexts.ungranted.failed)}</p>
      )}
    </>
  );
}

/** Milliseconds since 1970, for a text that may name the moment; 0 where there is none. */
function timeOf(iso: string | null | undefined): number {
  return iso ? Date.parse(iso) : 0;
}

function Switches({ site, state }: { site: SiteRow; state: SiteState }) {
  const translator = useTranslator();
  const { t } = translator;
  const [command, run] = useCommand();
  const change = (fields: SiteChange) => run(() => send({ type: 'site.update', id: site.id, ...fields }));
  const busy = command.state === 'busy';
  return (
    <>
      <div class="site-actions">
        {state === 'watched' && (
          <Button size="small" icon={Pause} busy={busy} onClick={() => change({ paused_until: inAnHour() })}>
            {t(popupTexts.pause)}
          </Button>
        )}
        {state === 'paused' && (
          <Button size="small" icon={Play} busy={busy} onClick={() => change({ paused_until: null })}>
            {t(popupTexts.paused.action)}
          </Button>
        )}
        {state === 'off' ? (
          <Button size="small" icon={Eye} busy={busy} onClick={() => change({ enabled: true, paused_until: null })}>
            {t(popupTexts.off.action)}
          </Button>
        ) : (
          <Button size="small" kind="quiet" icon={EyeOff} busy={busy} onClick={() => change({ enabled: false })}>
            {t(popupTexts.turnOff)}
          </Button>
        )}
      </div>
      {command.state === 'failed' && <p class="field-error">{failureSentence(translator, command.error)}</p>}
    </>
  );
}

function Reload({ tab }: { tab: number }) {
  const { t } = useTranslator();
  const [state, run] = useCommand();
  return (
    <>
      <p>{t(popupTexts.reload.body)}</p>
      <Button
        size="small"
        icon={RotateCw}
        busy={state.state === 'busy'}
        onClick={() => run(() => browser.tabs.reload(tab))}
      >
        {t(popupTexts.reload.action)}
      </Button>
    </>
  );
}
