import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { type Addresses, fillIn } from './addresses.ts';
import { answerEndpoint } from './site-endpoints.ts';

/** What the server was asked: what a page really sent, with or without the extension. */
export interface SeenRequest {
  method: string;
  path: string;
}

export interface Site extends Addresses {
  /** The same pages under any name that leads to this machine. */
  originOf(host: string): string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

export function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
    });
  });
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** A port that was free a moment ago and on which nothing listens now. */
async function deadPort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await closeServer(server);
  return port;
}

/** The page of a case that consists of one script, named like its folder. */
function pageAroundScript(path: string): string | undefined {
  const name = /^\/cases\/([\w-]+)\/page\.html$/.exec(path)?.[1];
  return name && `<!doctype html>\n<title>${name}</title>\n<script src="${name}.js"></script>\n`;
}

/**
 * A file as it lies in the folder, with this run's addresses filled in. `?status=500` answers with that status, each `?header=name:value`
 * with that header besides, and a
 * script with `?lines=8` begins so many lines further down.
 */
async function answerFile(
  root: string,
  { pathname, searchParams }: URL,
  addresses: Addresses,
  response: ServerResponse,
) {
  const file = join(root, normalize(pathname));
  const text = await readFile(file, 'utf8').catch(() => pageAroundScript(pathname));
  if (text === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('no such page');
    return;
  }
  response.setHeader('content-type', CONTENT_TYPES[extname(file)] ?? 'text/plain');
  response.setHeader('cache-control', 'no-store');
  for (const header of searchParams.getAll('header')) {
    const [name = '', value = ''] = header.split(/:(.*)/s);
    response.setHeader(name, value);
  }
  const above = extname(file) === '.js' ? '\n'.repeat(Number(searchParams.get('lines') ?? 0)) : '';
  response.writeHead(Number(searchParams.get('status') ?? 200)).end(above + fillIn(text, addresses));
}

/** Serves the folder's files, with this run's addresses filled in, and the endpoints of `site-endpoints.ts`. */
export async function startSite(root: string): Promise<Site> {
  const seen: SeenRequest[] = [];
  const server = createServer();
  const port = await listen(server);
  const originOf = (host: string): string => `http://${host}:${port}`;
  const addresses = {
    origin: originOf('127.0.0.1'),
    otherOrigin: originOf('localhost'),
    deadOrigin: `http://127.0.0.1:${await deadPort()}`,
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://site.invalid');
    const { pathname, searchParams } = url;
    seen.push({ method: request.method ?? 'GET', path: pathname });
    if (await answerEndpoint(pathname, searchParams, request, response)) return;
    await answerFile(root, url, addresses, response);
  };
  server.on('request', (request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  return { ...addresses, originOf, seen, close: () => closeServer(server) };
}
