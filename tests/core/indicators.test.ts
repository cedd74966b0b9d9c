import { expect, it } from 'vitest';
import { greatest, periodIndicators } from '../../src/core/period-indicators.ts';
import type { TicketRow } from '../../src/core/rows.ts';
import { automaticTicket } from '../../src/core/ticket.ts';
import { ago, HOUR, NOW, occurrence, settings, uuid } from './samples.ts';

let made = 0;

function ticket(change: Partial<TicketRow>, metadata: Partial<TicketRow['metadata']> = {}): TicketRow {
  made += 1;
  const seen = { first_seen: ago(HOUR), last_seen: ago(HOUR) };
  const row = automaticTicket(uuid(made), occurrence(made), seen, settings().tickets, ago(4 * HOUR));
  return { ...row, ...change, metadata: { ...row.metadata, ...metadata } };
}

const PERIOD = { from: ago(5 * HOUR), to: ago(-1) };

/** The figures of tickets that were all made in the period. */
function figures(tickets: readonly TicketRow[]) {
  return periodIndicators(tickets, tickets, PERIOD);
}

it('counts tickets by who made them, and those that are settled', () => {
  const found = figures([
    ticket({}),
    ticket({ source: 'manual', statut: 'en_cours' }),
    ticket({ statut: 'resolu' }, { resolved_at: ago(2 * HOUR) }),
    ticket({ statut: 'ferme', closed_at: NOW }, { closed_by: 'system' }),
    ticket({ statut: 'ferme', closed_at: NOW }, { closed_by: 'person', resolved_at: ago(3 * HOUR) }),
  ]);
  expect(found).toEqual({
    created: 5,
    automatic: 4,
    manual: 1,
    settled: 3,
    automaticResolutionRate: 1 / 3,
    // Two, four and one hour.
    meanResolutionTime: (7 / 3) * HOUR,
    medianResolutionTime: 2 * HOUR,
  });
});

it('settles what was merged into another ticket with that one', () => {
  expect(figures([ticket({}), ticket({ statut: 'ferme', closed_at: NOW }, { merged_into: uuid(1) })])).toMatchObject({
    created: 2,
    settled: 0,
    automaticResolutionRate: null,
  });
});

it('knows no rate and no time while nothing is settled, and no negative time', () => {
  expect(figures([])).toMatchObject({
    automaticResolutionRate: null,
    meanResolutionTime: null,
    medianResolutionTime: null,
  });
  const early = ticket({ statut: 'ferme', closed_at: ago(4.5 * HOUR) });
  expect(figures([early]).meanResolutionTime).toBe(0);
});

it('sums the counts of a key, and names the greatest first', () => {
  const rows = [
    { key: 'b', count: 2 },
    { key: 'a', count: 3 },
    { key: 'b', count: 5 },
    { key: 'c', count: 3 },
  ];
  expect(greatest(rows, ({ key }) => key, 2).map(({ row, count }) => [row.key, count])).toEqual([
    ['b', 7],
    ['a', 3],
  ]);
});
