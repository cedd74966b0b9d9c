import type { PushBatch, TeamRole } from '../../../src/core/sync/protocol.ts';
import { RemoteFailure, type RemoteFailureCode } from '../../../src/remote/failure.ts';
import type { TeamClient } from '../../../src/remote/team-client.ts';
import type { TeamPorts } from '../../../src/background/sync/team-sync.ts';
import { NOW } from '../records.ts';
import { FakeTeam } from '../../storage/team/fake-team.ts';

/** The project of a team: whoever signs in with the password is its member, and calls fail as the test wants. */
export class FakeTeamProject {
  role: TeamRole | null = 'agent';
  /** The next calls fail with these, one after another. */
  readonly failures: RemoteFailure[] = [];
  /** Ids of rows that the server cannot read a batch with. */
  readonly poison = new Set<string>();
  /** Answers are lost on their way after so many pushes; infinite: never. */
  losesAfter = Number.POSITIVE_INFINITY;
  readonly pushes: PushBatch[] = [];
  serverNow = new Date(NOW).toISOString();
  private made: FakeTeam | null = null;
  private email: string | null = null;

  get team(): FakeTeam {
    this.made ??= new FakeTeam();
    return this.made;
  }

  fails(code: RemoteFailureCode, retryAfter: number | null = null): void {
    this.failures.push(new RemoteFailure(code, '', retryAfter));
  }

  ports(): TeamPorts {
    let running: Promise<void> = Promise.resolve();
    let busy = 0;
    return {
      connect: () => this.client(),
      random: () => 1,
      lock: {
        async alone(work, wait) {
          if (busy > 0 && !wait) return;
          busy += 1;
          running = running.then(work).finally(() => {
            busy -= 1;
          });
          await running;
        },
      },
    };
  }

  private failIfMeantTo(): void {
    const failure = this.failures.shift();
    if (failure) throw failure;
  }

  private client(): TeamClient {
    return {
      signIn: async (email, password) => {
        this.failIfMeantTo();
        if (password !== 'right') throw new RemoteFailure('wrong-credentials', '');
        this.email = email;
      },
      sendCode: async () => this.failIfMeantTo(),
      verifyCode: async (email, code) => {
        if (code !== '123456') throw new RemoteFailure('wrong-credentials', '');
        this.email = email;
      },
      signOut: async () => {
        this.email = null;
      },
      signedInAs: async () => this.email,
      accessToken: async () => this.email && `token of ${this.email}`,
      push: async (batch) => {
        this.failIfMeantTo();
        this.pushes.push(batch);
        const ids = [...batch.errors, ...batch.commands].map(({ id }) => id);
        if (ids.some((id) => this.poison.has(id))) throw new RemoteFailure('unreadable', '');
        const refused = await this.team.push(batch, batch.install);
        if (this.pushes.length > this.losesAfter) throw new RemoteFailure('no-answer', 'lost answer');
        return { now: this.serverNow, refused };
      },
      pull: async (cursor) => {
        this.failIfMeantTo();
        const member = { email: this.email ?? '', role: this.role ?? 'agent' };
        return { ...this.team.pull(cursor), member };
      },
      status: async () => {
        this.failIfMeantTo();
        const member = this.role && this.email !== null ? { email: this.email, role: this.role } : null;
        return {
          now: this.serverNow,
          schema: '2',
          member,
          refusal: 'not-a-member',
          missing: [],
          realtime: false,
          cron: true,
        };
      },
      closeQuietTickets: async () => this.failIfMeantTo(),
    };
  }
}
