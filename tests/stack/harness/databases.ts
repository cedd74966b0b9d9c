import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { SQL_FILE } from '../../tools/sql.ts';
import type { PostgresAddress } from './postgres-server.ts';

/** A database of one test file. */
export interface Database {
  name: string;
  /** Another connection, as the owner; closed when the database is dropped. */
  connect: () => Promise<Client>;
  /** Runs it as the owner and answers the rows of its last statement. */
  query: <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;
  drop: () => Promise<void>;
}

/** `project`: a Supabase project in which nothing was run; `vigie`: the same with the SQL file run; `plain`: Postgres alone. */
export type Template = 'project' | 'vigie' | 'plain';

/** Makes the databases that `createDatabase` copies. */
export async function createTemplates(address: PostgresAddress): Promise<void> {
  await run(address, 'postgres', ownText('supabase-roles.sql'));
  await run(address, 'postgres', 'create database project');
  await run(address, 'project', ownText('supabase-project.sql'));
  await run(address, 'postgres', 'create database vigie template project');
  await run(address, 'vigie', readFileSync(SQL_FILE, 'utf8'));
}

function ownText(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

async function run(address: PostgresAddress, database: string, sql: string): Promise<void> {
  const client = await connectTo(address, database);
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A connection to a database, as the owner of everything in it. */
async function connectTo({ port, password }: PostgresAddress, database: string): Promise<Client> {
  const client = new Client({ host: '127.0.0.1', port, password, user: 'postgres', database });
  await client.connect();
  return client;
}

/** A new database of a name of its own, copied from a template. */
export async function createDatabase(address: PostgresAddress, template: Template): Promise<Database> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  await run(address, 'postgres', `create database ${name} template ${template === 'plain' ? 'template0' : template}`);
  const clients: Client[] = [];
  const connect = async () => {
    const client = await connectTo(address, name);
    // The server ends connections when the database is dropped.
    client.on('error', () => undefined);
    clients.push(client);
    return client;
  };
  const own = await connect();
  return {
    name,
    connect,
    async query(sql, values) {
      const answer = await own.query(sql, values);
      // Several statements are answered one by one.
      const last: { rows: never[] } = Array.isArray(answer) ? answer.at(-1) : answer;
      return last.rows;
    },
    async drop() {
      await Promise.all(clients.map((client) => client.end()));
      await run(address, 'postgres', `drop database ${name} with (force)`);
    },
  };
}
