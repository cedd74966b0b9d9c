import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listenOnLoopback, stopServer } from '../tools/loopback.ts';

/**
 * What becomes of a call on its way: it never arrives, and a proxy says so; it is done, and a proxy was not patient enough for the answer;
 * it is done, and the connection breaks before the answer.
 */
export const TROUBLES = ['turned-away', 'too-late', 'cut'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Names the trouble that a call is to have; without it, it has none. */
export const TROUBLE_HEADER = 'x-trouble';

export interface RoughWay {
  url: string;
  /** How often each trouble came about. */
  met: Record<Trouble, number>;
  stop: () => Promise<void>;
}

/** The way to a server, with everything that may happen on it. */
export async function layRoughWay(to: string): Promise<RoughWay> {
  const met: Record<Trouble, number> = { 'turned-away': 0, 'too-late': 0, cut: 0 };
  const server = createServer((incoming, answer) => {
    void pass(incoming, answer, to, met).catch(() => answer.destroy());
  });
  const port = await listenOnLoopback(server);
  return { url: `http://127.0.0.1:${port}`, met, stop: () => stopServer(server) };
}

async function pass(
  incoming: IncomingMessage,
  answer: ServerResponse,
  to: string,
  met: RoughWay['met'],
): Promise<void> {
  const body = await buffer(incoming);
  const trouble = TROUBLES.find((name) => name === incoming.headers[TROUBLE_HEADER]);
  if (trouble) met[trouble] += 1;
  if (trouble === 'turned-away') return end(answer, 503, 'no healthy upstream');
  const {
    host: _own,
    connection: _near,
    [TROUBLE_HEADER]: _told,
    'content-length': _length,
    ...headers
  } = incoming.headers;
  const given = await fetch(`${to}${incoming.url ?? '/'}`, {
    method: incoming.method ?? 'GET',
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    body,
  });
  const text = await given.text();
  if (trouble === 'cut') return void answer.destroy();
  if (trouble === 'too-late') return end(answer, 504, 'upstream request timeout');
  end(answer, given.status, text);
}

function end(answer: ServerResponse, status: number, text: string): void {
  answer.writeHead(status, { 'content-type': 'application/json' });
  answer.end(text);
}
