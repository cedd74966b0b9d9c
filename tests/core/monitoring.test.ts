import { expect, test } from 'vitest';
import { afterRecurrence, monitoringUntil, recurrenceEvent } from '../../src/core/monitoring.ts';
import type { TicketMetadata, TicketRow } from '../../src/core/rows.ts';
import { automaticTicket } from '../../src/core/ticket.ts';
import { ago, HOUR, NOW, occurrence, settings, uuid } from './samples.ts';

const DAY = 24 * HOUR;

type Change = Partial<Omit<TicketRow, 'metadata'>> & { metadata?: Partial<TicketMetadata> };

/** Last seen 50 h ago. */
function ticket({ metadata, ...rest }: Change = {}): TicketRow {
  const seen = { first_seen: ago(60 * HOUR), last_seen: ago(50 * HOUR) };
  const made = automaticTicket(uuid(1), occurrence(1), seen, settings().tickets, ago(60 * HOUR));
  return { ...made, ...rest, metadata: { ...made.metadata, ...metadata } };
}

/** Closed by the alarm 24 h after that. */
const closedByAlarm = ticket({ statut: 'ferme', closed_at: ago(26 * HOUR), metadata: { monitoring_until: null } });
const resolved = ticket({ statut: 'resolu', metadata: { resolved_at: ago(26 * HOUR) } });
const resolvedThenClosed = ticket({
  statut: 'ferme',
  closed_at: ago(10 * HOUR),
  metadata: { resolved_at: ago(26 * HOUR), monitoring_until: null },
});

test.each(['ouvert', 'en_cours', 'en_attente_client'] as const)('a ticket that is %s is watched longer', (statut) => {
  const open = ticket({ statut });
  expect(recurrenceEvent(open, { at: ago(HOUR) }, NOW, DAY)).toBe('prolonged');
  expect(recurrenceEvent(open, { at: ago(55 * HOUR) }, NOW, DAY)).toBe('prolonged');
  const after = afterRecurrence(open, 'prolonged', ago(HOUR), NOW, DAY);
  expect(after).toMatchObject({
    statut,
    updated_at: NOW,
    metadata: { last_seen: ago(HOUR), first_seen: ago(60 * HOUR), monitoring_until: ago(HOUR - DAY), episode: 1 },
  });
});

test('an occurrence between first and last changes nothing about an open ticket', () => {
  const open = ticket();
  expect(afterRecurrence(open, 'prolonged', ago(55 * HOUR), NOW, DAY)).toBe(open);
});

test('an occurrence before the first moves only the beginning', () => {
  const after = afterRecurrence(ticket(), 'prolonged', ago(70 * HOUR), NOW, DAY);
  expect(after.metadata).toMatchObject({ first_seen: ago(70 * HOUR), last_seen: ago(50 * HOUR) });
  expect(after.metadata.monitoring_until).toBe(monitoringUntil(ago(50 * HOUR), DAY));
});

test('a ticket that was not watched is watched from its first occurrence on', () => {
  const manual = ticket({ source: 'manual', metadata: { monitoring_until: null } });
  expect(afterRecurrence(manual, 'prolonged', ago(HOUR), NOW, DAY).metadata.monitoring_until).toBe(ago(HOUR - DAY));
});

test.each([
  ['closed by the alarm, seen after', closedByAlarm, 25 * HOUR, 'reopened'],
  [
    'closed by the alarm, seen in the watch, younger than a day',
    { ...closedByAlarm, closed_at: ago(HOUR) },
    2 * HOUR,
    'closure_cancelled',
  ],
  ['closed by the alarm, seen in the watch, too long ago', closedByAlarm, 27 * HOUR, 'late_evidence'],
  ['closed by the alarm, at that very moment', closedByAlarm, 26 * HOUR, 'late_evidence'],
  ['closed by the alarm, seen before what was known', closedByAlarm, 51 * HOUR, 'counted'],
  ['closed by the alarm, seen at what was known', closedByAlarm, 50 * HOUR, 'counted'],
  ['resolved, seen after', resolved, 25 * HOUR, 'reopened'],
  ['resolved, seen just before', resolved, 26 * HOUR + 1, 'late_evidence'],
  [
    'resolved an hour ago, seen two hours ago',
    { ...resolved, metadata: { ...resolved.metadata, resolved_at: ago(HOUR) } },
    2 * HOUR,
    'late_evidence',
  ],
  ['resolved and then closed, seen between', resolvedThenClosed, 20 * HOUR, 'reopened'],
  ['resolved and then closed, seen before', resolvedThenClosed, 30 * HOUR, 'late_evidence'],
] as const)('%s', (_name, row, age, expected) => {
  expect(recurrenceEvent(row, { at: ago(age) }, NOW, DAY)).toBe(expected);
});

test.each(['reopened', 'closure_cancelled'] as const)(
  '%s begins the next episode and forgets the resolution',
  (event) => {
    const closed = { ...resolvedThenClosed, resolution: 'fixed' };
    const after = afterRecurrence(closed, event, ago(HOUR), NOW, DAY);
    expect(after).toMatchObject({ statut: 'ouvert', resolution: null, closed_at: null, updated_at: NOW });
    expect(after.metadata).toMatchObject({ episode: 2, last_seen: ago(HOUR), monitoring_until: ago(HOUR - DAY) });
    expect(after.metadata).not.toHaveProperty('resolved_at');
  },
);

test('late evidence leaves a closed ticket closed and unwatched', () => {
  const after = afterRecurrence(closedByAlarm, 'late_evidence', ago(27 * HOUR), NOW, DAY);
  expect(after).toMatchObject({ statut: 'ferme', closed_at: closedByAlarm.closed_at });
  expect(after.metadata).toMatchObject({ episode: 1, last_seen: ago(27 * HOUR), monitoring_until: null });
});

test('late evidence prolongs the watch of a resolved ticket', () => {
  const after = afterRecurrence(resolved, 'late_evidence', ago(27 * HOUR), NOW, DAY);
  expect(after.metadata.monitoring_until).toBe(ago(3 * HOUR));
});
