import { readProject, type ProjectAddress } from '../../core/sync/project-address.ts';
import type { Member } from '../../core/sync/protocol.ts';
import { MessageError } from '../../messages/message-error.ts';
import type { MessageName } from '../../messages/protocol.ts';
import type { Handlers } from '../../messages/router.ts';
import type { JoinRequest, TeamProtocol, TeamTest } from '../../messages/team-requests.ts';
import { RemoteFailure } from '../../remote/failure.ts';
import type { ConnectTeam, TeamClient } from '../../remote/team-client.ts';
import { consentOf } from '../../storage/consent.ts';
import type { VigieDatabase } from '../../storage/database.ts';
import type { Install } from '../../storage/install.ts';
import { joinTeam, leaveTeam } from '../../storage/membership.ts';
import { keptProject } from '../../storage/policy.ts';
import { dropRefused, retryRefused } from '../../storage/refused.ts';
import { noteSync, syncState } from '../../storage/sync-state.ts';
import { teamOf } from '../../storage/team.ts';
import type { AlarmPort } from '../monitoring/alarm-port.ts';
import { exchange } from './exchange.ts';
import type { LockPort } from './lock-port.ts';
import { testTeam } from './test-team.ts';

/** Names of the alarms that ask for an exchange: now and then, and after a failure. */
export const SYNC_ALARM = 'sync';
export const SYNC_AGAIN_ALARM = 'sync-again';
export const SYNC_ALARMS: readonly string[] = [SYNC_ALARM, SYNC_AGAIN_ALARM];
/** News of others arrive so much later at most, while the browser runs. */
const SYNC_MINUTES = 1;
/** Changes come in bursts; milliseconds. */
const SOON = 1_500;
/** A moment further ahead was noted by another clock; milliseconds. */
const LONGEST_WAIT = 3_600_000;

/** What a team is reached by. */
export interface TeamPorts {
  connect: ConnectTeam;
  lock: LockPort;
  /** From 0 to 1. */
  random: () => number;
}

export interface TeamSyncPorts extends TeamPorts {
  db: VigieDatabase;
  alarm: AlarmPort;
  install: () => Promise<Install>;
  /** Milliseconds since 1970. */
  now: () => number;
  newId: () => string;
  /** Runs work after so many milliseconds unless the worker is killed. */
  later: (work: () => void, delay: number) => void;
  /** What capture works with is out of date. */
  onChanged: () => void;
  /** Something may have come that people want to hear of. */
  onNews: () => void;
  onFailure: (where: string, error: unknown) => void;
}

/** Exchanges with the team, if there is one. */
export interface TeamSync {
  handlers: Pick<Handlers, keyof TeamProtocol>;
  /** An alarm rang, or the worker started: exchanges unless that has to wait. Never rejects. */
  exchange(): Promise<void>;
  woke(): Promise<void>;
  /** A message was answered: there may be something to send. */
  afterMessage: (name: MessageName) => void;
}

export function createTeamSync(ports: TeamSyncPorts): TeamSync {
  const { db, alarm, later, onFailure } = ports;
  const clientOf = rememberedClient(ports.connect);
  let expected = false;
  /** As far as this worker knows. */
  let inTeam = false;

  async function exchangeNow(wait = true): Promise<void> {
    const team = await teamOf(db);
    inTeam = team !== null;
    if (!team || !(await maySend(db))) return;
    const kept = await keptProject(db);
    if (kept && kept.url !== team.url) return noteProblem(ports, 'other-project');
    const client = clientOf(kept ?? team);
    const onNewEpoch = ports.onChanged;
    await ports.lock.alone(() => exchange({ ...ports, client, onNewEpoch }), wait);
    // What capture works with came along.
    ports.onChanged();
    ports.onNews();
    const { not_before } = await syncState(db);
    if (not_before > ports.now()) await alarm.once(SYNC_AGAIN_ALARM, not_before);
  }

  async function exchangeWhenDue(): Promise<void> {
    try {
      const { not_before } = await syncState(db);
      const wait = not_before - ports.now();
      if (wait <= 0 || wait > LONGEST_WAIT) await exchangeNow(false);
    } catch (error) {
      onFailure('sync', error);
    }
  }

  return {
    handlers: {
      ...handlersOf(ports, clientOf, exchangeNow),
      async 'team.news'() {
        await exchangeWhenDue();
        return null;
      },
    },
    exchange: exchangeWhenDue,
    async woke() {
      inTeam = (await teamOf(db)) !== null;
      if (inTeam) await alarm.ensure(SYNC_ALARM, SYNC_MINUTES);
    },
    afterMessage(name) {
      if (!inTeam || expected || name.startsWith('team.')) return;
      expected = true;
      later(() => {
        expected = false;
        void exchangeWhenDue();
      }, SOON);
    },
  };
}

