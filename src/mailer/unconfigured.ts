import { fastify, type FastifyInstance } from 'fastify';
import type { ConfigProblem } from './config.ts';

const NOTHING = { due: 0, sending: 0, sent: 0, failed: 0 };

/**
 * Stands where the service would, as long as it cannot start: takes no mail, and says on `GET /health` which variables are missing or
 * wrong, so that the extension's screens can say it too. No value of a variable is told.
 */
export function createUnconfiguredServer(problems: readonly ConfigProblem[]): FastifyInstance {
  const server = fastify();
  const detail = problems.map(({ variable, problem }) => `${variable} (${problem})`).join(', ');
  server.get('/health', async (_request, reply) =>
    reply.code(503).send({ ok: false, cause: 'not-configured', detail, queue: NOTHING }),
  );
  server.setNotFoundHandler(async (_request, reply) => reply.code(503).send({ error: 'not-configured', detail }));
  return server;
}
