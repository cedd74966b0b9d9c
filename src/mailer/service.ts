import type { FastifyInstance } from 'fastify';
import type { MailerConfig } from './config.ts';
import { createDispatcher } from './dispatcher.ts';
import { createHttpServer } from './http-server.ts';
import { createJournal, type Journal } from './journal.ts';
import { openQueue } from './queue.ts';
import { createServiceEvents } from './service-events.ts';
import { createMailTransport } from './smtp.ts';
import { createTeamDispatcher } from './team-dispatcher.ts';
import { createTeamSource } from './team-source.ts';
import { unsubscribeSecrets, unsubscribeUrl } from './unsubscribe.ts';

/** A running mail service. */
export interface MailService {
  /** Where it listens: `http://127.0.0.1:3000`. */
  address: string;
  server: FastifyInstance;
  /** Takes no more mails, finishes those under way, and leaves the rest in the queue. */
  stop: () => Promise<void>;
}

/**
 * Opens the queue, listens, and begins to send.
 *
 * @throws Error with code `EADDRINUSE` when the port is taken; whatever SQLite says when the queue cannot be opened.
 */
export async function startMailService(config: MailerConfig, journal: Journal = createJournal()): Promise<MailService> {
  const queue = openQueue(config.store);
  const { publicUrl } = config;
  const secrets = unsubscribeSecrets(queue, config.team);
  const transport = createMailTransport(config, (address) =>
    publicUrl === null ? null : unsubscribeUrl(publicUrl, address, secrets[0]),
  );
  const { state, attempts, events, teamEvents } = createServiceEvents(journal);
  const dispatcher = createDispatcher({ queue, transport, ...events });
  const team =
    config.team &&
    createTeamDispatcher({ source: createTeamSource(config.team), transport, refusals: queue, ...teamEvents });
  const server = await createHttpServer({
    queue,
    token: config.token,
    state,
    attempts,
    now: Date.now,
    onAdded: dispatcher.wake,
    ...(publicUrl !== null && {
      unsubscribe: {
        secrets,
        onUnsubscribed(person) {
          queue.unsubscribe(person, Date.now());
          team?.wake();
        },
      },
    }),
  });

  async function stop(): Promise<void> {
    await server.close();
    await Promise.all([dispatcher.stop(), team?.stop()]);
    transport.close();
    queue.close();
  }

  try {
    const address = await server.listen({ host: config.host, port: config.port });
    dispatcher.wake();
    team?.wake();
    return { address, server, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
