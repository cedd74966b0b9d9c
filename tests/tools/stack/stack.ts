import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { App, getAuthSchemaSql } from '@supabase/lite';
import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite';
import { createClient } from '@supabase/supabase-js';
import { listenOnLoopback, stopServer } from '../loopback.ts';
import { SQL_FILE } from '../sql.ts';
import { inTurn } from './in-turn.ts';
import { served } from './served.ts';

export const ROLES = ['reporter', 'agent', 'admin'] as const;
type Role = (typeof ROLES)[number];

/** What somebody signs in with. */
export interface Credentials {
  email: string;
  password: string;
}

/** A team's project of this machine, as the options of the extension ask for it. */
export interface Stack {
  url: string;
  /** The publishable one. */
  key: string;
  /** The secret one, for the mail service alone. */
  secretKey: string;
  /** One of each role, with an account. */
  members: Record<Role, Credentials>;
  /** What was stored goes with it. Safe to call again. */
  close: () => Promise<void>;
}

const KEYS = { publishable_key: 'sb_publishable_vigie_demonstration', secret_key: 'sb_secret_vigie_demonstration' };

const MEMBERS: Stack['members'] = {
  reporter: { email: 'reporter@vigie.example', password: 'reporter-demo' },
  agent: { email: 'agent@vigie.example', password: 'agent-demo' },
  admin: { email: 'admin@vigie.example', password: 'admin-demo' },
};

/** They would be made at the first request: too late for what the SQL file grants. */
const ROLES_OF_SUPABASE = `
  create role anon nologin noinherit; create role authenticated nologin noinherit; create role service_role nologin noinherit bypassrls;
  grant usage on schema public to anon, authenticated, service_role`;

/**
 * Starts a Supabase project in this process, in memory: Postgres in WebAssembly, the SQL file run, three members. It has no Realtime, and
 * takes one request after the other: what is about load or races is tested against a real Postgres.
 *
 * @param port 0 for any that is free.
 * @throws Error when the port is taken.
 */
export async function startStack(port = 0): Promise<Stack> {
  const connection = await createPgliteConnection();
  const app = new App({
    connection,
    auth: { enabled: true, jwt_secret: crypto.randomUUID(), ...KEYS },
    // Without it a request that has no key at all would be served as the service.
    options: { server: { admin: false } },
  });
  // What `app.ensureSystemSchema()` comes to as well, after comparing schemas for several seconds.
  for (const sql of [getAuthSchemaSql(), ROLES_OF_SUPABASE, readFileSync(SQL_FILE, 'utf8')]) {
    await connection.driver.exec(sql);
  }
  // One connection, on which transactions of two requests would become one.
  const server = createServer(served(inTurn((request: Request) => app.fetch(request))));
  const url = `http://127.0.0.1:${await listenOnLoopback(server, port)}`;
  await invite(connection, url);
  let closing: Promise<void> | undefined;
  return {
    url,
    key: KEYS.publishable_key,
    secretKey: KEYS.secret_key,
    members: MEMBERS,
    close: () => (closing ??= stopServer(server).then(() => connection.close())),
  };
}

/** As sql/README.md has it: a row in cm_members, then an account. */
async function invite({ driver }: PgliteConnection, url: string): Promise<void> {
  for (const role of ROLES) {
    const { email, password } = MEMBERS[role];
    await driver.query('insert into public.cm_members (email, role) values ($1, $2)', [email, role]);
    const { error } = await createClient(url, KEYS.publishable_key).auth.signUp({ email, password });
    if (error) throw error;
  }
}
