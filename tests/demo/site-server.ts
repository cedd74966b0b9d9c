import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { closedPort, listenOnLoopback, stopServer } from '../tools/loopback.ts';

/** The two sites of the demonstration: one code, two addresses, hence two projects. */
export interface DemoSites {
  /** Origin of the booking site. */
  gites: string;
  /** Origin of the hosts' site. */
  hotes: string;
  close(): Promise<void>;
}

const FOLDER = join(import.meta.dirname, 'site');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Answers of the booking API: path → status. */
const API: Record<string, number> = {
  '/api/gites': 200,
  '/api/gites/999': 404,
  '/api/avis/999': 404,
  '/api/compte': 403,
  '/api/factures/12': 403,
  '/api/reservations': 500,
  '/api/calendrier': 500,
  '/api/mesure': 500,
};

/** Starts both sites on free ports of this machine's loopback, where nobody else can reach them. */
export async function startSites(): Promise<DemoSites> {
  const values: Record<string, string> = { closedPort: String(await closedPort()) };
  const servers = [siteServer('/gites.html', values), siteServer('/hotes.html', values)] as const;
  const [gites, hotes] = await Promise.all([listenOnLoopback(servers[0]), listenOnLoopback(servers[1])]);
  // Another host as well as another port: cookies and some browser rules look at the host alone.
  const origins = { gites: `http://127.0.0.1:${gites}`, hotes: `http://localhost:${hotes}` };
  Object.assign(values, origins);
  return {
    ...origins,
    async close() {
      await Promise.all(servers.map(stopServer));
    },
  };
}

function siteServer(home: string, values: Record<string, string>): Server {
  return createServer((request, response) => {
    answer(home, values, request, response).catch(() => response.destroy());
  });
}

async function answer(
  home: string,
  values: Record<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://site').pathname;
  if (path.startsWith('/api/')) return answerApi(path, request, response);
  // A file with a syntax error of its own would stop every tool that reads the sources.
  if (path === '/js/promotion.js')
    return send(response, 200, '.js', "afficher({ remise: '15 %', jusqu'au: '31/08' });\n");
  const file = path === '/' ? home : normalize(path);
  const content = await readFile(join(FOLDER, file)).catch(() => undefined);
  if (!content) return send(response, 404, '.html', '<!doctype html><title>404</title>');
  const type = extname(file);
  send(response, 200, type, type === '.html' ? fillIn(content.toString('utf8'), values) : content);
}

function answerApi(path: string, request: IncomingMessage, response: ServerResponse): void {
  if (path === '/api/lente') return;
  if (path === '/api/coupure') {
    request.socket.destroy();
    return;
  }
  const status = API[path] ?? 404;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(status === 200 ? [{ nom: 'La Grange', prix: 92 }] : { erreur: status }));
}

function fillIn(page: string, values: Record<string, string>): string {
  return page.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

function send(response: ServerResponse, status: number, extension: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': TYPES[extension] ?? 'application/octet-stream' });
  response.end(body);
}
