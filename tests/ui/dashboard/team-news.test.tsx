// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { joinTeam, leaveTeam } from '../../../src/storage/membership.ts';
import { noteSync } from '../../../src/storage/sync-state.ts';
import { db } from '../../../src/ui/data/database.ts';
import { useTeamNews, type Listen } from '../../../src/ui/team/use-team-news.ts';
import { NOW } from '../rows.ts';
import { answerMessages, emptyDatabase, hide, show, until } from '../support.tsx';

const TEAM = { url: 'https://team.supabase.co', key: 'sb_publishable_x', email: 'qa@example.com', joined_at: NOW };

const end = vi.fn();
const listen = vi.fn<Listen>(() => end);
const load = async () => listen;

function Page() {
  useTeamNews(load);
  return null;
}

beforeEach(async () => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  await emptyDatabase();
});
afterEach(hide);

it('listens once there is a team that can be listened to, wakes the background once for a burst, and ends with the team', async () => {
  const asked = answerMessages();
  show(<Page />);
  await joinTeam(db, { ...TEAM, role: 'agent' });
  await noteSync(db, { realtime: false, synced_at: NOW });
  await noteSync(db, { realtime: true });
  await until(() => expect(listen).toHaveBeenCalledOnce());
  const [project, ports] = listen.mock.calls[0]!;
  expect(project).toEqual({ url: TEAM.url, key: TEAM.key });
  for (let i = 0; i < 5; i += 1) ports.onNews();
  await until(() => expect(asked.mock.calls).toEqual([[{ type: 'team.news' }]]));
  await leaveTeam(db, false);
  await until(() => expect(end).toHaveBeenCalledOnce());
});
