import { CircleAlert, CloudCheck, CloudOff, CloudUpload } from 'lucide-preact';
import type { Translator } from '../../platform/i18n.ts';
import { teamTexts } from '../../platform/texts/team.ts';
import type { TeamView } from '../../storage/sync-queries.ts';
import { useTeam } from '../data/use-team.ts';
import { Badge, type Tone } from '../design/badge.tsx';
import type { LucideIcon } from '../design/icon.tsx';
import { useTranslator } from '../shell/language.tsx';
import { OPTIONS_PAGE } from '../shell/links.ts';

const texts = teamTexts.states;

interface Shown {
  tone: Tone;
  icon: LucideIcon;
  words: string;
}

/** The one thing that matters most about the exchange. */
function shownOf({ sync, waiting, refused }: TeamView, { t }: Translator): Shown {
  if (sync.problem?.code === 'offline') return { tone: 'warning', icon: CloudOff, words: t(texts.offline) };
  if (sync.problem) return { tone: 'danger', icon: CloudOff, words: t(texts.problem) };
  if (refused.length > 0) {
    return { tone: 'warning', icon: CircleAlert, words: t(texts.refused, { count: refused.length }) };
  }
  if (waiting > 0) return { tone: 'info', icon: CloudUpload, words: t(texts.pending, { count: waiting }) };
  if (sync.synced_at === null) return { tone: 'info', icon: CloudUpload, words: t(texts.syncing) };
  return { tone: 'success', icon: CloudCheck, words: t(texts.synced) };
}

/** How the exchange with the team stands, and the way to what can be done about it; nothing without a team. */
export function TeamBadge({ newTab = false }: { newTab?: boolean }) {
  const translator = useTranslator();
  const view = useTeam();
  if (view.state !== 'ready' || view.data === null) return null;
  const { tone, icon, words } = shownOf(view.data, translator);
  return (
    <Badge tone={tone} icon={icon} href={`${OPTIONS_PAGE}#team`} newTab={newTab}>
      {words}
    </Badge>
  );
}
