import { createServer, request, Agent, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOnLoopback, stopServer } from '../../tools/loopback.ts';
import { answerAuth, type Accounts } from './auth.ts';

/** Who a key stands for, by key. */
export interface Keys {
  publishable: string;
  service: string;
}

export interface GatewayOptions {
  keys: Keys;
  /** The token that stands for a key. */
  tokenOf: (key: string) => string;
  /** Address of PostgREST, asked anew for every request: it may have been started again elsewhere. */
  rest: () => string;
  accounts: Accounts;
}

export interface Gateway {
  url: string;
  stop: () => Promise<void>;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers':
    '*, authorization, apikey, content-type, x-client-info, prefer, accept-profile, content-profile',
  'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE, HEAD, OPTIONS',
};

/**
 * What stands before PostgREST on Supabase: it knows the keys, and gives who has no token of an account the one of the key's role. Serves
 * /rest/v1 and as much of /auth/v1 as signing in takes.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const server = createServer((incoming, answer) => {
    void serve(incoming, answer, options, agent).catch(() => answer.destroy());
  });
  const port = await listenOnLoopback(server);
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await stopServer(server);
      agent.destroy();
    },
  };
}

async function serve(
  incoming: IncomingMessage,
  answer: ServerResponse,
  options: GatewayOptions,
  agent: Agent,
): Promise<void> {
  const { pathname, search } = new URL(incoming.url ?? '/', 'http://gateway');
  if (incoming.method === 'OPTIONS') return end(answer, 204, null);
  const key = String(incoming.headers['apikey'] ?? '');
  if (key !== options.keys.publishable && key !== options.keys.service)
    return end(answer, 401, { message: 'Invalid API key' });
  if (pathname.startsWith('/auth/v1/')) {
    const { status, body } = await answerAuth(
      incoming,
      `${pathname.slice(8)}${search}`,
      key === options.keys.service,
      options.accounts,
    );
    return end(answer, status, body);
  }
  if (!pathname.startsWith('/rest/v1/')) return end(answer, 404, { message: 'no Route matched with those values' });
  const bearer = (incoming.headers.authorization ?? '').replace(/^Bearer /i, '');
  const token = bearer === '' || bearer === key ? options.tokenOf(key) : bearer;
  return forward(incoming, answer, new URL(`${options.rest()}${pathname.slice(8)}${search}`), token, agent);
}

function forward(
  incoming: IncomingMessage,
  answer: ServerResponse,
  target: URL,
  token: string,
  agent: Agent,
): Promise<void> {
  return new Promise((resolve) => {
    const headers = { ...incoming.headers, host: target.host, authorization: `Bearer ${token}` };
    const onward = request(target, { method: incoming.method ?? 'GET', headers, agent }, (given) => {
      answer.writeHead(given.statusCode ?? 502, { ...given.headers, ...CORS });
      given.pipe(answer);
      answer.once('close', resolve);
    });
    onward.once('error', () => {
      if (!answer.headersSent) end(answer, 503, { message: 'PostgREST does not answer' });
      resolve();
    });
    incoming.pipe(onward);
  });
}

function end(answer: ServerResponse, status: number, body: unknown): void {
  answer.writeHead(status, { ...CORS, 'content-type': 'application/json' });
  answer.end(body === null ? undefined : JSON.stringify(body));
}
