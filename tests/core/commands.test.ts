import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand } from '../../src/core/commands/apply-command.ts';
import type { CommandContext, CommandResult, CommandScope } from '../../src/core/commands/changes.ts';
import type { Command } from '../../src/core/commands/command.ts';
import { parseCommand } from '../../src/core/commands/command-schema.ts';
import {
  TICKET_STATUSES,
  type NotificationRow,
  type TicketMetadata,
  type TicketRow,
  type TicketStatus,
} from '../../src/core/rows.ts';
import { signatureStateId } from '../../src/core/signature-state.ts';
import { newAlias } from '../../src/core/alias.ts';
import { automaticTicket } from '../../src/core/ticket.ts';
import { ago, HOUR, NOW, occurrence, PROJECT, settings, uuid } from './samples.ts';

const DAY = 24 * HOUR;
const alice = { client_id: uuid(901), client_email: 'alice@example.com' };
const at: CommandContext = {
  id: uuid(700),
  now: NOW,
  author: 'qa@example.com',
  onBehalfOf: '',
  settings: settings(),
};
const SIGNATURE = occurrence(1).metadata.signature;

const SETTLED: Partial<Record<TicketStatus, Partial<TicketMetadata>>> = {
  resolu: { resolved_at: ago(HOUR) },
  ferme: { resolved_at: ago(HOUR), monitoring_until: null, closed_by: 'person' },
};

function ticketIn(statut: TicketStatus): TicketRow {
  const seen = { first_seen: ago(40 * HOUR), last_seen: ago(30 * HOUR) };
  const made = automaticTicket(uuid(1), occurrence(1), seen, settings().tickets, ago(40 * HOUR));
  const closed_at = statut === 'ferme' ? ago(HOUR / 2) : null;
  return { ...made, statut, closed_at, metadata: { ...made.metadata, ...SETTLED[statut] } };
}

function scope(ticket: TicketRow): CommandScope {
  const aliases = [newAlias(PROJECT, SIGNATURE, ticket.id, ago(HOUR))];
  return {
    ticket,
    aliases,
    states: [],
    groups: [],
    clients: [alice],
    other: null,
    own: null,
    evidence: null,
    parts: [],
    told: [],
  };
}

function changesOf(result: CommandResult) {
  if ('refusal' in result) throw new Error(`${result.refusal.code} ${result.refusal.detail}`);
  return result.changes;
}

function ask(statut: TicketStatus, command: Command) {
  return applyCommand(scope(ticketIn(statut)), command, at);
}

const nothing = { tickets: [], aliases: [], states: [], history: [], news: [], notifications: [] };

const ALLOWED = new Set([
  'ouvert → en_cours',
  'ouvert → resolu',
  'en_cours → en_attente_client',
  'en_cours → resolu',
  'en_attente_client → en_cours',
  'en_attente_client → resolu',
  'resolu → ferme',
  'resolu → ouvert',
  'ferme → ouvert',
]);

test.each(TICKET_STATUSES.flatMap((from) => TICKET_STATUSES.map((to) => [from, to] as const)))(
  'a person takes a ticket from %s to %s only by the table',
  (from, to) => {
    const result = ask(from, { op: 'status', to });
    if (from === to) {
      expect(changesOf(result)).toEqual(nothing);
    } else if (ALLOWED.has(`${from} → ${to}`)) {
      expect(changesOf(result)).toMatchObject({
        tickets: [{ statut: to, updated_at: NOW }],
        history: [{ action: 'status', description: `${from} → ${to}`, created_by: 'qa@example.com' }],
      });
    } else {
      expect(result).toEqual({ refusal: { code: 'transition-refused', detail: `${from} → ${to}` } });
    }
  },
);

test.each(['ouvert', 'en_cours', 'en_attente_client'] as const)('closing what is %s resolves and closes it', (from) => {
  const { tickets, history, states, news } = changesOf(ask(from, { op: 'close', resolution: 'corrigé' }));
  expect(tickets).toMatchObject([
    {
      statut: 'ferme',
      resolution: 'corrigé',
      closed_at: NOW,
      metadata: { resolved_at: NOW, closed_by: 'person', monitoring_until: null },
    },
  ]);
  expect(history.map(({ action, description }) => `${action} ${description}`)).toEqual([
    'resolved corrigé',
    'closed corrigé',
  ]);
  expect(states).toMatchObject([{ id: signatureStateId(PROJECT, SIGNATURE), resolved: true }]);
  expect(news).toMatchObject([{ event: 'closed', clients: [alice] }]);
});

