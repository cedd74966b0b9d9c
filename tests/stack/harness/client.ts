import * as v from 'valibot';
import type { Stack } from './stack.ts';

export interface Answer {
  status: number;
  body: unknown;
}

/** Somebody who speaks to a project: with its key alone, with the token of an account, or with the service key. */
export interface Caller {
  (method: string, path: string, body?: unknown): Promise<Answer>;
}

/** @param token of an account; null: the key alone. */
export function callerOf({ url, publishableKey }: Stack, token: string | null): Caller {
  return callerWith(url, { apikey: publishableKey, ...(token !== null && { authorization: `Bearer ${token}` }) });
}

export function serviceOf({ url, serviceKey }: Stack): Caller {
  return callerWith(url, { apikey: serviceKey });
}

function callerWith(url: string, headers: Record<string, string>): Caller {
  return async (method, path, body) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json', prefer: 'return=representation' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
  };
}

const session = v.object({ access_token: v.string(), user: v.object({ id: v.string() }) });

export interface Account {
  email: string;
  /** Of the account. */
  id: string;
  token: string;
}

/** Makes an account and signs in. */
export async function createAccount(stack: Stack, email: string, confirmed = true): Promise<Account> {
  const password = `${email} secret`;
  await serviceOf(stack)('POST', '/auth/v1/admin/users', { email, password, email_confirm: confirmed });
  const { body } = await callerOf(stack, null)('POST', '/auth/v1/token?grant_type=password', { email, password });
  const { access_token, user } = v.parse(session, body);
  return { email, id: user.id, token: access_token };
}

/** The same for a member of the team, who has called once already. */
export async function createMember(stack: Stack, email: string, role: string): Promise<Account> {
  const invited = await serviceOf(stack)('POST', '/rest/v1/cm_members', { email, role });
  if (invited.status !== 201) throw new Error(`${email} could not be invited: ${JSON.stringify(invited.body)}`);
  const account = await createAccount(stack, email);
  await callerOf(stack, account.token)('POST', '/rest/v1/rpc/cm_status', {});
  return account;
}
