import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { failureOf, retryAfterOf } from './answer-failure.ts';
import { RemoteFailure } from './failure.ts';
import { SESSION_KEY, type SessionStorage } from './session.ts';

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
      storageKey: SESSION_KEY,
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
        return answer;
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

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
