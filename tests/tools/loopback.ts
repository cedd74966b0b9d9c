import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Lets a server listen on a port that only this machine can reach. Returns the port.
 *
 * @param port 0 for any that is free.
 */
export async function listenOnLoopback(server: Server, port = 0): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server always has such an address.
  // oxlint-disable-next-line no-unsafe-type-assertion
  return (server.address() as AddressInfo).port;
}

/** Stops a server without waiting for its clients: browsers keep connections open. */
export async function stopServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

/** A port that was free a moment ago and where nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  await stopServer(server);
  return port;
}
