import { expect, test } from 'vitest';
import type { Command } from '../../../../src/core/commands/command.ts';
import { TICKET_STATUSES, type TicketStatus } from '../../../../src/core/rows.ts';
import { canChange } from '../../../../src/core/ticket.ts';
import { undoOf } from '../../../../src/ui/dashboard/ticket/actions/undo.ts';
import { ticketRow } from '../../tickets.ts';

function statuses(commands: readonly Command[]): TicketStatus[] {
  return commands.flatMap((command) => (command.op === 'status' ? [command.to] : []));
}

test('a closed ticket goes back to where it was, by changes that are allowed', () => {
  const close: Command = { op: 'close', resolution: 'done' };
  expect(statuses(undoOf(ticketRow({ statut: 'en_attente_client' }), close))).toEqual([
    'ouvert',
    'en_cours',
    'en_attente_client',
  ]);
  expect(statuses(undoOf(ticketRow({ statut: 'ouvert' }), close))).toEqual(['ouvert']);
});

test('every change of status has its way back', () => {
  for (const from of TICKET_STATUSES) {
    for (const to of TICKET_STATUSES.filter((one) => one !== from)) {
      const way = [to, ...statuses(undoOf(ticketRow({ statut: from }), { op: 'status', to }))];
      expect(way.at(-1)).toBe(from);
      expect(way.slice(1).every((status, index) => canChange(way[index]!, status, 'human') === 'allowed')).toBe(true);
    }
  }
});

test('facts get their old values, and what was said stays said', () => {
  const ticket = ticketRow({ priorite: 'basse', categorie: 'réseau' });
  expect(undoOf(ticket, { op: 'priority', to: 'haute' })).toEqual([{ op: 'priority', to: 'basse' }]);
  expect(undoOf(ticket, { op: 'priority', to: 'basse' })).toEqual([]);
  expect(undoOf(ticket, { op: 'category', to: 'autre' })).toEqual([{ op: 'category', to: 'réseau' }]);
  expect(undoOf(ticket, { op: 'assign', to: 'ana' })).toEqual([{ op: 'assign', to: null }]);
  expect(undoOf(ticket, { op: 'merge', into: 'x' })).toEqual([{ op: 'unmerge' }]);
  expect(undoOf(ticket, { op: 'snooze', clients: 2 })).toEqual([{ op: 'unsnooze' }]);
  expect(undoOf(ticket, { op: 'comment', text: 'hello' })).toEqual([]);
});
