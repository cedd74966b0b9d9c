import {
  REALTIME_SUBSCRIBE_STATES as STATES,
  RealtimeClient,
  type RealtimeChannel,
  type WebSocketLikeConstructor,
} from '@supabase/realtime-js';
import type { ProjectAddress } from '../core/sync/project-address.ts';

export interface ListenPorts {
  /** A token of the member, good for some minutes at least; null: there is none for the moment. */
  token: () => Promise<string | null>;
  /** Something changed in the team's database; what it was is pulled. */
  onNews: () => void;
  /** Another socket than the browser's. */
  transport?: WebSocketLikeConstructor;
}

/** A project that lacks one of the two ways refuses its channel; after so many refusals nobody asks again. */
const REFUSALS = 3;

/**
 * Hears from Supabase Realtime that something changed: by the broadcast of the SQL file, or where that is not to be had by the changes of
 * the log. Nothing that is said there is believed, or needed. Returns what ends it.
 */
export function listen({ url, key }: ProjectAddress, { token, onNews, transport }: ListenPorts): () => void {
  const client = new RealtimeClient(`${url.replace(/^http/, 'ws')}/realtime/v1`, {
    params: { apikey: key },
    accessToken: token,
    ...(transport && { transport }),
  });
  let ended = false;
  void begin();
  return () => {
    ended = true;
    void client.disconnect();
  };

  async function begin(): Promise<void> {
    // A channel for members alone refuses who joins before the token is there.
    await client.setAuth();
    if (ended) return;
    const news = client.channel('vigie', { config: { private: true } });
    follow(client, news.on('broadcast', { event: 'changed' }, onNews), onNews);
    const log = client.channel('vigie-log');
    const rows = { event: '*', schema: 'public', table: 'cm_error_logs' } as const;
    follow(client, log.on('postgres_changes', rows, onNews), onNews);
  }
}

/** What was said while nobody listened is made up for at every subscription. */
function follow(client: RealtimeClient, channel: RealtimeChannel, onNews: () => void): void {
  let refusals = 0;
  channel.subscribe((status) => {
    if (status === STATES.SUBSCRIBED) {
      refusals = 0;
      onNews();
      return;
    }
    refusals += 1;
    if (refusals === REFUSALS && status !== STATES.CLOSED) void client.removeChannel(channel);
  });
}
