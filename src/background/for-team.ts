import { MessageError } from '../messages/message-error.ts';
import type { VigieDatabase } from '../storage/database.ts';
import type { TeamAuthor } from '../storage/team-settings.ts';
import { teamOf } from '../storage/team.ts';

/**
 * Who changes what a whole team has in common, with the id of their command; null: there is no team, and it is this browser's own.
 *
 * @throws MessageError when the team's administrators alone may change it.
 */
export async function teamAuthor(
  { db, newId }: { db: VigieDatabase; newId: () => string },
  what: string,
): Promise<TeamAuthor | null> {
  const team = await teamOf(db);
  if (team === null) return null;
  if (team.role !== 'admin') throw new MessageError('team-setting', what);
  return { id: newId(), author: team.email };
}
