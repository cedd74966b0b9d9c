import { expect, test } from 'vitest';
import type { SignatureState } from '../../src/core/decide-context.ts';
import { arrived, decide } from '../../src/core/decide.ts';
import type { ErrorLogRow } from '../../src/core/rows.ts';
import { automaticTicketId } from '../../src/core/ticket.ts';
import { ago, context, HOUR, INSTALL, NOW, occurrence, PROJECT, uuid } from './samples.ts';

const nothing: SignatureState = {
  group: null,
  sighting: null,
  clientKnown: false,
  ticketId: null,
  moved: null,
  waits: false,
  ticket: null,
  first: null,
  clients: [],
  clientOfTicket: false,
  decided: null,
  firstSeen: () => null,
};

const alice = { client_id: uuid(901), client_email: 'alice@example.com' };
const bob = { client_id: uuid(902), client_email: 'bob@example.com' };

/** What is stored after the changes, as the next occurrence finds it. */
function after(state: SignatureState, row: ErrorLogRow, at = context()) {
  const changes = decide(state, row, at);
  const next: SignatureState = {
    group: changes.group,
    sighting: changes.sighting,
    clientKnown: true,
    clientOfTicket: true,
    decided: changes.decided ?? state.decided,
    firstSeen: state.firstSeen,
    ticketId: changes.group.ticket_id,
    moved: null,
    waits: false,
    ticket: changes.ticket ?? state.ticket,
    first: changes.group.first_error_id === row.id ? row : state.first,
    clients: [...state.clients, { ...row.metadata, last_seen: row.timestamp }],
  };
  return { changes, next };
}

test('the first occurrence of a ticketing kind makes tally, group, alias, ticket and history', () => {
  const row = occurrence(1, { metadata: alice });
  const { sighting, group, alias, ticket, history } = decide(nothing, row, context());
  const id = automaticTicketId(PROJECT, row.metadata.signature);
  expect(sighting).toMatchObject({ install: INSTALL, epoch: 1, project: PROJECT, count: 1, ...alice });
  expect(group).toMatchObject({ count: 1, clients: 1, ticket_id: id, ticketing: true, last_error_id: row.id });
  expect(alias).toMatchObject({ ticket_id: id, signature: row.metadata.signature, reason: 'creation' });
  expect(ticket).toMatchObject({ id, statut: 'ouvert', priorite: 'haute', source: 'auto_detection', ...alice });
  expect(history.map(({ action, description }) => [action, description])).toEqual([
    ['created', row.metadata.signature],
    ['client_linked', 'alice@example.com'],
  ]);
  expect(history.every((entry) => entry.created_by === 'system' && entry.created_at === NOW)).toBe(true);
});

test('a kind that makes no ticket is counted only', () => {
  const changes = decide(nothing, occurrence(1, { error_type: 'console_warn' }), context());
  expect(changes).toMatchObject({ ticket: null, alias: null, history: [] });
  expect(changes.group).toMatchObject({ count: 1, ticket_id: null, ticketing: false });
});

test('nobody known is no client', () => {
  const changes = decide(nothing, occurrence(1), context());
  expect(changes.group.clients).toBe(0);
  expect(changes.history.map(({ action }) => action)).toEqual(['created']);
});

test('a recurrence adds up and prolongs the watch without a history entry', () => {
  const { next } = after(nothing, occurrence(1, { metadata: alice }));
  const changes = decide(next, occurrence(2, { timestamp: ago(60), metadata: { ...alice, count: 4 } }), context());
  expect(changes.sighting.count).toBe(5);
  expect(changes.group).toMatchObject({ count: 5, clients: 1, last_seen: ago(60), last_error_id: uuid(2) });
  expect(changes).toMatchObject({ alias: null, history: [] });
  expect(changes.ticket?.metadata.monitoring_until).toBe(ago(60 - 24 * HOUR));
});

test('another client is linked once', () => {
  const { next } = after(nothing, occurrence(1, { metadata: alice }));
  const forBob = { ...next, sighting: null, clientKnown: false };
  const linked = after(forBob, occurrence(2, { metadata: bob }));
  expect(linked.changes.group.clients).toBe(2);
  expect(linked.changes.history.map(({ action, description }) => [action, description])).toEqual([
    ['client_linked', 'bob@example.com'],
  ]);
  expect(after(linked.next, occurrence(3, { metadata: bob })).changes.history).toEqual([]);
});

test('a client that another install has seen is not counted twice, and its entry has the same id', () => {
  const { next } = after(nothing, occurrence(1, { metadata: alice }));
  const here = decide({ ...next, sighting: null, clientKnown: true }, occurrence(2, { metadata: alice }), {
    ...context(),
    install: uuid(77),
  });
  expect(here.group.clients).toBe(1);
  const first = decide(nothing, occurrence(1, { metadata: alice }), context());
  expect(here.history.map(({ id }) => id)).toEqual([first.history.at(-1)?.id]);
});

