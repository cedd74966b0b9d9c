import { useEffect } from 'preact/hooks';
import type { ProjectAddress } from '../../core/sync/project-address.ts';
import { send } from '../../messages/client.ts';
import { useTeam } from '../data/use-team.ts';

/** Listens to a team's database until it is told to end. */
export type Listen = (
  project: ProjectAddress,
  ports: { token: () => Promise<string | null>; onNews: () => void },
) => () => void;

/** News come in bursts; milliseconds. */
const SOON = 500;

/**
 * While this page is open, news of the team wake the background, which takes them; without Realtime its alarm does, some time later. Browsers
 * keep sockets of pages alone, and the background alone renews the session.
 *
 * @param load brings what listens, only where there is a team that can be listened to.
 */
export function useTeamNews(load: (() => Promise<Listen>) | undefined): void {
  const view = useTeam();
  const team = view.state === 'ready' ? view.data : null;
  const url = team?.sync.realtime === true ? team.team.url : null;
  const key = team?.team.key ?? '';
  useEffect(() => {
    if (!load || url === null) return undefined;
    let end: (() => void) | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const onNews = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        send({ type: 'team.news' }).catch(() => undefined);
      }, SOON);
    };
    const begin = async (bring: () => Promise<Listen>) => {
      const listen = await bring();
      if (!left) end = listen({ url, key }, { token, onNews });
    };
    void begin(load);
    return () => {
      left = true;
      clearTimeout(timer);
      end?.();
    };
  }, [load, url, key]);
}

async function token(): Promise<string | null> {
  try {
    return (await send({ type: 'team.token' })).token;
  } catch {
    // The background pulls without it.
    return null;
  }
}
