import type { PostgresAddress } from './postgres-server.ts';
import { createDatabase, type Database } from './databases.ts';
import { startGateway } from './gateway.ts';
import { startPostgrest } from './postgrest.ts';
import { signToken } from './tokens.ts';

/** A Supabase project: of this machine, or the one that the environment names. */
export interface Stack {
  url: string;
  publishableKey: string;
  serviceKey: string;
}

/** One of this machine, where tests may do what nobody can from outside. */
export interface LocalStack extends Stack {
  database: Database;
  /** Ends PostgREST and starts it again, as an update does. */
  restartRest: () => Promise<void>;
  stop: () => Promise<void>;
}

const SECRET = 'a secret of at least thirty-two characters';
const YEAR = 31_536_000;

/** A database with the SQL file run, PostgREST and the gateway before it. */
export async function startStack(address: PostgresAddress, pool?: number): Promise<LocalStack> {
  const database = await createDatabase(address, 'vigie');
  const start = () => startPostgrest(address, database.name, SECRET, pool);
  let rest = await start();
  const exp = Math.floor(Date.now() / 1000) + YEAR;
  const tokens = new Map([
    ['sb_publishable_test', signToken({ role: 'anon', exp }, SECRET)],
    ['sb_secret_test', signToken({ role: 'service_role', exp }, SECRET)],
  ]);
  const keys = { publishable: 'sb_publishable_test', service: 'sb_secret_test' };
  const tokenOf = (key: string) => tokens.get(key) ?? '';
  const gateway = await startGateway({ keys, tokenOf, rest: () => rest.url, accounts: { database, secret: SECRET } });
  return {
    url: gateway.url,
    publishableKey: keys.publishable,
    serviceKey: keys.service,
    database,
    async restartRest() {
      await rest.stop();
      rest = await start();
    },
    async stop() {
      await gateway.stop();
      await rest.stop();
      await database.drop();
    },
  };
}

/** The project that SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY and SUPABASE_SECRET_KEY name; null when they do not. */
export function namedStack(env: NodeJS.ProcessEnv): Stack | null {
  const { SUPABASE_URL: url, SUPABASE_PUBLISHABLE_KEY: publishableKey, SUPABASE_SECRET_KEY: serviceKey } = env;
  return url && publishableKey && serviceKey ? { url, publishableKey, serviceKey } : null;
}
