/** Where a team's messages come from. */
export interface TeamConfig {
  /** Of the Supabase project. */
  url: string;
  /** Its secret key: it reads and writes everything, so it stays with this service. */
  key: string;
}

/** Why a team's messages cannot be had, as far as one can tell and do something about it. */
export type TeamCause = 'team-unreachable' | 'team-key' | 'team-sql' | 'team-sql-older' | 'team-other';

/** Supabase did not answer as it should. */
export class TeamFailure extends Error {
  override readonly name = 'TeamFailure';
  override readonly cause: TeamCause;
  /** What was heard, on one line. */
  readonly detail: string;

  constructor(cause: TeamCause, detail: string) {
    super(`${cause}: ${detail}`);
    this.cause = cause;
    this.detail = detail;
  }
}

/** Calls one of the functions of sql/. Rejects with a `TeamFailure`. */
export type TeamCall = (name: string, body: unknown) => Promise<unknown>;

const PATIENCE_MS = 30_000;

export function createTeamCall({ url, key }: TeamConfig, ask: typeof fetch = fetch): TeamCall {
  return async (name, body) => {
    const { status, text } = await answerOf(() =>
      ask(new URL(`/rest/v1/rpc/${name}`, url), {
        method: 'POST',
        headers: { apikey: key, 'content-type': 'application/json', ...bearer(key) },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE_MS),
      }),
    );
    if (status >= 200 && status < 300) return text === '' ? null : parsed(name, text);
    throw new TeamFailure(causeOf(status, text), oneLine(`${name}: ${String(status)} ${text}`));
  };
}

/** The older keys are tokens themselves; the newer ones are none, and PostgREST would refuse them as one. */
function bearer(key: string): Record<string, string> {
  return key.startsWith('eyJ') ? { authorization: `Bearer ${key}` } : {};
}

async function answerOf(ask: () => Promise<Response>): Promise<{ status: number; text: string }> {
  try {
    const response = await ask();
    return { status: response.status, text: await response.text() };
  } catch (error) {
    // What fetch says is "fetch failed"; why is in its cause.
    const { cause } = error instanceof Error ? error : {};
    const reason = cause instanceof Error ? cause : error;
    throw new TeamFailure('team-unreachable', oneLine(reason instanceof Error ? reason.message : String(reason)));
  }
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TeamFailure('team-other', oneLine(`${name}: ${text}`));
  }
}

/**
 * 404 is what PostgREST answers for a function that is not there, or not with these arguments. It then names the nearest that is there: one of
 * ours is only found where some version of our SQL was run.
 */
function causeOf(status: number, text: string): TeamCause {
  if (status === 401 || status === 403) return 'team-key';
  if (status === 404) return /"hint":\s*"[^"]*\bcm_/.test(text) ? 'team-sql-older' : 'team-sql';
  // A gateway that counts requests, or gave up waiting, may let the next one through.
  return status >= 500 || status === 408 || status === 429 ? 'team-unreachable' : 'team-other';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}
