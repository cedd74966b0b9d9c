import { expect, it } from 'vitest';
import { keepFirst, ticketIndicators } from '../../src/core/indicators.ts';
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

it('counts tickets by who made them and whether they are settled', () => {
  const found = ticketIndicators([
    ticket({}),
    ticket({ source: 'manual', statut: 'en_cours' }),
    ticket({ statut: 'resolu' }, { resolved_at: ago(2 * HOUR) }),
    ticket({ statut: 'ferme', closed_at: NOW }, { closed_by: 'system' }),
    ticket({ statut: 'ferme', closed_at: NOW }, { closed_by: 'person', resolved_at: ago(3 * HOUR) }),
  ]);
  expect(found).toEqual({
    tickets: 5,
    automatic: 4,
    manual: 1,
    open: 2,
    automaticResolutionRate: 0.5,
    // Two, four and one hour.
    meanResolutionTime: (7 / 3) * HOUR,
  });
});

it('leaves out what was merged into another ticket', () => {
  expect(ticketIndicators([ticket({}), ticket({ statut: 'ferme' }, { merged_into: uuid(1) })])).toMatchObject({
    tickets: 1,
    automaticResolutionRate: null,
  });
});

it('knows no rate and no time while nothing is settled, and no negative time', () => {
  expect(ticketIndicators([])).toMatchObject({ automaticResolutionRate: null, meanResolutionTime: null });
  expect(ticketIndicators([ticket({ statut: 'ferme', closed_at: ago(9 * HOUR) })]).meanResolutionTime).toBe(0);
});

it('keeps the first few of many', () => {
  let kept: number[] = [];
  for (const number of [3, 1, 5, 2, 4]) kept = keepFirst(kept, number, (a, b) => b - a, 3);
  expect(kept).toEqual([5, 4, 3]);
});
