import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createDatabase, type Database } from './harness/databases.ts';

const [ADMIN, ANA, EVE] = [1, 2, 3].map((digit) => `${digit}1111111-1111-4111-8111-111111111111`);

let db: Database;

beforeAll(async () => {
  db = await createDatabase(inject('postgres'), 'vigie');
});

afterAll(() => db.drop());

beforeEach(async () => {
  await db.query('truncate cm_members, auth.users cascade');
  await account(ADMIN, 'admin@example.com');
  await db.query(`insert into cm_members (email, role) values ('admin@example.com', 'admin')`);
});

function account(id: string | undefined, email: string, confirmed = true): Promise<unknown> {
  return db.query(
    `insert into auth.users (id, email, email_confirmed_at) values ($1, $2, case when $3 then now() end)`,
    [id, email, confirmed],
  );
}

/** Calls as an account does, with what its token claims. */
async function as<Answer = unknown>(id: string | undefined, call: string, claims: object = {}): Promise<Answer> {
  await db.query(`select set_config('request.jwt.claims', $1, false)`, [JSON.stringify({ sub: id, ...claims })]);
  await db.query('set role authenticated');
  try {
    const [row] = await db.query<{ said: Answer }>(`select ${call} as said`);
    if (!row) throw new Error('No answer');
    return row.said;
  } finally {
    await db.query('reset role');
  }
}

function invite(email: string, role = 'agent'): Promise<unknown> {
  return as(ADMIN, `cm_invite('${email}', '${role}')`);
}

describe('an invitation', () => {
  it('is bound at the first call to the account whose address it names, written in any case', async () => {
    await invite(' Ana@Example.com ');
    await account(ANA, 'ana@example.com');
    expect(await as(ANA, 'cm_status()')).toMatchObject({
      member: { email: 'ana@example.com', role: 'agent' },
      refusal: null,
    });
    expect(await db.query(`select user_id from cm_members where email = 'ana@example.com'`)).toEqual([
      { user_id: ANA },
    ]);
  });

  it('is not taken by an account whose address is not confirmed, whatever its token claims', async () => {
    await invite('ana@example.com');
    await account(EVE, 'ana@example.com', false);
    const claims = {
      email: 'ana@example.com',
      email_verified: true,
      user_metadata: { email: 'ana@example.com', email_verified: true },
    };
    expect(await as(EVE, 'cm_status()', claims)).toMatchObject({ member: null, refusal: 'email-not-confirmed' });
    await expect(as(EVE, 'cm_pull()', claims)).rejects.toMatchObject({
      code: '42501',
      message: 'not-a-member',
      detail: 'email-not-confirmed',
    });
    expect(await db.query('select email from cm_members where user_id is not null')).toEqual([
      { email: 'admin@example.com' },
    ]);
  });

  it('is not taken a second time by an account that got the address later', async () => {
    await invite('ana@example.com');
    await account(ANA, 'ana@example.com');
    await as(ANA, 'cm_status()');
    await db.query(`delete from auth.users where id = $1`, [ANA]);
    await account(EVE, 'ana@example.com');
    expect(await as(EVE, 'cm_status()')).toMatchObject({ member: null, refusal: 'not-a-member' });
  });

  it('changes nothing when it is sent again', async () => {
    const first = await invite('ana@example.com', 'agent');
    expect(await invite('ana@example.com', 'admin')).toEqual(first);
  });

  it.each(['reporter', 'agent'])('is not sent by a %s', async (role) => {
    await invite('ana@example.com', role);
    await account(ANA, 'ana@example.com');
    for (const call of [
      `cm_invite('eve@example.com', 'reporter')`,
      `cm_set_role('ana@example.com', 'admin')`,
      `cm_remove_member('admin@example.com')`,
    ]) {
      await expect(as(ANA, call)).rejects.toMatchObject({ code: '42501', message: 'role-required: admin' });
    }
  });

  it('needs a role that exists', async () => {
    await expect(invite('ana@example.com', 'owner')).rejects.toMatchObject({ code: '23514' });
  });
});

describe('a member', () => {
  beforeEach(async () => {
    await invite('ana@example.com');
    await account(ANA, 'ana@example.com');
    await as(ANA, 'cm_status()');
  });

  it('is out at once when removed, and told so', async () => {
    await as(ADMIN, `cm_remove_member('ana@example.com')`);
    await expect(as(ANA, 'cm_pull()')).rejects.toMatchObject({ code: '42501', message: 'revoked' });
    expect(await as(ANA, 'cm_status()')).toMatchObject({ member: null, refusal: 'revoked' });
    expect(await as(ANA, '(select count(*)::int from public.cm_members)')).toBe(0);
    await as(ADMIN, `cm_remove_member('ana@example.com')`);
  });

  it('comes back by a new invitation', async () => {
    await as(ADMIN, `cm_remove_member('ana@example.com')`);
    await invite('ana@example.com', 'reporter');
    expect(await as(ANA, 'cm_status()')).toMatchObject({ member: { role: 'reporter' } });
  });

  it('has a new role at the next call', async () => {
    await as(ADMIN, `cm_set_role('ana@example.com', 'admin')`);
    await as(ANA, `cm_invite('eve@example.com', 'reporter')`);
  });

  it('keeps the place when the address of the account changes', async () => {
    await db.query(`update auth.users set email = 'new@example.com' where id = $1`, [ANA]);
    expect(await as(ANA, 'cm_status()')).toMatchObject({ member: { email: 'ana@example.com' } });
  });

  it('who does not exist cannot be changed', async () => {
    await expect(as(ADMIN, `cm_set_role('nobody@example.com', 'agent')`)).rejects.toThrow('unknown-member');
  });
});

describe('the last administrator', () => {
  it('stays one', async () => {
    await expect(as(ADMIN, `cm_set_role('admin@example.com', 'agent')`)).rejects.toThrow('last-admin');
    await expect(as(ADMIN, `cm_remove_member('admin@example.com')`)).rejects.toThrow('last-admin');
  });

  it('stays one when two demote each other at once', async () => {
    await invite('ana@example.com', 'admin');
    await account(ANA, 'ana@example.com');
    await as(ANA, 'cm_status()');
    const [one, other] = [await db.connect(), await db.connect()];
    const demote = async (client: typeof one, by: string | undefined, whom: string) => {
      await client.query(`select set_config('request.jwt.claims', $1, false)`, [JSON.stringify({ sub: by })]);
      return client.query(`select cm_set_role($1, 'agent')`, [whom]);
    };
    await one.query('begin');
    await demote(one, ADMIN, 'ana@example.com');
    const second = demote(other, ANA, 'admin@example.com').catch((error: unknown) => error);
    await one.query('commit');
    expect(await second).toMatchObject({ message: 'role-required: admin' });
  });
});
