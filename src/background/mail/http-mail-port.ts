import * as v from 'valibot';
import type { MailHealth } from '../../messages/protocol.ts';
import type { MailAnswer, MailFate, MailPort } from './mail-port.ts';

/** The service writes the mail to its disk before it answers; longer than this it is not there, in milliseconds. */
const PATIENCE_MS = 15_000;
/** Somebody looks at a screen meanwhile. */
const HEALTH_PATIENCE_MS = 3_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const FATES = v.object({
  fates: v.record(v.string(), v.object({ state: v.picklist(['waiting', 'sent', 'failed']), reason: v.string() })),
});

const HEALTH = v.object({
  ok: v.boolean(),
  cause: v.nullable(v.string()),
  detail: v.string(),
  queue: v.object({ due: count, sending: count, sent: count, failed: count }),
});

/** The mail service over HTTP. */
export function createHttpMailPort(): MailPort {
  return {
    async post(service, mail) {
      try {
        return await answerOf(await ask(service, '/api/send-email', mail));
      } catch (error) {
        return { state: 'unreachable', reason: error instanceof Error ? error.message : String(error) };
      }
    },
    async fates(service, ids) {
      try {
        return fatesIn(await (await ask(service, '/api/fates', { ids })).json());
      } catch {
        return null;
      }
    },
    async health(service) {
      try {
        return healthIn(await (await ask(service, '/health')).json());
      } catch {
        return { state: 'silent' };
      }
    },
  };
}

function ask(service: string, path: string, body?: unknown): Promise<Response> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return fetch(new URL(path, service), {
    ...(body !== undefined && post),
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(body === undefined ? HEALTH_PATIENCE_MS : PATIENCE_MS),
  });
}

async function answerOf(response: Response): Promise<MailAnswer> {
  if (response.status === 202) return { state: 'accepted' };
  const reason = `${String(response.status)} ${(await response.text()).slice(0, 200)}`;
  if (response.status === 400 || response.status === 413) return { state: 'refused', reason };
  if (response.status === 401 || response.status === 403) return { state: 'forbidden', reason };
  // Something else than our service listens there, or it is overloaded.
  return { state: response.status === 404 || response.status === 415 ? 'forbidden' : 'busy', reason };
}

function fatesIn(answer: unknown): ReadonlyMap<string, MailFate> {
  return new Map(Object.entries(v.parse(FATES, answer).fates));
}

/** Whatever else answers there is not it. */
function healthIn(answer: unknown): MailHealth {
  const { ok, cause, detail, queue } = v.parse(HEALTH, answer);
  const { due, sending, sent, failed } = queue;
  return {
    state: ok ? 'sends' : 'fails',
    code: cause ?? '',
    detail,
    queue: { waiting: due + sending, sent, failed },
  };
}
