import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openQueue } from '../../src/mailer/queue.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-mailer-'));
  file = join(folder, 'deep', 'queue.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mail = (id: string) => ({ id, to: 'client@example.com', subject: 'x', text: `mail ${id}`, name: 'Zoé' });

it('takes an id once, whatever it is sent with later', () => {
  const queue = openQueue(file);
  expect(queue.add(mail('a'), 1)).toBe(true);
  expect(queue.add({ ...mail('a'), subject: 'another' }, 2)).toBe(false);
  expect(queue.claim(10, 5, 100)).toEqual([{ ...mail('a'), attempts: 1, created_at: 1 }]);
  queue.close();
});

it('outlives the service', () => {
  const first = openQueue(file);
  first.add(mail('a'), 1);
  first.close();
  const second = openQueue(file);
  expect(second.counts()).toEqual({ due: 1, sending: 0, sent: 0, failed: 0 });
  second.close();
});

it('gives a mail to one service at a time, and again when the lease ran out', () => {
  const one = openQueue(file);
  const other = openQueue(file);
  one.add(mail('a'), 1);
  expect(one.claim(10, 5, 100)).toHaveLength(1);
  expect(other.claim(10, 99, 200)).toEqual([]);
  expect(other.claim(10, 100, 200)).toMatchObject([{ id: 'a', attempts: 2 }]);
  one.close();
  other.close();
});

it('keeps what became of each mail', () => {
  const queue = openQueue(file);
  for (const id of ['sent', 'later', 'never']) queue.add(mail(id), 1);
  queue.claim(10, 5, 100);
  queue.settle('sent', { sent: true }, 6);
  queue.settle('later', { sent: false, reason: 'later: greylisted', retryAt: 50 }, 6);
  queue.settle('never', { sent: false, reason: 'refused-recipient: no such user', retryAt: null }, 6);
  expect(queue.counts()).toEqual({ due: 1, sending: 0, sent: 1, failed: 1 });
  expect(queue.nextDue()).toBe(50);
  expect(queue.fates(['sent', 'later', 'never', 'unknown'])).toEqual({
    sent: { state: 'sent', reason: '' },
    later: { state: 'waiting', reason: 'later: greylisted' },
    never: { state: 'failed', reason: 'refused-recipient: no such user' },
  });
  expect(queue.claim(10, 49, 100)).toEqual([]);
  expect(queue.claim(10, 50, 100)).toMatchObject([{ id: 'later', attempts: 2 }]);
  queue.close();
});
