import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** A server that is not the one of the npm package. */
interface Programs {
  /** Where `initdb` and `postgres` are. */
  bin: string;
  /** An empty folder. */
  folder: string;
  port: number;
  password: string;
  flags: readonly string[];
}

/** Whom the programs run as: Postgres refuses root. */
interface Owner {
  uid?: number;
  gid?: number;
}

/** Makes a data folder and starts a server on it. Resolves, once it answers, to what stops it. */
export async function startPrograms({ bin, folder, port, password, flags }: Programs): Promise<() => Promise<void>> {
  const owner = ownerOf();
  const [data, secret] = [join(folder, 'data'), join(folder, 'password')];
  writeFileSync(secret, password);
  mkdirSync(data);
  for (const path of [folder, data, secret]) if (owner.uid !== undefined) chownSync(path, owner.uid, owner.gid ?? 0);
  const made = ['--pgdata', data, '--username=postgres', '--auth=password', `--pwfile=${secret}`, '--encoding=UTF8'];
  execFileSync(join(bin, 'initdb'), [...made, '--locale=C', '--no-sync'], { ...owner, stdio: 'pipe' });
  const child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...owner,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'exit');
  while (!(await answers(port, password))) {
    if (child.exitCode !== null) throw new Error(`Postgres ended: ${said}`);
    await sleep(50);
  }
  return async () => {
    child.kill('SIGINT');
    await ended;
  };
}

function ownerOf(): Owner {
  if (process.getuid?.() !== 0) return {};
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
