import { expect, test } from 'vitest';
import { createTranslator } from '../../../../src/platform/i18n.ts';
import { snoozeCommand } from '../../../../src/ui/dashboard/ticket/actions/snooze-answer.ts';
import { localMinute, usualTimes } from '../../../../src/ui/dashboard/ticket/actions/snooze-times.ts';
import { snoozeWords } from '../../../../src/ui/dashboard/ticket/snooze-words.ts';

const NOW = new Date(2026, 2, 4, 15, 30);

test('the usual times are on the clock of the reader', () => {
  // A Wednesday.
  expect(usualTimes(NOW)).toEqual({
    tomorrow: '2026-03-05T09:00',
    monday: '2026-03-09T09:00',
    week: '2026-03-11T09:00',
  });
  expect(usualTimes(new Date(2026, 2, 9)).monday).toBe('2026-03-16T09:00');
  expect(localMinute(new Date(2026, 10, 25, 7, 5))).toBe('2026-11-25T07:05');
});

const answer = { kind: 'date', until: '2026-03-05T09:00', count: '10' } as const;

test('a time to come is a command, a past or missing one is not', () => {
  const until = new Date(2026, 2, 5, 9).toISOString();
  expect(snoozeCommand(answer, NOW.getTime())).toEqual({ command: { op: 'snooze', until } });
  expect(snoozeCommand({ ...answer, until: '2026-03-04T15:30' }, NOW.getTime())).toEqual({ problem: 'past' });
  expect(snoozeCommand({ ...answer, until: '' }, NOW.getTime())).toEqual({ problem: 'past' });
});

test('a whole number from 1 on is a command', () => {
  expect(snoozeCommand({ ...answer, kind: 'clients' }, 0)).toEqual({ command: { op: 'snooze', clients: 10 } });
  expect(snoozeCommand({ ...answer, kind: 'occurrences', count: '3' }, 0)).toEqual({
    command: { op: 'snooze', occurrences: 3 },
  });
  for (const count of ['', '0', '-1', '1.5', 'many']) {
    expect(snoozeCommand({ ...answer, kind: 'clients', count }, 0)).toEqual({ problem: 'number' });
  }
});

test('a snooze says what ends it and how far it has come', () => {
  const snooze = {
    since: '2026-03-04T12:00:00.000Z',
    occurrences: 10,
    clients: 1,
    from_occurrences: 5,
    from_clients: 4,
  };
  const words = snoozeWords(snooze, { occurrences: 8, clients: 3 }, createTranslator('en'));
  expect(words).toEqual(['until 10 more occurrences (3 so far)', 'until 1 more client (0 so far)']);
  expect(
    snoozeWords(
      { ...snooze, until: '2026-03-05T09:00:00.000Z' },
      { occurrences: 0, clients: 0 },
      createTranslator('fr'),
    )[0],
  ).toMatch(/^jusqu’au 5 mars 2026/u);
});
