import * as v from 'valibot';
import { PUSHED_TABLES, TEAM_ROLES, type PushedTable, type TeamRole } from '../core/sync/protocol.ts';

/** A project, and what somebody says to prove who they are. */
export interface JoinRequest {
  type: 'team.join';
  url: string;
  key: string;
  email: string;
  /** One of the two is ''. */
  password: string;
  code: string;
}

/** What a test of the connection found. */
export interface TeamTest {
  /** What is in the way, by its code; null: nothing. */
  problem: string | null;
  /** In English. */
  detail: string;
  /** Who is signed in, and as what; null: nobody, or no member. */
  email: string | null;
  role: TeamRole | null;
  /** Tables that are not there. */
  missing: string[];
  realtime: boolean;
  /** Whether the database closes quiet tickets by itself. */
  cron: boolean;
  /** How far this machine's clock is ahead, in milliseconds. */
  skew_ms: number;
}

/** What people do about their team. Failures have the codes of `src/remote/failure.ts` and of `src/core/sync/project-address.ts`. */
export interface TeamProtocol {
  /** Signs in and joins. */
  'team.join': { request: JoinRequest; response: { role: TeamRole } };
  /** Has a code sent by mail, to sign in with. */
  'team.code': { request: { type: 'team.code'; url: string; key: string; email: string }; response: null };
  'team.test': { request: { type: 'team.test'; url: string; key: string }; response: TeamTest };
  /** Signs out; with `wipe`, what was captured and every ticket goes too. */
  'team.leave': { request: { type: 'team.leave'; wipe: boolean }; response: null };
  /** Exchanges now, whatever failed before. Answers when that is done. */
  'team.sync': { request: { type: 'team.sync' }; response: null };
  /** Realtime says that something changed: exchanges unless that has to wait. */
  'team.news': { request: { type: 'team.news' }; response: null };
  /** What a page listens to Realtime with; null: nobody is signed in. */
  'team.token': { request: { type: 'team.token' }; response: { token: string | null } };
  /** Lets refused rows be sent once more, or gives them up for the team. */
  'team.refused': {
    request: { type: 'team.refused'; rows: [PushedTable, string][]; again: boolean };
    response: null;
  };
}

const short = v.pipe(v.string(), v.maxLength(2_000));
const email = v.pipe(v.string(), v.trim(), v.maxLength(254), v.email());

export const TEAM_REQUESTS: { [N in keyof TeamProtocol]: v.GenericSchema<unknown, TeamProtocol[N]['request']> } = {
  'team.join': v.strictObject({
    type: v.literal('team.join'),
    url: short,
    key: short,
    email,
    password: short,
    code: short,
  }),
  'team.code': v.strictObject({ type: v.literal('team.code'), url: short, key: short, email }),
  'team.test': v.strictObject({ type: v.literal('team.test'), url: short, key: short }),
  'team.leave': v.strictObject({ type: v.literal('team.leave'), wipe: v.boolean() }),
  'team.sync': v.strictObject({ type: v.literal('team.sync') }),
  'team.news': v.strictObject({ type: v.literal('team.news') }),
  'team.token': v.strictObject({ type: v.literal('team.token') }),
  'team.refused': v.strictObject({
    type: v.literal('team.refused'),
    rows: v.pipe(v.array(v.tuple([v.picklist(PUSHED_TABLES), v.string()])), v.maxLength(1_000)),
    again: v.boolean(),
  }),
};

const role = v.picklist(TEAM_ROLES);

export const TEAM_RESPONSES: { [N in keyof TeamProtocol]: v.GenericSchema<unknown, TeamProtocol[N]['response']> } = {
  'team.join': v.object({ role }),
  'team.code': v.null(),
  'team.test': v.object({
    problem: v.nullable(v.string()),
    detail: v.string(),
    email: v.nullable(v.string()),
    role: v.nullable(role),
    missing: v.array(v.string()),
    realtime: v.boolean(),
    cron: v.boolean(),
    skew_ms: v.number(),
  }),
  'team.leave': v.null(),
  'team.sync': v.null(),
  'team.news': v.null(),
  'team.token': v.object({ token: v.nullable(v.string()) }),
  'team.refused': v.null(),
};
