import { CircleOff, Eye, EyeOff, Pause, Play, Trash2, type LucideIcon } from 'lucide-preact';
import type { SiteRow } from '../../../core/rows.ts';
import type { SiteChange } from '../../../core/site-change.ts';
import { send } from '../../../messages/client.ts';
import { sitesTexts } from '../../../platform/texts/sites.ts';
import type { Revocations } from '../../../storage/revocations.ts';
import { grantsForHosts, isAlwaysGranted, requestGrant, withdrawGrant } from '../../data/grants.ts';
import { inAnHour } from '../../data/pause.ts';
import { grantsOnlyFor } from '../../data/site-grants.ts';
import { failureSentence, useCommand } from '../../data/use-command.ts';
import { Badge, type Tone } from '../../design/badge.tsx';
import { Button } from '../../design/button.tsx';
import { Captured } from '../../design/captured.tsx';
import { oneLine } from '../../design/visible-text.ts';
import { useTranslator } from '../../shell/language.tsx';
import { ForeignRule } from './foreign-rule.tsx';
import { SiteForm } from './site-form.tsx';
import { SiteSwitches } from './site-switches.tsx';
import { useSiteState, type ShownState } from './use-site-state.ts';

const LOOKS: Record<ShownState['state'], { tone: Tone; icon: LucideIcon }> = {
  watched: { tone: 'success', icon: Eye },
  paused: { tone: 'warning', icon: Pause },
  off: { tone: 'warning', icon: EyeOff },
  ungranted: { tone: 'neutral', icon: CircleOff },
  revoked: { tone: 'danger', icon: CircleOff },
};

interface SiteItemProps {
  site: SiteRow;
  sites: readonly SiteRow[];
  revoked: Revocations;
  onRemoved: () => void;
}

/** One site: its state, what can be done with it at once, and its settings, folded. */
export function SiteItem({ site, sites, revoked, onRemoved }: SiteItemProps) {
  const { t } = useTranslator();
  const shown = useSiteState(site, revoked);
  const name = oneLine(site.name, 80);
  return (
    <li class="site-item">
      <div class="site-item-head">
        <h3>
          <Captured text={site.name} limit={120} />
        </h3>
        {shown && <Badge {...LOOKS[shown.state]}>{t(sitesTexts.state[shown.state])}</Badge>}
      </div>
      <p class="muted small">
        <Captured text={site.patterns.join(', ')} limit={300} />
      </p>
      {shown && <StateSentence site={site} shown={shown} />}
      {shown && <SiteActions site={site} shown={shown} />}
      {site.account?.accepted === false && <ForeignRule site={site} rule={site.account} />}
      <details class="site-settings">
        <summary aria-label={t(sitesTexts.settingsOf, { site: name })}>{t(sitesTexts.settings)}</summary>
        <div class="section-body">
          <SiteSwitches site={site} />
          <SiteForm site={site} sites={sites} />
          {!isAlwaysGranted(site.patterns) && <Removal site={site} sites={sites} onRemoved={onRemoved} />}
        </div>
      </details>
    </li>
  );
}

/** Why nothing is captured, and what to do about it. */
function StateSentence({ site, shown }: { site: SiteRow; shown: ShownState }) {
  const { t, list } = useTranslator();
  const { says } = sitesTexts;
  if (shown.state === 'paused') return <p>{t(says.paused, { until: Date.parse(site.paused_until ?? '') })}</p>;
  if (shown.state === 'revoked') return <p>{t(says.revoked, { since: Date.parse(shown.since) })}</p>;
  if (shown.state === 'ungranted') return <p class="muted">{t(says.ungranted)}</p>;
  const hosts = list(shown.missing.map((host) => oneLine(host, 60)));
  return hosts === '' ? null : <p>{t(says.partly, { hosts })}</p>;
}

function SiteActions({ site, shown }: { site: SiteRow; shown: ShownState }) {
  const translator = useTranslator();
  const { t } = translator;
  const [state, run] = useCommand();
  const grants = grantsForHosts(shown.missing);
  const change = (fields: SiteChange) => run(() => send({ type: 'site.update', id: site.id, ...fields }));
  const busy = state.state === 'busy';
  return (
    <div class="site-item-actions">
      {grants.length > 0 && (
        <Button size="small" icon={Eye} onClick={() => void requestGrant(grants).catch(() => false)}>
          {t(sitesTexts.grant)}
        </Button>
      )}
      {shown.state === 'watched' && (
        <Button size="small" icon={Pause} busy={busy} onClick={() => change({ paused_until: inAnHour() })}>
          {t(sitesTexts.pause)}
        </Button>
      )}
      {shown.state === 'paused' && (
        <Button size="small" icon={Play} busy={busy} onClick={() => change({ paused_until: null })}>
          {t(sitesTexts.resume)}
        </Button>
      )}
      {shown.state === 'off' && (
        <Button size="small" icon={Eye} busy={busy} onClick={() => change({ enabled: true })}>
          {t(sitesTexts.turnOn)}
        </Button>
      )}
      <span role="status" class="field-error">
        {state.state === 'failed' && failureSentence(translator, state.error)}
      </span>
    </div>
  );
}

/** Takes a site off the list and gives its grant back, as far as no other site needs it. */
function Removal({ site, sites, onRemoved }: Omit<SiteItemProps, 'revoked'>) {
  const { t } = useTranslator();
  const [state, run] = useCommand();
  const remove = () =>
    run(async () => {
      const others = sites.filter(({ id }) => id !== site.id);
      const gone = grantsOnlyFor(site.patterns, others);
      if (gone.length > 0 && !(await withdrawGrant(gone))) throw new Error('kept');
      await send({ type: 'site.update', id: site.id, removed: true });
      onRemoved();
    });
  return (
    <div class="site-item-actions">
      <Button size="small" kind="danger" icon={Trash2} busy={state.state === 'busy'} onClick={remove}>
        {t(sitesTexts.remove)}
      </Button>
      <span role="status" class="field-error">
        {state.state === 'failed' && t(sitesTexts.removeFailed)}
      </span>
    </div>
  );
}
