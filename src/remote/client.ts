import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { failureOf, retryAfterOf } from './answer-failure.ts';
import { RemoteFailure } from './failure.ts';
import { sessionKey, type SessionStorage } from './session.ts';

export interface RemotePorts {
  fetch: typeof fetch;
  storage: SessionStorage;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Whether this machine says that it has a network. */
  online: () => boolean;
}

/** A project and its publishable key. */
export interface Project {
  url: string;
  key: string;
}

/** One call takes no longer, in milliseconds: a worker may be stopped when an answer takes more than 30 s. */
const PATIENCE = 25_000;

/** What the library is told of a call, and what it does not tell on. */
interface Watched {
  client: SupabaseClient;
  /** How the last call went that did not succeed. */
  failure: () => RemoteFailure | null;
}

/**
 * A client that leaves nothing to chance in a worker that may die at any moment: the session is where it is kept and refreshed when it is
 * needed, never by a timer. Only the background has one: two that refresh the same session end it.
 */
export function watchedClient({ url, key }: Project, ports: RemotePorts): Watched {
  let failure: RemoteFailure | null = null;
  const client = createClient(url, key, {
    auth: {
      storage: ports.storage,
      storageKey: sessionKey(url),
      persistSession: true,
      autoRefreshToken: false,
      detectSessionInUrl: false,
    },
    global: {
      async fetch(input, init) {
        failure = null;
        const answer = await attempt(ports, input, init);
        if (answer instanceof RemoteFailure) {
          failure = answer;
          // A network error, to the library.
          throw new TypeError(answer.message);
        }
        if (!answer.ok) failure = await refusedBy(answer.clone(), ports);
        // The page of somebody else, as the library finds out when it reads it.
        else if (!isJson(answer)) failure = new RemoteFailure('wrong-url', 'no JSON');
        return endsSession(input) && answer.ok ? withoutEnd(answer) : answer;
      },
    },
  });
  return { client, failure: () => failure };
}

async function attempt(
  ports: RemotePorts,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<Response | RemoteFailure> {
  try {
    return await ports.fetch(input, { ...init, signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : '';
    return new RemoteFailure(ports.online() ? 'no-answer' : 'offline', detail.slice(0, 300));
  }
}

async function refusedBy(answer: Response, { now, online }: RemotePorts): Promise<RemoteFailure> {
  const text = await answer.text().catch(() => '');
  const retryAfter = retryAfterOf(answer.headers.get('retry-after'), now());
  return failureOf({ status: answer.status, body: jsonOf(text), retryAfter, online: online() });
}

function isJson(answer: Response): boolean {
  return /json/i.test(answer.headers.get('content-type') ?? '');
}

/** Whether the answer is a session. */
function endsSession(input: RequestInfo | URL): boolean {
  const address = input instanceof Request ? input.url : String(input);
  return /\/auth\/v1\/(?:token|verify)\b/.test(address);
}

/**
 * A session without the moment of its end, which the server tells by its own clock: the library then counts from now on, by this machine's.
 * Where that clock is ahead, every session would otherwise have ended before it began, and every call would renew it.
 */
async function withoutEnd(answer: Response): Promise<Response> {
  const body = jsonOf(await answer.text());
  const session = typeof body === 'object' && body !== null ? { ...body, expires_at: undefined } : body;
  return new Response(JSON.stringify(session), {
    status: answer.status,
    headers: { 'content-type': 'application/json' },
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
