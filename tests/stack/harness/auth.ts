import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import * as v from 'valibot';
import type { Database } from './databases.ts';
import { signToken } from './tokens.ts';

/** The accounts of a project, in `auth.users`. */
export interface Accounts {
  database: Database;
  secret: string;
}

interface AuthAnswer {
  status: number;
  body: unknown;
}

const LIFE_OF_TOKENS = 3600;

const credentials = v.object({ email: v.pipe(v.string(), v.toLowerCase()), password: v.string() });
const newUser = v.object({ ...credentials.entries, email_confirm: v.optional(v.boolean(), false) });
const renewal = v.object({ refresh_token: v.string() });

interface User {
  id: string;
  email: string;
  email_confirmed_at: Date | null;
}

/** As much of Supabase Auth as signing in takes: accounts made by the service key or by sign-up, passwords, refresh tokens, sign-out. */
export async function answerAuth(
  incoming: IncomingMessage,
  path: string,
  isService: boolean,
  accounts: Accounts,
): Promise<AuthAnswer> {
  const { pathname, searchParams } = new URL(path, 'http://auth');
  const bearer = (incoming.headers.authorization ?? '').replace(/^Bearer /i, '');
  if (pathname === '/user') return userOf(bearer, accounts);
  if (pathname === '/logout') return { status: 204, body: null };
  const body: unknown = await json(incoming);
  if (pathname === '/admin/users') return isService ? createUser(body, accounts) : refused(403, 'not_admin');
  if (pathname === '/signup') return createUser({ ...v.parse(credentials, body), email_confirm: false }, accounts);
  if (pathname !== '/token') return refused(404, 'not_found');
  const isRenewal = searchParams.get('grant_type') === 'refresh_token';
  return isRenewal ? renew(body, accounts) : signIn(body, accounts);
}

async function createUser(body: unknown, { database }: Accounts): Promise<AuthAnswer> {
  const { email, password, email_confirm } = v.parse(newUser, body);
  const made = await database.query<User>(
    `insert into auth.users (email, encrypted_password, email_confirmed_at) values ($1, $2, case when $3 then now() end)
     on conflict (email) do nothing returning *`,
    [email, hashed(password), email_confirm],
  );
  return made[0] ? { status: 200, body: publicUser(made[0]) } : refused(422, 'email_exists');
}

async function signIn(body: unknown, accounts: Accounts): Promise<AuthAnswer> {
  const { email, password } = v.parse(credentials, body);
  const [user] = await accounts.database.query<User>(
    'select * from auth.users where email = $1 and encrypted_password = $2',
    [email, hashed(password)],
  );
  return user ? session(user, accounts) : refused(400, 'invalid_credentials');
}

async function renew(body: unknown, accounts: Accounts): Promise<AuthAnswer> {
  const { refresh_token } = v.parse(renewal, body);
  const [user] = await accounts.database.query<User>(
    `with used as (delete from auth.sessions where refresh_token = $1 returning user_id)
     select users.* from auth.users join used on used.user_id = users.id`,
    [refresh_token],
  );
  return user ? session(user, accounts) : refused(400, 'refresh_token_not_found');
}

async function session(user: User, { database, secret }: Accounts): Promise<AuthAnswer> {
  const refresh_token = randomUUID();
  await database.query('insert into auth.sessions (user_id, refresh_token) values ($1, $2)', [user.id, refresh_token]);
  const expires_at = Math.floor(Date.now() / 1000) + LIFE_OF_TOKENS;
  const access_token = signToken({ role: 'authenticated', sub: user.id, email: user.email, exp: expires_at }, secret);
  const body = {
    access_token,
    token_type: 'bearer',
    expires_in: LIFE_OF_TOKENS,
    expires_at,
    refresh_token,
    user: publicUser(user),
  };
  return { status: 200, body };
}

async function userOf(bearer: string, { database }: Accounts): Promise<AuthAnswer> {
  const claims: { sub?: string } = JSON.parse(Buffer.from(bearer.split('.')[1] ?? '', 'base64url').toString() || '{}');
  const [user] = await database.query<User>('select * from auth.users where id = $1', [claims.sub ?? null]);
  return user ? { status: 200, body: publicUser(user) } : refused(401, 'no_authorization');
}

function publicUser({ id, email, email_confirmed_at }: User) {
  const confirmed = email_confirmed_at?.toISOString();
  return {
    id,
    aud: 'authenticated',
    role: 'authenticated',
    email,
    email_confirmed_at: confirmed,
    app_metadata: {},
    user_metadata: {},
  };
}

function hashed(password: string): string {
  return createHash('sha256').update(password).digest('hex');
}

function refused(status: number, code: string): AuthAnswer {
  return { status, body: { code: status, error_code: code, msg: code } };
}
