import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { createDispatcher } from '../../../src/mailer/dispatcher.ts';
import { openQueue } from '../../../src/mailer/queue.ts';
import { createMailTransport } from '../../../src/mailer/smtp.ts';
import { mailerConfig } from '../../mailer/mailer-config.ts';
import { startInbox } from '../../mailer/smtp-inbox.ts';

/*
 * Mails per second through the service's queue and dispatcher, and through nodemailer alone with a pool of the same size, in turns within
 * one run, to one SMTP server of this machine: `npm run bench:mailer`.
 */

const MAILS = 400;
const ROUNDS = 3;
const CONNECTIONS = 5;
const FROM = 'support@gites.example';

const body = `<p>${'Une erreur s’est produite pendant votre visite. '.repeat(60)}</p>`;
const mail = (number: number) => ({
  to: `client${String(number)}@example.com`,
  subject: `[Nouveau] ${String(number)}`,
  text: 'Une erreur s’est produite.',
  html: body,
});

async function bare(port: number): Promise<number> {
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

async function service(port: number, folder: string, round: number): Promise<number> {
  const queue = openQueue(join(folder, `${String(round)}.sqlite`));
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
const rates: { bare: number[]; service: number[] } = { bare: [], service: [] };
await bare(inbox.port);
for (let round = 0; round < ROUNDS; round += 1) {
  rates.bare.push(await bare(inbox.port));
  rates.service.push(await service(inbox.port, folder, round));
}
await inbox.stop();
rmSync(folder, { recursive: true, force: true });

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const [alone, ours] = [median(rates.bare), median(rates.service)];
console.log(`nodemailer alone  ${alone.toFixed(0)} mails/s`);
console.log(`the mail service  ${ours.toFixed(0)} mails/s, ${((100 * ours) / alone).toFixed(0)} %`);