type ClientOf = (project: ProjectAddress) => TeamClient;

/** One client for each project in this life of the worker. */
function rememberedClient(connect: ConnectTeam): ClientOf {
  const clients = new Map<string, TeamClient>();
  return ({ url, key }) => {
    const name = `${url} ${key}`;
    const client = clients.get(name) ?? connect({ url, key });
    clients.set(name, client);
    return client;
  };
}

function handlersOf(
  ports: TeamSyncPorts,
  clientOf: ClientOf,
  exchangeNow: () => Promise<void>,
): Pick<Handlers, Exclude<keyof TeamProtocol, 'team.news'>> {
  const { db } = ports;
  return {
    'team.join': async (request) => {
      const joined = await join(ports, clientOf, request);
      await ports.alarm.ensure(SYNC_ALARM, SYNC_MINUTES);
      void exchangeNow().catch((error: unknown) => ports.onFailure('sync', error));
      return joined;
    },
    async 'team.code'({ url, key, email }) {
      const project = await projectOf(db, url, key);
      await told(() => clientOf(project).sendCode(email));
      return null;
    },
    async 'team.test'({ url, key }): Promise<TeamTest> {
      const project = await projectOf(db, url, key);
      const found = await testTeam(clientOf(project), ports.now);
      const { problem, cron, realtime } = found;
      // Either may have been set up since the team was joined.
      if (problem === null && (await teamOf(db))?.url === project.url) await noteSync(db, { cron, realtime });
      return found;
    },
    async 'team.leave'({ wipe }) {
      const team = await teamOf(db);
      await leaveTeam(db, wipe);
      ports.onChanged();
      if (team) await clientOf(team).signOut();
      return null;
    },
    async 'team.sync'() {
      await exchangeNow();
      return null;
    },
    async 'team.token'() {
      const team = await teamOf(db);
      return { token: team && (await maySend(db)) ? await told(() => clientOf(team).accessToken()) : null };
    },
    async 'team.refused'({ rows, again }) {
      await (again ? retryRefused(db, rows) : dropRefused(db, rows));
      if (again) await exchangeNow();
      return null;
    },
  };
}

/** Notes what is in the way without anybody having been asked. */
function noteProblem({ db, now }: TeamSyncPorts, code: string): Promise<void> {
  return noteSync(db, { problem: { code, detail: '', at: new Date(now()).toISOString() } });
}

/** Nothing leaves the browser before a person, or a policy, agreed to it. */
async function maySend(db: VigieDatabase): Promise<boolean> {
  return (await consentOf(db)).sending !== null;
}

async function join(
  { db, now }: TeamSyncPorts,
  clientOf: ClientOf,
  { url, key, email, password, code }: JoinRequest,
): Promise<TeamProtocol['team.join']['response']> {
  const project = await projectOf(db, url, key);
  if (!(await maySend(db))) throw new MessageError('no-consent', '');
  const client = clientOf(project);
  await told(() => (code === '' ? client.signIn(email, password) : client.verifyCode(email, code)));
  const { member, cron, realtime } = await told(() => membership(client));
  await joinTeam(db, { ...project, ...member, joined_at: new Date(now()).toISOString() });
  await noteSync(db, { cron, realtime, not_before: 0, failures: 0, problem: null });
  return { role: member.role };
}

/** @throws RemoteFailure when whoever is signed in does not belong to the team. */
async function membership(client: TeamClient): Promise<{ member: Member; cron: boolean; realtime: boolean }> {
  const { member, refusal, cron, realtime } = await client.status();
  if (!member) throw new RemoteFailure(refusal, '');
  return { member, cron, realtime };
}

/** @throws MessageError when these are no project and key, or not those that an administrator keeps. */
async function projectOf(db: VigieDatabase, url: string, key: string): Promise<ProjectAddress> {
  const read = readProject(url, key);
  if ('problem' in read) throw new MessageError(read.problem, '');
  const kept = await keptProject(db);
  if (kept && kept.url !== read.project.url) throw new MessageError('managed-setting', 'team');
  return kept ?? read.project;
}

/** The same failure, in the form that crosses messages. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RemoteFailure) throw new MessageError(error.code, error.detail, { cause: error });
    throw error;
  }
}
