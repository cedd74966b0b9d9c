import { expect, test } from 'vitest';
import type { CleanVisits } from '../../src/core/clean-visits.ts';
import { afterRecurrence } from '../../src/core/monitoring.ts';
import type { Snooze, TicketMetadata, TicketRow } from '../../src/core/rows.ts';
import type { Settings } from '../../src/core/settings.ts';
import { afterVisit, isSnoozeOver, restarted, sweepDue, sweptStatuses, woken } from '../../src/core/sweep.ts';
import { automaticTicket } from '../../src/core/ticket.ts';
import { ago, HOUR, NOW, occurrence, settings, uuid } from './samples.ts';

const DAY = 24 * HOUR;
const NONE: CleanVisits = { count: 0, visitors: 0, since: null };

type Change = Partial<Omit<TicketRow, 'metadata'>> & { metadata?: Partial<TicketMetadata> };

/** Last seen 25 h ago, so due for an hour. */
function ticket({ metadata, ...rest }: Change = {}): TicketRow {
  const seen = { first_seen: ago(60 * HOUR), last_seen: ago(25 * HOUR) };
  const made = automaticTicket(uuid(1), occurrence(1), seen, settings().tickets, ago(60 * HOUR));
  return { ...made, ...rest, metadata: { ...made.metadata, ...metadata } };
}

function context(tickets: Partial<Settings['tickets']> = {}) {
  return {
    tickets: settings(tickets).tickets,
    now: NOW,
    words: ({ last_seen, silence, visits }: { last_seen: string; silence: number; visits: CleanVisits }) =>
      `${last_seen} ${silence / HOUR} h ${visits.count}/${visits.visitors}`,
  };
}

test('a ticket that is due closes, with the evidence', () => {
  const visits = { count: 12, visitors: 3, since: ago(20 * HOUR) };
  const { ticket: after, history, closed } = sweepDue(ticket(), visits, context());
  expect(closed).toBe(true);
  expect(after).toMatchObject({
    statut: 'ferme',
    resolution: `${ago(25 * HOUR)} 25 h 12/3`,
    closed_at: NOW,
    updated_at: NOW,
    metadata: { monitoring_until: null, closed_by: 'system', episode: 1 },
  });
  expect(history).toEqual([
    expect.objectContaining({ action: 'closed', description: ago(25 * HOUR), created_by: 'system', created_at: NOW }),
  ]);
});

test('what a person wrote when resolving it stays above the evidence', () => {
  const resolved = ticket({ statut: 'resolu', resolution: 'Fixed in 2.1' });
  expect(sweepDue(resolved, NONE, context()).ticket.resolution).toBe(`Fixed in 2.1\n\n${ago(25 * HOUR)} 25 h 0/0`);
});

function closingId(row: TicketRow): string | undefined {
  return sweepDue(row, NONE, context()).history[0]?.id;
}

test('the closing of an episode is one event however often it is decided; that of the next one is another', () => {
  expect(closingId(ticket())).toBe(closingId(ticket({ sujet: 'other' })));
  expect(closingId(ticket({ metadata: { episode: 2 } }))).not.toBe(closingId(ticket()));
});

test.each([
  ['seen meanwhile', { metadata: { last_seen: ago(HOUR) } }, ago(HOUR - DAY)],
  ['opened again by a person', { metadata: { watched_from: ago(2 * HOUR) } }, ago(2 * HOUR - DAY)],
  ['snoozed', { metadata: { snooze: { since: ago(1), from_occurrences: 1, from_clients: 0 } } }, null],
  ['of a person, and without an error', { metadata: { last_seen: null, first_seen: null } }, null],
  ['closed already', { statut: 'ferme' as const }, null],
])('a ticket that is %s does not close, and is not due again', (_name, change, until) => {
  const before = ticket(change);
  const { ticket: after, history, closed } = sweepDue(before, NONE, context());
  expect(closed).toBe(false);
  expect(history).toEqual([]);
  expect(after).toEqual({ ...before, metadata: { ...before.metadata, monitoring_until: until } });
});

test('settings that watch longer keep it open', () => {
  const { ticket: after, closed } = sweepDue(ticket(), NONE, context({ monitoringDuration: 48 * HOUR }));
  expect(closed).toBe(false);
  expect(after.metadata.monitoring_until).toBe(ago(25 * HOUR - 48 * HOUR));
});