test('closing what is resolved needs no words and keeps those that are there', () => {
  const ticket = { ...ticketIn('resolu'), resolution: 'avant' };
  const { tickets, history } = changesOf(applyCommand(scope(ticket), { op: 'close', resolution: '' }, at));
  expect(tickets).toMatchObject([{ statut: 'ferme', resolution: 'avant', metadata: { resolved_at: ago(HOUR) } }]);
  expect(history.map(({ action }) => action)).toEqual(['closed']);
});

test('what a person opens again is the next episode, watched from now on', () => {
  const { tickets, news } = changesOf(ask('ferme', { op: 'status', to: 'ouvert' }));
  const [after] = tickets;
  expect(after).toMatchObject({ closed_at: null, resolution: null, metadata: { episode: 2, watched_from: NOW } });
  expect(after?.metadata.monitoring_until).toBe(ago(-DAY));
  for (const past of ['resolved_at', 'resolved_in', 'closed_by']) expect(after?.metadata).not.toHaveProperty(past);
  expect(news).toMatchObject([{ event: 'reopened' }]);
  expect(changesOf(ask('resolu', { op: 'status', to: 'ouvert' })).news).toEqual([]);
});

test('a ticket without an error is not watched when it is opened again', () => {
  const ticket = ticketIn('ferme');
  const bare = { ...ticket, metadata: { ...ticket.metadata, first_seen: null, last_seen: null, error_type: null } };
  const { tickets } = changesOf(applyCommand(scope(bare), { op: 'status', to: 'ouvert' }, at));
  expect(tickets[0]?.metadata.monitoring_until).toBeNull();
});

test('a resolution says the release that has the fix, at once or later', () => {
  const { tickets, states } = changesOf(ask('en_cours', { op: 'resolve', release: '2.0', note: 'déployé' }));
  expect(tickets).toMatchObject([{ statut: 'resolu', metadata: { resolved_at: NOW, resolved_in: '2.0' } }]);
  expect(states).toMatchObject([{ resolved: true, resolved_in: '2.0' }]);
  const later = changesOf(ask('resolu', { op: 'resolve', release: '2.1' }));
  expect(later.tickets).toMatchObject([{ metadata: { resolved_at: ago(HOUR), resolved_in: '2.1' } }]);
  expect(changesOf(ask('resolu', { op: 'resolve' })).tickets).toEqual([]);
  expect(ask('ferme', { op: 'resolve' })).toMatchObject({ refusal: { detail: 'ferme → resolu' } });
});

test('a snoozed ticket is not watched, and is again when it is woken or resolved', () => {
  const quiet = changesOf(ask('ouvert', { op: 'snooze', clients: 2 })).tickets[0];
  expect(quiet?.metadata).toMatchObject({
    monitoring_until: null,
    snooze: { since: NOW, clients: 2, from_clients: 1, from_occurrences: 0 },
  });
  const woken = changesOf(applyCommand(scope(quiet!), { op: 'unsnooze' }, at)).tickets[0];
  expect(woken?.metadata).toMatchObject({ monitoring_until: ago(-DAY) });
  expect(woken?.metadata).not.toHaveProperty('snooze');
  const resolved = changesOf(applyCommand(scope(quiet!), { op: 'resolve' }, at)).tickets[0];
  expect(resolved?.metadata).not.toHaveProperty('snooze');
  expect(resolved?.metadata.monitoring_until).toBe(ago(30 * HOUR - DAY));
});

test.each(['resolu', 'ferme'] as const)('what is %s cannot be snoozed', (statut) => {
  expect(ask(statut, { op: 'snooze', occurrences: 1 })).toMatchObject({ refusal: { code: 'invalid-command' } });
});

test.each<[Command, string]>([
  [{ op: 'assign', to: 'dev@example.com', note: 'merci' }, 'assigned dev@example.com\nmerci'],
  [{ op: 'comment', text: 'vu' }, 'comment vu'],
  [{ op: 'history', action: 'appel', description: 'client joint' }, 'appel client joint'],
  [{ op: 'priority', to: 'basse' }, 'priority haute → basse'],
  [{ op: 'category', to: 'paiement' }, 'category javascript → paiement'],
])('%j is noted as "%s"', (command, expected) => {
  const { tickets, history, news } = changesOf(ask('en_cours', command));
  expect(history.map(({ action, description }) => `${action} ${description}`)).toEqual([expected]);
  expect(tickets).toMatchObject([{ statut: 'en_cours', updated_at: NOW }]);
  expect(news).toEqual([]);
});

