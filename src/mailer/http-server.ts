import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { AttemptsCounter } from './attempts-counter.ts';
import { refusalOf, type Caller } from './caller.ts';
import { parseEmailRequest } from './email-request.ts';
import type { Queue } from './queue.ts';
import type { ServiceState } from './service-state.ts';
import { serveUnsubscribe, UNSUBSCRIBE_PATH } from './unsubscribe.ts';

export interface HttpPorts {
  queue: Pick<Queue, 'add' | 'counts' | 'fates'>;
  token: string | null;
  state: () => ServiceState;
  attempts: Pick<AttemptsCounter, 'counts'>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A mail was taken in. */
  onAdded: () => void;
  /** Absent: nobody outside can reach this service. */
  unsubscribe?: { secrets: readonly string[]; onUnsubscribed: (person: string) => void };
  /** Requests of one peer in a minute. */
  perMinute?: number;
  log?: boolean;
}

/** A mail may hold two bodies of half a megabyte, escaped. */
const BODY_LIMIT = 2_500_000;
const PER_MINUTE = 300;

const FATES_REQUEST = v.object({
  ids: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(200)),
});

/**
 * `POST /api/send-email` takes a mail: "accepted" means that it is in the queue for good; `POST /api/fates` tells what became of mails by
 * their ids. `GET /health` and `GET /metrics` tell how the service does, without a word of any mail.
 */
export async function createHttpServer(ports: HttpPorts): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    logger: ports.log === true && { level: 'warn', redact: ['req.headers', 'body'] },
  });
  await server.register(rateLimit, { max: ports.perMinute ?? PER_MINUTE, timeWindow: '1 minute', hook: 'onRequest' });

  server.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'POST' || request.routeOptions.url === UNSUBSCRIBE_PATH) return;
    const refused = refusalOf(callerOf(request), ports.token);
    if (refused === null) return;
    const status = refused === 'token' ? 401 : refused === 'content-type' ? 415 : 403;
    await reply.code(status).send({ error: refused });
  });

  server.post('/api/send-email', async (request, reply) => {
    const parsed = parseEmailRequest(request.body);
    if ('problem' in parsed) return reply.code(400).send({ error: 'invalid', detail: parsed.problem });
    const { id = randomUUID(), ...email } = parsed.request;
    const isNew = ports.queue.add({ id, ...email }, ports.now());
    ports.onAdded();
    return reply.code(202).send({ id, accepted: true, duplicate: !isNew });
  });

  server.post('/api/fates', async (request, reply) => {
    const asked = v.safeParse(FATES_REQUEST, request.body);
    if (!asked.success) return reply.code(400).send({ error: 'invalid', detail: 'ids' });
    return reply.send({ fates: ports.queue.fates(asked.output.ids) });
  });

  if (ports.unsubscribe !== undefined) serveUnsubscribe(server, ports.unsubscribe);

  server.get('/health', async (_request, reply) => {
    const state = ports.state();
    return reply.code(state.ok ? 200 : 503).send({ ...state, queue: ports.queue.counts() });
  });

  server.get('/metrics', async (_request, reply) => {
    return reply.type('text/plain; version=0.0.4').send(metrics(ports));
  });

  return server;
}

function callerOf({ socket, headers }: FastifyRequest): Caller {
  return {
    peer: socket.remoteAddress ?? '',
    host: headers.host ?? '',
    origin: headers.origin,
    contentType: headers['content-type'] ?? '',
    authorization: headers.authorization ?? '',
  };
}

/** In the text format of Prometheus. */
function metrics({ queue, attempts, state }: Pick<HttpPorts, 'queue' | 'attempts' | 'state'>): string {
  const lines = Object.entries(queue.counts()).map(([status, n]) => `vigie_mails{status="${status}"} ${String(n)}`);
  const tried = [...attempts.counts()].map(([labels, n]) => `vigie_attempts_total{${labels}} ${String(n)}`);
  return [
    '# HELP vigie_up Whether mails go out.',
    '# TYPE vigie_up gauge',
    `vigie_up ${state().ok ? '1' : '0'}`,
    '# HELP vigie_mails Mails of browsers without a team, by status.',
    '# TYPE vigie_mails gauge',
    ...lines,
    '# HELP vigie_attempts_total Attempts since the start, by where the mail came from and how they ended.',
    '# TYPE vigie_attempts_total counter',
    ...tried,
    '',
  ].join('\n');
}
