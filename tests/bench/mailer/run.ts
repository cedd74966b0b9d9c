import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { createDispatcher } from '../../../src/mailer/dispatcher.ts';
import { openQueue } from '../../../src/mailer/queue.ts';
import { createMailTransport } from '../../../src/mailer/smtp.ts';
import { mailerConfig } from '../../mailer/mailer-config.ts';
import { startInbox } from '../../mailer/smtp-inbox.ts';
import { conclude, type Round } from './report.ts';
import { openTeam, type BenchTeam } from './team.ts';

/*
 * Mails per second through the service's queue and dispatcher, through its way of a team's messages (claimed from a real Postgres by the real
 * PostgREST, written, and settled there), and through nodemailer alone with a pool of the same size, in turns within one run, to one SMTP
 * server of this machine: `npm run bench:mailer`. All send the mail that the team's messages become. Rewrites its part of BENCHMARKS.md, and
 * fails if the promise is not kept.
 */

const MAILS = 1_000;
const ROUNDS = 7;
const CONNECTIONS = 5;
const FROM = 'support@gites.example';

async function bare(port: number, mail: BenchTeam['mail']): Promise<number> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: CONNECTIONS,
  });
  const start = performance.now();
  await Promise.all(Array.from({ length: MAILS }, (_, number) => transport.sendMail({ from: FROM, ...mail(number) })));
  const seconds = (performance.now() - start) / 1_000;
  transport.close();
  return MAILS / seconds;
}

async function service(port: number, mail: BenchTeam['mail'], file: string): Promise<number> {
  const queue = openQueue(file);
  const transport = createMailTransport(mailerConfig(port, { from: FROM }));
  for (let number = 0; number < MAILS; number += 1) queue.add({ id: String(number), ...mail(number) }, 0);
  let sent = 0;
  const start = performance.now();
  const seconds = await new Promise<number>((resolve, reject) => {
    const dispatcher = createDispatcher({
      queue,
      transport,
      now: Date.now,
      random: Math.random,
      later(work, delay) {
        const timer = setTimeout(work, delay);
        return () => clearTimeout(timer);
      },
      onSent() {
        sent += 1;
        if (sent < MAILS) return;
        resolve((performance.now() - start) / 1_000);
        void dispatcher.stop();
      },
      onFailed: (_email, failure) => reject(new Error(failure.detail)),
      onBroken: reject,
    });
    dispatcher.wake();
  });
  transport.close();
  queue.close();
  return MAILS / seconds;
}

const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-mailer-'));
const inbox = await startInbox();
const team = await openTeam();
const rounds: Round[] = [];

async function round(number: number): Promise<Round> {
  inbox.mails.length = 0;
  return {
    alone: await bare(inbox.port, team.mail),
    queue: await service(inbox.port, team.mail, join(folder, `${number}.sqlite`)),
    team: await team.send(inbox.port, FROM, MAILS),
  };
}

try {
  // The first one compiles what all of them run.
  await round(-1);
  for (let number = 0; number < ROUNDS; number += 1) {
    const found = await round(number);
    console.log(`${found.alone.toFixed(0)} alone, ${found.queue.toFixed(0)} queue, ${found.team.toFixed(0)} team`);
    rounds.push(found);
  }
} finally {
  await team.stop();
  await inbox.stop();
  rmSync(folder, { recursive: true, force: true });
}
conclude(rounds, MAILS);