test('the threshold counts every occurrence, and the ticket then speaks of the earliest and of all clients', () => {
  const three = context({ threshold: 3 });
  const one = after(nothing, occurrence(1, { timestamp: ago(50), metadata: alice }), three);
  expect(one.changes.ticket).toBeNull();
  const two = after({ ...one.next, sighting: null, clientKnown: false }, occurrence(2, { timestamp: ago(90) }), three);
  expect(two.changes.ticket).toBeNull();
  const last = decide(
    { ...two.next, sighting: null, clientKnown: false },
    occurrence(3, { timestamp: ago(20), metadata: bob }),
    three,
  );
  expect(last.ticket).toMatchObject({ error_id: uuid(2), client_id: null });
  expect(last.ticket?.metadata).toMatchObject({ first_seen: ago(90), last_seen: ago(20) });
  expect(last.history.map(({ description }) => description)).toEqual([
    last.group.signature,
    'alice@example.com',
    'bob@example.com',
  ]);
});

test('one row that stands for many reaches the threshold by itself', () => {
  const row = occurrence(1, { metadata: { count: 10 } });
  expect(decide(nothing, row, context({ threshold: 10 })).ticket).not.toBeNull();
  expect(decide(nothing, row, context({ threshold: 11 })).ticket).toBeNull();
});

test('an alias that was decided elsewhere names the ticket', () => {
  const changes = decide({ ...nothing, ticketId: uuid(50) }, occurrence(1), context({ threshold: 9 }));
  expect(changes.ticket?.id).toBe(uuid(50));
  expect(changes.alias).toBeNull();
});

test('a ticket whose alias was lost gets it back', () => {
  const { changes } = after(nothing, occurrence(1));
  const again = decide({ ...nothing, ticket: changes.ticket }, occurrence(2), context());
  expect(again.alias).toMatchObject({ ticket_id: changes.ticket?.id });
  expect(again.history.filter(({ action }) => action === 'created')).toEqual([]);
});

test('an error that comes back after its resolution opens the next episode', () => {
  const { next } = after(nothing, occurrence(1, { timestamp: ago(5 * HOUR) }));
  const ticket = { ...next.ticket!, statut: 'resolu' as const };
  ticket.metadata = { ...ticket.metadata, resolved_at: ago(4 * HOUR) };
  const resolved = { ...next, ticket, group: { ...next.group!, resolved: true } };

  const late = decide(resolved, occurrence(2, { timestamp: ago(4 * HOUR + 1) }), context());
  expect(late.ticket).toMatchObject({ statut: 'resolu' });
  expect(late.group.resolved).toBe(true);
  expect(late.occurrence.resolved).toBe(true);
  expect(late.history.map(({ action, description }) => [action, description])).toEqual([
    ['late_evidence', ago(4 * HOUR + 1)],
  ]);

  const back = decide(resolved, occurrence(3, { timestamp: ago(HOUR) }), context());
  expect(back.ticket).toMatchObject({ statut: 'ouvert', metadata: { episode: 2 } });
  expect(back.group.resolved).toBe(false);
  expect(back.occurrence.resolved).toBe(false);
  expect(back.history.map(({ action }) => action)).toEqual(['reopened']);
});

test('a closing that was mistaken and an error that is back are one event of one episode', () => {
  const { next } = after(nothing, occurrence(1, { timestamp: ago(26 * HOUR) }));
  const ticket = { ...next.ticket!, statut: 'ferme' as const, closed_at: ago(2 * HOUR) };
  const closed = { ...next, ticket };
  const [cancelled] = decide(closed, occurrence(2, { timestamp: ago(3 * HOUR) }), context()).history;
  const [reopened] = decide(closed, occurrence(3, { timestamp: ago(HOUR) }), context()).history;
  expect([cancelled?.action, reopened?.action]).toEqual(['closure_cancelled', 'reopened']);
  expect(cancelled?.id).toBe(reopened?.id);
});

test('an error resolved without a ticket is back with a later occurrence only', () => {
  const warn = { error_type: 'console_warn' } as const;
  const { next } = after(nothing, occurrence(1, { ...warn, timestamp: ago(100) }));
  const resolved = { ...next, group: { ...next.group!, resolved: true } };
  expect(decide(resolved, occurrence(2, { ...warn, timestamp: ago(200) }), context()).group.resolved).toBe(true);
  expect(decide(resolved, occurrence(3, { ...warn, timestamp: ago(50) }), context()).group.resolved).toBe(false);
});

test('a manual ticket keeps its own words', () => {
  const { next } = after(nothing, occurrence(1, { timestamp: ago(100) }));
  const manual = { ...next.ticket!, source: 'manual' as const, sujet: 'mine' };
  const changes = decide({ ...next, ticket: manual }, occurrence(2, { timestamp: ago(200) }), context());
  expect(changes.ticket).toMatchObject({ sujet: 'mine', error_id: uuid(1), metadata: { first_seen: ago(200) } });
});

test('nothing is seen later than it arrives', () => {
  const ahead = occurrence(1, { timestamp: ago(-HOUR) });
  expect(arrived(ahead, NOW).timestamp).toBe(NOW);
  const past = occurrence(1);
  expect(arrived(past, NOW)).toBe(past);
});
