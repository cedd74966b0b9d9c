import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Database } from '../stack/harness/databases.ts';

/** What ends a push in the middle: the time that statements have, or the end of its connection. */
export type Ending = 'pg_cancel_backend' | 'pg_terminate_backend';

/** Nobody goes on behind this point before it is released. */
export interface Obstacle {
  /** Ends one push that has come this far; resolves when it is ended. */
  end: (by: Ending) => Promise<void>;
  release: () => Promise<void>;
}

/** Lets no push write to a table. */
export async function blockWrites(database: Database, table: string): Promise<Obstacle> {
  const client = await database.connect();
  await client.query(`begin; lock table ${table} in exclusive mode`);
  return {
    async end(by) {
      while ((await endOne(client, by)) === 0) await sleep(5);
    },
    async release() {
      await client.query('rollback');
      await client.end();
    },
  };
}

async function endOne(client: Client, by: Ending): Promise<number> {
  const { rows } = await client.query(
    `select ${by}(pid) from pg_stat_activity
     where datname = current_database() and usename = 'authenticator' and wait_event_type = 'Lock' limit 1`,
  );
  return rows.length;
}
