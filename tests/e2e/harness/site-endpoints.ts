import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

type Endpoint = (
  rest: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
) => void | Promise<void>;

/** Lets pages of the other site read the answer, unless `?closed` keeps it shut to test a CORS failure. */
function crossOriginHeaders(query: URLSearchParams, request: IncomingMessage): Record<string, string> {
  if (query.has('closed')) return {};
  return {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-headers': '*',
    'access-control-allow-methods': '*',
  };
}

const ENDPOINTS: Record<string, Endpoint> = {
  /** `/status/404/any/name`: that status with a small JSON body. */
  status: (rest, query, request, response) => {
    const status = request.method === 'OPTIONS' ? 204 : Number.parseInt(rest, 10);
    response.writeHead(status, { 'content-type': 'application/json', ...crossOriginHeaders(query, request) });
    response.end(status === 204 || status === 304 ? undefined : `{"status":${status}}`);
  },
  /** `/drop/any/name`: the connection is closed without an answer. */
  drop: (_rest, _query, request) => {
    request.socket.destroy();
  },
  /** `/slow/2000`: answers after so many milliseconds, or never if the page gave up. */
  slow: async (rest, query, request, response) => {
    await sleep(Number.parseInt(rest, 10));
    if (!request.socket.destroyed) response.writeHead(200, crossOriginHeaders(query, request)).end('late');
  },
  /** `/cut/any/name`: promises more than it sends, then breaks off. */
  cut: (_rest, query, request, response) => {
    response.writeHead(200, { 'content-length': '1000', ...crossOriginHeaders(query, request) });
    response.write('only this');
    setTimeout(() => request.socket.destroy(), 100);
  },
  /** `/trickle/2000`: begins its answer at once and goes on a little at a time for so many milliseconds. */
  trickle: async (rest, query, request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain', ...crossOriginHeaders(query, request) });
    for (let left = Number.parseInt(rest, 10); left > 0 && !request.socket.destroyed; left -= 100) {
      response.write('.'.repeat(2_000));
      await sleep(100);
    }
    response.end();
  },
  /** `/loop/any/name`: leads to itself for ever. */
  loop: (rest, _query, _request, response) => {
    response.writeHead(302, { location: `/loop/${rest}` }).end();
  },
  /** `/redirect?to=/status/404`: 302. */
  redirect: (_rest, query, request, response) => {
    response.writeHead(302, { location: query.get('to') ?? '/', ...crossOriginHeaders(query, request) }).end();
  },
};

/** Answers one of the endpoints; false when the path is none of them. */
export async function answerEndpoint(
  path: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [, name = '', rest = ''] = /^\/([^/]+)\/?(.*)$/.exec(path) ?? [];
  const endpoint = Object.hasOwn(ENDPOINTS, name) ? ENDPOINTS[name] : undefined;
  if (path === '/favicon.ico') {
    response.writeHead(204).end();
    return true;
  }
  if (endpoint === undefined) return false;
  await endpoint(rest, query, request, response);
  return true;
}
