import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDispatcher, type Dispatcher } from '../../src/mailer/dispatcher.ts';
import { openQueue, type Queue } from '../../src/mailer/queue.ts';
import type { MailTransport } from '../../src/mailer/smtp.ts';
import { Clock } from './clock.ts';
import { startInbox, type SmtpInbox } from './smtp-inbox.ts';
import { makeUnruly, stormTransport } from './storm-transport.ts';

const MAILS = process.env['VIGIE_FULL'] === '1' ? 1_000 : 200;
let folder: string;
let inbox: SmtpInbox;
const open: { queue: Queue; transport: MailTransport; dispatcher: Dispatcher }[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-mailer-'));
  inbox = await startInbox();
});
afterEach(async () => {
  for (const { queue, transport, dispatcher } of open.splice(0)) {
    await dispatcher.stop();
    transport.close();
    queue.close();
  }
  await inbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** One service on the shared queue. With `dead`, what it claims is never settled: it was killed at work. */
function service(clock: Clock, dead = false): { queue: Queue; dispatcher: Dispatcher } {
  const queue = openQueue(join(folder, 'queue.sqlite'));
  const transport = stormTransport(inbox, clock);
  const settle: Queue['settle'] = dead ? () => undefined : queue.settle;
  const dispatcher = createDispatcher({
    queue: { ...queue, settle, claim: dead ? once(queue.claim) : queue.claim },
    transport,
    now: () => clock.time,
    random: Math.random,
    later: (work, delay) => clock.later(work, delay),
    onSent: () => undefined,
    onFailed: () => undefined,
    onBroken: (error) => {
      throw error;
    },
  });
  open.push({ queue, transport, dispatcher });
  return { queue, dispatcher };
}

/** A killed service claims nothing any more. */
function once(claim: Queue['claim']): Queue['claim'] {
  let claimed = false;
  return (...args) => {
    if (claimed) return [];
    claimed = true;
    return claim(...args);
  };
}

it('every mail arrives though the server refuses, delays and cuts at random and a service is killed; none twice but where it was cut', async () => {
  const clock = new Clock();
  const cuts = makeUnruly(inbox);
  const first = service(clock);
  for (let number = 0; number < MAILS; number += 1) {
    const id = `mail-${String(number)}`;
    first.queue.add({ id, to: `client${String(number)}@example.com`, subject: id, text: id }, clock.time);
  }
  const killed = service(clock, true);
  const second = service(clock);
  for (const { dispatcher } of [killed, first, second]) dispatcher.wake();
  await vi.waitFor(() => expect(first.queue.counts()).toMatchObject({ due: 0, sending: 0, sent: MAILS }), {
    timeout: 50_000,
    interval: 50,
  });
  clock.stop();
  const ids = inbox.mails.map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(MAILS);
  // What the killed service had sent is sent again as well: ten at the most.
  expect(ids.length).toBeLessThanOrEqual(MAILS + cuts() + 10);
});
