import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listen } from '../../src/remote/listen.ts';

const PROJECT = { url: 'https://team.supabase.co', key: 'sb_publishable_x' };

/** A message of the Phoenix protocol: of which join, number, topic, event, content. */
type Phoenix = [join: string | null, ref: string | null, topic: string, event: string, payload: unknown];

/** What Supabase Realtime is, as far as a browser sees it. */
class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static opened: FakeSocket[] = [];
  /** Topics whose channel is refused. */
  static refused: string[] = [];

  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  readonly url: string;
  readyState = 0;
  readonly protocol = '';
  binaryType = 'arraybuffer';
  bufferedAmount = 0;
  extensions = '';
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  readonly joins: { topic: string; payload: unknown }[] = [];

  constructor(url: string | URL) {
    this.url = String(url);
    FakeSocket.opened.push(this);
    queueMicrotask(() => {
      this.readyState = 1;
      this.onopen?.(new Event('open'));
    });
  }

  send(text: string): void {
    const [join, ref, topic, event, payload]: Phoenix = JSON.parse(text);
    if (event === 'phx_join') this.joins.push({ topic, payload });
    const status = FakeSocket.refused.includes(topic) ? 'error' : 'ok';
    this.say([join, ref, topic, 'phx_reply', { status, response: { postgres_changes: [] } }]);
  }

  say(message: Phoenix): void {
    this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(message) }));
  }

  close(): void {
    this.readyState = 3;
  }

  addEventListener(): void {}
  removeEventListener(): void {}
  dispatchEvent(): boolean {
    return true;
  }
}

let end: () => void = () => undefined;

beforeEach(() => {
  FakeSocket.opened = [];
  FakeSocket.refused = [];
});
afterEach(() => end());

function listening(): { news: ReturnType<typeof vi.fn> } {
  const news = vi.fn();
  end = listen(PROJECT, { token: async () => 'the token', onNews: news, transport: FakeSocket });
  return { news };
}

it('joins with the member’s token, and tells of what is broadcast to the team', async () => {
  const { news } = listening();
  await vi.waitFor(() => expect(news).toHaveBeenCalled());
  const [socket] = FakeSocket.opened;
  expect(socket?.url).toMatch(/^wss:\/\/team\.supabase\.co\/realtime\/v1\/websocket\?apikey=sb_publishable_x/);
  const joined = socket?.joins.find(({ topic }) => topic === 'realtime:vigie');
  expect(joined?.payload).toMatchObject({ access_token: 'the token', config: { private: true } });
  const before = news.mock.calls.length;
  socket?.say([null, null, 'realtime:vigie', 'broadcast', { event: 'changed', type: 'broadcast', payload: {} }]);
  await vi.waitFor(() => expect(news).toHaveBeenCalledTimes(before + 1));
});

it('goes on where one of the two ways is not to be had', async () => {
  FakeSocket.refused = ['realtime:vigie-log'];
  const { news } = listening();
  await vi.waitFor(() => expect(news).toHaveBeenCalledOnce());
  FakeSocket.opened[0]?.say([null, null, 'realtime:vigie', 'broadcast', { event: 'changed', payload: {} }]);
  await vi.waitFor(() => expect(news).toHaveBeenCalledTimes(2));
});
