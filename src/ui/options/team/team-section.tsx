import { Users } from 'lucide-preact';
import type { ProjectAddress } from '../../../core/sync/project-address.ts';
import { teamTexts } from '../../../platform/texts/team.ts';
import { keptProject } from '../../../storage/policy.ts';
import type { TeamView } from '../../../storage/sync-queries.ts';
import { db } from '../../data/database.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useTeam } from '../../data/use-team.ts';
import { Skeleton } from '../../design/skeleton.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { TeamBadge } from '../../team/team-badge.tsx';
import { Section } from '../section.tsx';
import { ConnectForm } from './connect-form.tsx';
import { Connected } from './connected.tsx';
import { RefusedList } from './refused-list.tsx';

/** What signing in again helps against. */
const SIGNED_OUT = ['signed-out', 'session-expired', 'wrong-key', 'wrong-url', 'email-unconfirmed', 'other-project'];

/** The team: how to join it, how the exchange stands, and how to leave. */
export function TeamSection() {
  const { t } = useTranslator();
  const view = useTeam();
  const kept = useLiveQuery(() => keptProject(db), []);
  const failed = [view, kept].find((live) => live.state === 'failed');
  return (
    <Section id="team" title={t(teamTexts.title)} icon={Users} intro={t(teamTexts.intro)} aside={<TeamBadge />}>
      {failed ? (
        <ReadFailed {...failed} />
      ) : view.state === 'ready' && kept.state === 'ready' ? (
        <Standing view={view.data} kept={kept.data} />
      ) : (
        <Skeleton lines={4} />
      )}
    </Section>
  );
}

function Standing({ view, kept }: { view: TeamView | null; kept: ProjectAddress | null }) {
  if (view === null) return <ConnectForm kept={kept} />;
  const { team, sync, refused } = view;
  return (
    <>
      <Connected view={view} />
      {sync.problem !== null && SIGNED_OUT.includes(sync.problem.code) && (
        <ConnectForm kept={kept} known={{ url: team.url, key: team.key, email: team.email }} />
      )}
      <RefusedList rows={refused} />
    </>
  );
}
