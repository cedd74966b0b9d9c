import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { closedPort } from '../../tools/loopback.ts';

/** The only way from one browser to a server of this machine: it can be cut, as a cable can, while others reach the server. */
export interface Line {
  url: string;
  /** Nobody answers any more; what was under way breaks off. */
  cut: () => Promise<void>;
  mend: () => Promise<void>;
  /** All that went from the browser to the server so far, as text. */
  sent: () => string;
}

/** A line to what listens at `url`, in order. */
export async function layLine(url: string): Promise<Line> {
  const target = Number(new URL(url).port);
  const port = await closedPort();
  const sockets = new Set<Socket>();
  const sent: Buffer[] = [];
  let server: Server | undefined;

  function join(near: Socket): void {
    const far = connect(target, '127.0.0.1');
    near.pipe(far).pipe(near);
    near.on('data', (chunk) => sent.push(chunk));
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.once('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
      // Whoever breaks off is told by `close`.
      socket.on('error', () => undefined);
    }
  }

  async function mend(): Promise<void> {
    server = createServer(join).listen(port, '127.0.0.1');
    await once(server, 'listening');
  }

  async function cut(): Promise<void> {
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
    server = undefined;
  }

  await mend();
  return { url: `http://127.0.0.1:${port}`, cut, mend, sent: () => Buffer.concat(sent).toString() };
}
