import { expect, test } from 'vitest';
import { dayFigures, timeDistribution, TIME_LIMITS } from '../../src/core/period-charts.ts';
import { ticketRow } from '../ui/tickets.ts';

const WEEK = { from: '2026-03-01T00:00:00.000Z', to: '2026-03-04T00:00:00.000Z' };

function settledAfter(milliseconds: number) {
  const created = Date.parse('2026-03-01T10:00:00.000Z');
  return ticketRow({
    statut: 'ferme',
    created_at: new Date(created).toISOString(),
    closed_at: new Date(created + milliseconds).toISOString(),
  });
}

test('every day of the period has its figures, also one on which nothing happened', () => {
  const created = [
    ticketRow({ created_at: '2026-03-01T23:59:59.999Z' }),
    ticketRow({ created_at: '2026-02-01T00:00:00.000Z' }),
  ];
  const types = [
    { day: '2026-03-03', error_type: 'js_error' as const, count: 2 },
    { day: '2026-03-03', error_type: 'js_error' as const, count: 3 },
    { day: '2026-03-03', error_type: 'http_error' as const, count: 1 },
  ];
  expect(dayFigures(created, [settledAfter(86_400_000)], types, WEEK)).toEqual([
    { day: '2026-03-01', opened: 1, settled: 0, errors: {} },
    { day: '2026-03-02', opened: 0, settled: 1, errors: {} },
    { day: '2026-03-03', opened: 0, settled: 0, errors: { js_error: 5, http_error: 1 } },
  ]);
});

test('a time belongs to the class that it is below the limit of; what takes longest has a class too', () => {
  const within = TIME_LIMITS.map((limit) => settledAfter(limit - 1));
  expect(timeDistribution(within)).toEqual([1, 1, 1, 1, 1, 1, 0]);
  const at = TIME_LIMITS.map((limit) => settledAfter(limit));
  expect(timeDistribution(at)).toEqual([0, 1, 1, 1, 1, 1, 1]);
  expect(timeDistribution([ticketRow()])).toEqual([0, 0, 0, 0, 0, 0, 0]);
});
