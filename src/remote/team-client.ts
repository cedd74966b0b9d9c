import type { PullAnswer, PushAnswer, PushBatch, TeamStatus } from '../core/sync/protocol.ts';
import { readPullAnswer, readPushAnswer, readStatusAnswer } from './answers.ts';
import { watchedClient, type Project, type RemotePorts } from './client.ts';
import { RemoteFailure } from './failure.ts';

/** The team's project, as far as the background uses it. Everything rejects with a `RemoteFailure`. */
export interface TeamClient {
  signIn(email: string, password: string): Promise<void>;
  /** Has a code sent to this address. */
  sendCode(email: string): Promise<void>;
  verifyCode(email: string, code: string): Promise<void>;
  /** Ends the session here, whether the server hears of it or not. */
  signOut(): Promise<void>;
  /** E-mail of whoever is signed in; null: nobody. */
  signedInAs(): Promise<string | null>;
  /** Of whoever is signed in, renewed where it has ended; null: nobody is. */
  accessToken(): Promise<string | null>;
  push(batch: PushBatch): Promise<PushAnswer>;
  pull(cursor: unknown): Promise<PullAnswer>;
  /** Asks whether anybody is signed in or not: who is not is told so by a `signed-out` failure. */
  status(): Promise<TeamStatus>;
  closeQuietTickets(): Promise<void>;
}

/** Makes a client of a project. */
export type ConnectTeam = (project: Project) => TeamClient;

/** PostgREST looks through a whole body for the names of its fields before it passes it on, unless it is told of one. */
const PUSH = 'cm_push?columns=protocol';

/** What the library answers: an error of its own kind, or none. */
interface Answer {
  data: unknown;
  error: { message: string } | null;
}

export function createTeamClient(project: Project, ports: RemotePorts): TeamClient {
  const { client, failure } = watchedClient(project, ports);

  /** What an answer holds. @throws RemoteFailure by what came over the network, which the library does not tell on. */
  function accept<A extends Answer>(answer: A): A['data'] {
    const { error } = answer;
    if (error) throw failure() ?? new RemoteFailure('strange-answer', error.message.slice(0, 300));
    return answer.data;
  }

  async function call(name: string, args: Record<string, unknown> = {}, anonymous = false): Promise<unknown> {
    const { session } = accept(await client.auth.getSession());
    if (!session && !anonymous) throw new RemoteFailure('signed-out', '');
    try {
      return accept(await client.rpc(name, args));
    } catch (error) {
      // By this machine's clock the token may still be good: the server's clock counts.
      if (!session || !(error instanceof RemoteFailure) || error.code !== 'session-expired') throw error;
      accept(await client.auth.refreshSession());
      return accept(await client.rpc(name, args));
    }
  }

  return {
    async signIn(email, password) {
      accept(await client.auth.signInWithPassword({ email, password }));
    },
    async sendCode(email) {
      accept(await client.auth.signInWithOtp({ email, options: { shouldCreateUser: true } }));
    },
    async verifyCode(email, token) {
      accept(await client.auth.verifyOtp({ email, token, type: 'email' }));
    },
    async signOut() {
      await client.auth.signOut({ scope: 'local' });
    },
    async signedInAs() {
      const { session } = accept(await client.auth.getSession());
      return session?.user.email ?? null;
    },
    async accessToken() {
      const { session } = accept(await client.auth.getSession());
      return session?.access_token ?? null;
    },
    push: async (batch) => readPushAnswer(await call(PUSH, { ...batch })),
    pull: async (cursor) => readPullAnswer(await call('cm_pull', { cursor })),
    status: async () => readStatusAnswer(await call('cm_status', {}, true)),
    async closeQuietTickets() {
      await call('cm_close_quiet_tickets');
    },
  };
}
