import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** Lets Node's server answer by a function of the web's requests. */
export function served(answer: (request: Request) => Promise<Response>): RequestListener {
  return (incoming, outgoing) => {
    void answerOne(incoming, outgoing, answer).catch((error: unknown) => {
      console.error(error);
      outgoing.destroy();
    });
  };
}

async function answerOne(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: Request) => Promise<Response>,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = incoming;
  const body = method === 'GET' || method === 'HEAD' ? null : await buffer(incoming);
  const asked = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const given = await answer(
    new Request(new URL(url, `http://${headers.host ?? ''}`), { method, headers: asked, body }),
  );
  outgoing.writeHead(given.status, Object.fromEntries(given.headers));
  outgoing.end(Buffer.from(await given.arrayBuffer()));
}
