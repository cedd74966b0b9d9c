import type { Settings } from '../../core/settings.ts';
import { useTeam } from '../data/use-team.ts';
import { MailService } from './mail-service.tsx';
import { TeamMails } from './team-mails.tsx';

/** How whoever sends the mails does: the service of this machine or, in a team, the team's. */
export function MailState({ settings }: { settings: Settings['notifications'] }) {
  const team = useTeam();
  if (team.state !== 'ready') return null;
  return team.data === null ? <MailService address={settings.service} /> : <TeamMails settings={settings} />;
}
