import { CircleOff, Eye, Pause, Pencil, Play, Trash2, type LucideIcon } from 'lucide-preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { SiteRow } from '../../core/rows.ts';
import { send } from '../../messages/client.ts';
import { sitesTexts } from '../../platform/texts/sites.ts';
import { grantsFor, isAlwaysGranted, requestGrant, useGranted, withdrawGrant } from '../data/grants.ts';
import { failureSentence, useCommand } from '../data/use-command.ts';
import { Badge, type Tone } from '../design/badge.tsx';
import { Button } from '../design/button.tsx';
import { Captured } from '../design/captured.tsx';
import { useTranslator } from '../shell/language.tsx';
import { RenameSite } from './rename-site.tsx';
import { SiteNetwork } from './site-network.tsx';

type SiteState = keyof typeof sitesTexts.state;

const LOOKS: Record<SiteState, { tone: Tone; icon: LucideIcon }> = {
  watched: { tone: 'success', icon: Eye },
  off: { tone: 'warning', icon: Pause },
  ungranted: { tone: 'neutral', icon: CircleOff },
};

/** One site: its state, its name, and what can be done with it. */
export function SiteItem({ site, onWithdrawn }: { site: SiteRow; onWithdrawn: () => void }) {
  const { t } = useTranslator();
  const [renaming, setRenaming] = useState(false);
  const renameId = useId();
  useFocusBack(renaming, renameId);
  const granted = useGranted(grantsFor(site.patterns));
  const state: SiteState = granted === false ? 'ungranted' : site.enabled ? 'watched' : 'off';
  return (
    <li class="site-item">
      <div class="site-item-head">
        {renaming ? (
          <RenameSite site={site} close={() => setRenaming(false)} />
        ) : (
          <h3>
            <Captured text={site.name} limit={120} />
          </h3>
        )}
        {granted !== null && <Badge {...LOOKS[state]}>{t(sitesTexts.state[state])}</Badge>}
      </div>
      <p class="muted small">
        <Captured text={site.patterns.join(', ')} limit={300} />
      </p>
      {state === 'watched' && <SiteNetwork site={site} />}
      <SiteActions
        site={site}
        granted={granted}
        renameId={renameId}
        rename={renaming ? undefined : () => setRenaming(true)}
        onWithdrawn={onWithdrawn}
      />
    </li>
  );
}

/** Whoever closes the form is back on the button that opened it. */
function useFocusBack(open: boolean, buttonId: string): void {
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open) document.getElementById(buttonId)?.focus();
    wasOpen.current = open;
  }, [open, buttonId]);
}

interface SiteActionsProps {
  site: SiteRow;
  renameId: string;
  granted: boolean | null;
  rename: (() => void) | undefined;
  onWithdrawn: () => void;
}

function SiteActions({ site, renameId, granted, rename, onWithdrawn }: SiteActionsProps) {
  const translator = useTranslator();
  const { t } = translator;
  const [switching, runSwitch] = useCommand();
  const [withdrawing, runWithdraw] = useCommand();
  const grants = grantsFor(site.patterns);
  const toggle = () => runSwitch(() => send({ type: 'site.update', id: site.id, enabled: !site.enabled }));
  const withdraw = () =>
    runWithdraw(async () => {
      if (!(await withdrawGrant(grants))) throw new Error('kept');
      onWithdrawn();
    });
  return (
    <div class="site-item-actions">
      {granted === false && grants.length > 0 && (
        <Button size="small" icon={Eye} onClick={() => void requestGrant(grants).catch(() => false)}>
          {t(sitesTexts.grant)}
        </Button>
      )}
      <Button size="small" icon={site.enabled ? Pause : Play} busy={switching.state === 'busy'} onClick={toggle}>
        {t(site.enabled ? sitesTexts.pause : sitesTexts.resume)}
      </Button>
      {rename && (
        <Button id={renameId} size="small" icon={Pencil} onClick={rename}>
          {t(sitesTexts.rename)}
        </Button>
      )}
      {granted === true && !isAlwaysGranted(site.patterns) && (
        <Button size="small" kind="danger" icon={Trash2} busy={withdrawing.state === 'busy'} onClick={withdraw}>
          {t(sitesTexts.remove)}
        </Button>
      )}
      <span role="status" class="field-error">
        {switching.state === 'failed' && failureSentence(translator, switching.error)}
        {withdrawing.state === 'failed' && t(sitesTexts.removeFailed)}
      </span>
    </div>
  );
}