test.each<Command>([
  { op: 'assign', to: null },
  { op: 'priority', to: 'haute' },
  { op: 'category', to: 'javascript' },
  { op: 'unsnooze' },
])('%j changes nothing where it is so already', (command) => {
  expect(changesOf(ask('ouvert', command))).toMatchObject({ tickets: [], history: [] });
});

test('only the text that is meant for clients reaches them, whoever has an address', () => {
  const { news, history } = changesOf(ask('ouvert', { op: 'notify', message: 'Corrigé demain' }));
  expect(news).toMatchObject([{ event: 'notify', about: uuid(700), at: NOW }]);
  expect(news[0]?.clients).toEqual([alice]);
  expect(history).toMatchObject([{ action: 'notified', description: 'Corrigé demain' }]);
});

const told: NotificationRow = {
  id: uuid(30),
  ticket_id: uuid(1),
  event: 'created',
  episode: 1,
  recipient: 'alice@example.com',
  status: 'failed',
  reason: 'refused-recipient: 550',
  created_at: ago(HOUR),
  updated_at: ago(HOUR),
};

function sendAgain(...rows: NotificationRow[]) {
  return applyCommand({ ...scope(ticketIn('ouvert')), told: rows }, { op: 'resend', notification: told.id }, at);
}

test('a message is sent again as one of its own, and the same command makes the same one', () => {
  const { notifications, history, news } = changesOf(sendAgain(told));
  const { reason: _past, ...rest } = told;
  const again = { ...rest, id: expect.not.stringMatching(told.id), status: 'due', created_at: NOW, updated_at: NOW };
  expect(notifications).toEqual([again]);
  expect(history).toMatchObject([{ action: 'resent', description: '' }]);
  expect(news).toEqual([]);
  expect(changesOf(sendAgain(told)).notifications).toEqual(notifications);
});

test.each(['due', 'held', 'queued'] as const)('what is %s is not put in line a second time', (status) => {
  expect(changesOf(sendAgain({ ...told, id: uuid(31), status }, told)).notifications).toEqual([]);
  expect(changesOf(sendAgain({ ...told, id: uuid(31), status, event: 'closed' }, told)).notifications).toHaveLength(1);
});

test.each([
  ['is not of this ticket', []],
  ['went to somebody who was forgotten', [{ ...told, recipient: '' }]],
])('a message that %s is not sent again', (_, rows) => {
  expect(sendAgain(...rows)).toMatchObject({ refusal: { code: 'unknown-notification' } });
});

test('a merged ticket only leads on', () => {
  const ticket = ticketIn('ferme');
  const signpost = { ...ticket, metadata: { ...ticket.metadata, merged_into: uuid(2) } };
  expect(applyCommand(scope(signpost), { op: 'status', to: 'ouvert' }, at)).toEqual({
    refusal: { code: 'merge-refused', detail: 'merged' },
  });
});

test('whatever is sent, the answer is a command or a reason without its texts', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const parsed = parseCommand(value);
      expect('command' in parsed || parsed.reason.length < 100).toBe(true);
    }),
  );
  expect(parseCommand({ op: 'comment', text: '\0 \u00a0' })).toEqual({ reason: 'text: min_length' });
  expect(parseCommand({ op: 'comment', text: 'x', more: 1 })).toHaveProperty('reason');
});

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ op: fc.constant('status' as const), to: fc.constantFrom(...TICKET_STATUSES) }),
  fc.record({ op: fc.constant('close' as const), resolution: fc.constantFrom('', 'done') }),
  fc.record({ op: fc.constant('resolve' as const) }),
  fc.record({ op: fc.constant('snooze' as const), occurrences: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ op: fc.constant('unsnooze' as const) }),
);

test('whatever people do, a ticket never gets where the table does not lead', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      let ticket = ticketIn('ouvert');
      for (const one of commands) {
        const result = applyCommand(scope(ticket), one, at);
        const next = 'changes' in result ? result.changes.tickets[0] : undefined;
        if (!next) continue;
        const step = `${ticket.statut} → ${next.statut}`;
        // Closing goes both ways at once.
        const steps =
          one.op === 'close' && ticket.statut !== 'resolu' ? [`${ticket.statut} → resolu`, 'resolu → ferme'] : [step];
        if (ticket.statut !== next.statut) for (const each of steps) expect(ALLOWED).toContain(each);
        expect(next.metadata.episode).toBe(
          ticket.metadata.episode + Number(step.endsWith('→ ouvert') && ticket.statut !== 'ouvert'),
        );
        ticket = next;
      }
    }),
  );
});
