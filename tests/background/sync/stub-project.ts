import type { TeamPorts } from '../../../src/background/sync/team-sync.ts';
import { createTeamClient } from '../../../src/remote/team-client.ts';
import { FakeTeamProject } from './fake-team-project.ts';

/** What a server, or the network before it, does instead of answering as it should. */
export type Mishap = (path: string) => Response | Error | null;

const HOUR_S = 3_600;
const ME = { email: 'qa@example.com', role: 'agent' };

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** A project of Supabase behind a stubbed `fetch`: the extension's own client speaks to it over the library that it uses. */
export class StubProject {
  online = true;
  /** By the server's clock, in milliseconds since 1970. */
  now: number;
  mishap: Mishap = () => null;
  /** Paths that were asked for, in order. */
  readonly asked: string[] = [];
  /** Ids of the errors that arrived. */
  readonly arrived = new Set<string>();
  /** What `cm_status` says of whoever is signed in. */
  refusal: 'not-a-member' | 'revoked' | 'email-not-confirmed' | null = null;
  /** What `cm_pull` brings. */
  rows: Record<string, unknown[]> = {};
  private readonly kept = new Map<string, string>();
  private tokens = 0;

  constructor(now: number) {
    this.now = now;
  }

  ports(clock: () => number): TeamPorts {
    const storage = {
      getItem: async (key: string) => this.kept.get(key) ?? null,
      setItem: async (key: string, value: string) => void this.kept.set(key, value),
      removeItem: async (key: string) => void this.kept.delete(key),
    };
    const remote = {
      fetch: (input: RequestInfo | URL, init?: RequestInit) => this.fetch(input, init),
      storage,
      now: clock,
      online: () => this.online,
    };
    return { ...new FakeTeamProject().ports(), connect: (project) => createTeamClient(project, remote) };
  }

  private async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const { pathname, searchParams } = new URL(input instanceof Request ? input.url : String(input));
    const path = `${pathname}${searchParams.get('grant_type') ?? ''}`;
    this.asked.push(path);
    const mishap = this.mishap(path);
    if (mishap instanceof Error) throw mishap;
    return mishap ?? this.answer(pathname, typeof init?.body === 'string' ? JSON.parse(init.body) : null);
  }

  private answer(path: string, body: { errors?: { id: string }[] } | null): Response {
    const now = new Date(this.now).toISOString();
    const member = this.refusal === null ? ME : null;
    if (path === '/auth/v1/token') return json(200, this.session());
    if (path === '/rest/v1/rpc/cm_status') return json(200, { protocol: 1, now, member, refusal: this.refusal });
    if (path === '/rest/v1/rpc/cm_pull') {
      return json(200, { protocol: 1, now, epoch: 'e', more: false, cursor: 1, member: ME, rows: this.rows });
    }
    if (path !== '/rest/v1/rpc/cm_push') return new Response(null, { status: 204 });
    for (const { id } of body?.errors ?? []) this.arrived.add(id);
    return json(200, { protocol: 1, now, refused: [] });
  }

  private session() {
    const user = { id: 'u', aud: 'authenticated', email: 'qa@example.com', app_metadata: {}, user_metadata: {} };
    const expires_at = Math.floor(this.now / 1_000) + HOUR_S;
    this.tokens += 1;
    const access_token = `token ${this.tokens}`;
    return { access_token, token_type: 'bearer', expires_in: HOUR_S, expires_at, refresh_token: 'r', user };
  }
}
