import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { createDispatcher } from '../../../src/mailer/dispatcher.ts';
import { openQueue } from '../../../src/mailer/queue.ts';
import { createMailTransport } from '../../../src/mailer/smtp.ts';
import { mailerConfig } from '../../mailer/mailer-config.ts';
import { startInbox } from '../../mailer/smtp-inbox.ts';
import { openTeam, type BenchTeam } from './team.ts';

/*
 * Mails per second through the service's queue and dispatcher, through its way of a team's messages (claimed from a real Postgres by the real
 * PostgREST, written, and settled there), and through nodemailer alone with a pool of the same size, in turns within one run, to one SMTP
 * server of this machine: `npm run bench:mailer`. All send the mail that the team's messages become.
 */

const MAILS = 400;
const ROUNDS = 3;
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
const rates: { bare: number[]; service: number[]; team: number[] } = { bare: [], service: [], team: [] };
try {
  await bare(inbox.port, team.mail);
  await team.send(inbox.port, FROM, MAILS);
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.bare.push(await bare(inbox.port, team.mail));
    rates.service.push(await service(inbox.port, team.mail, join(folder, `${String(round)}.sqlite`)));
    rates.team.push(await team.send(inbox.port, FROM, MAILS));
  }
} finally {
  await team.stop();
  await inbox.stop();
  rmSync(folder, { recursive: true, force: true });
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const alone = median(rates.bare);
const share = (values: number[]) =>
  `${median(values).toFixed(0)} mails/s, ${((100 * median(values)) / alone).toFixed(0)} %`;
console.log(`nodemailer alone       ${alone.toFixed(0)} mails/s`);
console.log(`mails of this machine  ${share(rates.service)}`);
console.log(`a team’s messages      ${share(rates.team)}`);
