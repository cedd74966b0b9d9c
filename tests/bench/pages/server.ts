import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { listenOnLoopback, stopServer } from '../../tools/loopback.ts';
import type { Order } from './protocol.ts';
import { type PageScripts, scriptOf } from './scripts.ts';
import type { Variant } from './plan.ts';
import type { Session } from './session.ts';

export interface BenchServer {
  readonly origin: string;
  /** From now on pages are those of this variant and session. */
  serve(variant: Variant, session: Session): void;
  close(): Promise<void>;
}

/** The smallest image there is. */
const PIXEL = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');
type Answer = [status: number, headers: OutgoingHttpHeaders, body: string | Buffer];

const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
const JSON_TYPE = { 'content-type': 'application/json' };
const SCRIPT = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=600' };

/** Text as an ordinary page has it: parsing it is what a script in front of it delays. */
const FILLING = Array.from({ length: 200 }, (_, line) => `<p>Line ${line} of an ordinary page.</p>`).join('\n');

function pageOf(order: Order, script: boolean): string {
  const tool = script ? '<script src="/tool.js"></script>' : '';
  return `<!doctype html>
<html lang="en">
<title>${order.scenario}</title>
${tool}
<script>const ORDER = ${JSON.stringify(order)};</script>
<script src="/main.js" defer></script>
${FILLING}
</html>
`;
}

/** Serves the measured pages and their scripts, takes what the tools send, and hears the pages' steps. */
export async function startServer(scripts: PageScripts): Promise<BenchServer> {
  let current: { variant: Variant; session: Session } | null = null;

  /** What depends on whose turn it is; null for everything else. */
  async function answerTurn(name: string, url: URL): Promise<Answer | null> {
    if (current === null) return null;
    const { variant, session } = current;
    if (name === 'step') {
      await session.step(url.pathname.split('/')[2] ?? '', url.searchParams.get('facts') ?? '{}');
      return [200, { 'content-type': 'image/gif', 'cache-control': 'no-store' }, PIXEL];
    }
    if (name === 'next') {
      session.next();
      return [302, { location: '/page' }, ''];
    }
    if (name === 'tool.js') return [200, SCRIPT, scriptOf(variant, scripts)];
    if (name === 'page' && session.order) return [200, HTML, pageOf(session.order, scriptOf(variant, scripts) !== '')];
    return null;
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '/', 'http://server.invalid');
    const [, name = '', rest = ''] = url.pathname.split('/');
    const turn = await answerTurn(name, url);
    if (turn) return turn;
    if (name === 'main.js') return [200, SCRIPT, scripts.main];
    if (name === 'answer') return [Number(rest), JSON_TYPE, '{}'];
    // What @sentry/browser sends goes to `api`.
    return name === 'api' ? [200, JSON_TYPE, '{}'] : [200, HTML, '<!doctype html>'];
  }

  const server = createServer((request, response) => {
    request.resume();
    answer(request).then(
      ([status, headers, body]) => response.writeHead(status, headers).end(body),
      (error: unknown) => {
        console.error(error);
        response.destroy();
      },
    );
  });
  const port = await listenOnLoopback(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    serve(variant, session) {
      current = { variant, session };
    },
    close: () => stopServer(server),
  };
}