test('where exposure is required, silence counts from the first clean visit on', () => {
  const required = context({ requireExposure: true });
  const waiting = sweepDue(ticket(), NONE, required).ticket;
  expect(waiting).toMatchObject({ statut: 'ouvert', metadata: { monitoring_until: null, awaiting_visit: true } });
  expect(afterVisit(waiting, NOW, DAY)?.metadata).toMatchObject({ monitoring_until: ago(-DAY) });
  expect(afterVisit(waiting, NOW, DAY)?.metadata).not.toHaveProperty('awaiting_visit');
  expect(afterVisit(ticket(), NOW, DAY)).toBeNull();
  const lately = { count: 1, visitors: 1, since: ago(HOUR) };
  expect(sweepDue(ticket(), lately, required).ticket.metadata.monitoring_until).toBe(ago(HOUR - DAY));
  const longAgo = { count: 1, visitors: 1, since: ago(24 * HOUR) };
  expect(sweepDue(ticket(), longAgo, required).closed).toBe(true);
});

test('a ticket that waits for a visit and is seen instead is watched from then on', () => {
  const waiting = ticket({ metadata: { monitoring_until: null, awaiting_visit: true } });
  const seen = afterRecurrence(waiting, 'prolonged', ago(HOUR), NOW, DAY);
  expect(seen.metadata).toMatchObject({ monitoring_until: ago(HOUR - DAY) });
  expect(seen.metadata).not.toHaveProperty('awaiting_visit');
  expect(afterRecurrence(waiting, 'prolonged', ago(30 * HOUR), NOW, DAY)).toBe(waiting);
});

test('a watch that begins again lasts a whole one from then; what is not watched stays so', () => {
  expect(restarted(ticket(), NOW, DAY)?.metadata).toMatchObject({ watched_from: NOW, monitoring_until: ago(-DAY) });
  expect(restarted(ticket({ metadata: { monitoring_until: null } }), NOW, DAY)).toBeNull();
});

test('open and resolved tickets close by themselves, others only by the settings', () => {
  expect(sweptStatuses(settings().tickets)).toEqual(['ouvert', 'resolu']);
  expect(sweptStatuses(settings({ closeStatuses: ['en_cours'] }).tickets)).toEqual(['ouvert', 'resolu', 'en_cours']);
});

const BASE = { since: ago(HOUR), from_occurrences: 10, from_clients: 2 };

test.each<[string, Partial<Snooze>, boolean]>([
  ['a date to come', { until: ago(-1) }, false],
  ['a date that is here', { until: NOW }, true],
  ['5 more occurrences, 4 came', { occurrences: 5 }, false],
  ['4 more occurrences, 4 came', { occurrences: 4 }, true],
  ['2 more clients, 1 came', { clients: 2 }, false],
  ['1 more client, 1 came', { clients: 1 }, true],
  ['a date to come or 1 more client', { until: ago(-1), clients: 1 }, true],
  ['nothing', {}, false],
])('snoozed until %s', (_name, until, over) => {
  expect(isSnoozeOver({ ...BASE, ...until }, { occurrences: 14, clients: 3 }, NOW)).toBe(over);
});

test('a snoozed ticket is watched by nothing, and once woken for a whole watch', () => {
  const snooze = { ...BASE, until: NOW };
  const snoozed = ticket({ metadata: { snooze, monitoring_until: null } });
  const seen = afterRecurrence(snoozed, 'prolonged', ago(HOUR), NOW, DAY);
  expect(seen.metadata).toMatchObject({ last_seen: ago(HOUR), monitoring_until: null, snooze });
  const { ticket: after, history } = woken(snoozed, 'unsnoozed', NOW, DAY);
  expect(after.metadata).toMatchObject({ watched_from: NOW, monitoring_until: ago(-DAY) });
  expect(after.metadata).not.toHaveProperty('snooze');
  expect(history).toMatchObject([{ action: 'unsnoozed', created_by: 'system' }]);
});

test('a snoozed ticket that was closed meanwhile stays unwatched', () => {
  const snoozed = ticket({ statut: 'ferme', metadata: { snooze: { ...BASE, until: NOW }, monitoring_until: null } });
  expect(woken(snoozed, 'unsnoozed', NOW, DAY).ticket).toMatchObject({
    statut: 'ferme',
    metadata: { monitoring_until: null },
  });
});
