import { openQueue } from '../../../src/mailer/queue.ts';
import { createMailTransport } from '../../../src/mailer/smtp.ts';
import { createTeamDispatcher } from '../../../src/mailer/team-dispatcher.ts';
import { createTeamSource } from '../../../src/mailer/team-source.ts';
import { writeMessage } from '../../../src/mailer/write-message.ts';
import { mailerConfig } from '../../mailer/mailer-config.ts';
import { createTemplates } from '../../stack/harness/databases.ts';
import { startPostgres } from '../../stack/harness/postgres-server.ts';
import { startStack, type LocalStack } from '../../stack/harness/stack.ts';

/** A team whose messages are sent. */
export interface BenchTeam {
  /** The mail of its messages, to somebody of that number. */
  mail: (number: number) => { to: string; subject: string; text: string; html: string };
  /** Makes so many messages due and sends them all. Mails per second, from the first claim to the last one settled. */
  send: (smtpPort: number, from: string, count: number) => Promise<number>;
  stop: () => Promise<void>;
}

/** On a Postgres that writes to its disk as one does that matters. */
export async function openTeam(): Promise<BenchTeam> {
  const server = await startPostgres(true);
  await createTemplates(server.address);
  const stack = await startStack(server.address);
  await stack.database.query(
    `insert into cm_settings (key, value) values ('notifications', '{"enabled": true, "allowed": ["example.com"], "perDay": 1000}')`,
  );
  const source = createTeamSource({ url: stack.url, key: stack.serviceKey });
  await makeDue(stack, 1);
  const [sample] = await source.claim(1, 60);
  if (!sample) throw new Error('Nothing was due');
  const { subject, text = '', html = '' } = writeMessage(sample).email;
  return {
    mail: (number) => ({ to: `client${String(number)}@example.com`, subject, text, html }),
    async send(smtpPort, from, count) {
      await stack.database.query('delete from cm_notifications');
      await makeDue(stack, count);
      return sendAll(stack, smtpPort, from, count);
    },
    async stop() {
      await stack.stop();
      await server.stop();
    },
  };
}

/** A ticket with an occurrence for every tenth of them. */
async function makeDue({ database }: LocalStack, count: number): Promise<void> {
  await database.query(
    `with ticket as (
      insert into cm_support_tickets (id, sujet, description, priorite, statut, categorie, source, metadata)
      select gen_random_uuid(), 'x is not a function', '', 'haute', 'ouvert', '', 'auto_detection',
        '{"number": "V-7K3FQ2", "project": null, "error_type": null, "first_seen": null, "last_seen": null, "monitoring_until": null, "episode": 1}'
      from generate_series(0, $1 / 10)
      returning id
    ), numbered as (select id, row_number() over () - 1 as number from ticket)
    insert into cm_notifications (id, ticket_id, event, episode, recipient, status, created_at, due_at)
    select gen_random_uuid(), t.id, 'created', 1, 'client' || n || '@example.com', 'due', now(), now()
    from generate_series(0, $1 - 1) as n join numbered t on t.number = n / 10`,
    [count],
  );
}

async function sendAll(stack: LocalStack, smtpPort: number, from: string, count: number): Promise<number> {
  const transport = createMailTransport(mailerConfig(smtpPort, { from }));
  const refusals = openQueue(':memory:');
  const source = createTeamSource({ url: stack.url, key: stack.serviceKey });
  let settled = 0;
  const start = performance.now();
  const seconds = await new Promise<number>((resolve, reject) => {
    const dispatcher = createTeamDispatcher({
      source: {
        ...source,
        async settle(results) {
          const older = await source.settle(results);
          settled += results.length;
          if (settled >= count) {
            resolve((performance.now() - start) / 1_000);
            void dispatcher.stop();
          }
          return older;
        },
      },
      transport,
      refusals,
      now: Date.now,
      random: Math.random,
      later(work, delay) {
        const timer = setTimeout(work, delay);
        return () => clearTimeout(timer);
      },
      onSent: () => undefined,
      onFlawed: () => undefined,
      onFailed: (_email, failure) => reject(new Error(failure.detail)),
      onAnswered: () => undefined,
      onBroken: reject,
    });
    dispatcher.wake();
  });
  transport.close();
  refusals.close();
  return count / seconds;
}
