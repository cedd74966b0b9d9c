import { Users } from 'lucide-preact';
import { teamTexts } from '../../../platform/texts/team.ts';
import { keptProject } from '../../../storage/policy.ts';
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

/** The team: how to join it, how the exchange stands, and how to leave. */
export function TeamSection() {
  const { t } = useTranslator();
  const view = useTeam();
  const kept = useLiveQuery(() => keptProject(db), []);
  return (
    <Section id="team" title={t(teamTexts.title)} icon={Users} intro={t(teamTexts.intro)} aside={<TeamBadge />}>
      {view.state === 'loading' && <Skeleton lines={4} />}
      {view.state === 'failed' && <ReadFailed {...view} />}
      {view.state === 'ready' && view.data === null && kept.state === 'ready' && <ConnectForm kept={kept.data} />}
      {view.state === 'ready' && view.data !== null && (
        <>
          <Connected view={view.data} />
          <RefusedList rows={view.data.refused} />
        </>
      )}
    </Section>
  );
}
