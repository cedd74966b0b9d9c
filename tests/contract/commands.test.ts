import { describe, expect, test } from 'vitest';
import { NOW, occurrence, uuid } from '../core/samples.ts';
import { batchOf, INSTALL } from './batches.ts';
import { useTeam } from './use-team.ts';

const team = useTeam();

async function onlyTicket(): Promise<string> {
  const [row] = await team.db.query<{ id: string }>('select id from cm_support_tickets');
  return row?.id ?? '';
}

const COMMENT = { id: uuid(1), operation: 'comment', arguments: { text: 'seen' } };

describe('a command', () => {
  test('is the member’s, and names in whose name it was sent', async () => {
    await team.server.push(batchOf(occurrence(1)), NOW);
    const asked = { ...COMMENT, author: 'colleague@example.com', ticket_id: await onlyTicket() };
    expect(await team.server.command(INSTALL, asked, NOW, 'reporter')).toBeNull();
    const noted = await team.db.query(
      `select created_by, description from cm_support_ticket_history where action = 'comment'`,
    );
    expect(noted).toEqual([
      { created_by: 'reporter@example.com', description: 'seen\n(au nom de colleague@example.com)' },
    ]);
  });

  test.each([
    ['reporter', 'status', { to: 'en_cours' }, 'role-required agent'],
    ['agent', 'setting', { key: 'tickets', value: {} }, 'role-required admin'],
    ['admin', 'setting', { key: 'tickets', value: { threshold: 0 } }, 'invalid-setting threshold'],
    ['admin', 'setting', { key: 'identity', value: {} }, 'unknown-setting identity'],
    ['agent', 'dance', {}, 'unknown-operation dance'],
    ['agent', 'status', { to: 'parti' }, 'invalid-command to'],
    ['agent', 'comment', { text: ' ' }, 'invalid-command text'],
    ['agent', 'comment', { text: 'x', more: 1 }, 'invalid-command more'],
    ['agent', 'status', { to: 'ferme' }, 'transition-refused ouvert → ferme'],
  ] as const)('of a %s is refused with its reason: %s %j', async (role, operation, args, refusal) => {
    await team.server.push(batchOf(occurrence(1)), NOW);
    const asked = { id: uuid(1), ticket_id: await onlyTicket(), operation, arguments: args };
    expect(await team.server.command(INSTALL, asked, NOW, role)).toBe(refusal);
    // Whatever happens meanwhile: it stays refused.
    expect(await team.server.command(INSTALL, asked, NOW, role)).toBe(refusal);
  });

  test('that expects another status is refused, and names the one that is', async () => {
    await team.server.push(batchOf(occurrence(1)), NOW);
    const asked = { ...COMMENT, ticket_id: await onlyTicket(), expected_status: 'resolu' as const };
    expect(await team.server.command(INSTALL, asked, NOW)).toBe('status-changed ouvert');
  });

  test('about a ticket of before Vigie is carried out', async () => {
    await team.db.query(`insert into cm_support_tickets (id, sujet, metadata) values ('${uuid(5)}', 'Old', null)`);
    const answers: (string | null)[] = [];
    for (const [number, to] of ['resolu', 'ferme', 'ouvert'].entries()) {
      const asked = { id: uuid(number), ticket_id: uuid(5), operation: 'status', arguments: { to } };
      answers.push(await team.server.command(INSTALL, asked, NOW));
    }
    expect(answers).toEqual([null, null, null]);
  });

  test('notes a correction and resolves its error', async () => {
    await team.server.push(batchOf(occurrence(1)), NOW);
    const correction = {
      id: uuid(1),
      error_id: uuid(1),
      file_path: 'cart.js',
      old_code: 'a',
      new_code: 'b',
      description: 'fixed',
      applied_by: 'local',
      test_status: '',
      test_results: null,
    };
    const command = {
      id: uuid(1),
      ticket_id: null,
      operation: 'correction',
      arguments: { error: uuid(1), resolves: true },
    };
    const sent = { ...command, expected_status: null, author: 'local', created_at: NOW };
    const answer = await team.server.push(
      { install: INSTALL, corrections: [correction], commands: [sent] },
      NOW,
      'agent',
    );
    expect(answer).toMatchObject({ refused: [], commands: [{ status: 'applied' }] });
    expect(await team.db.query('select statut from cm_support_tickets')).toEqual([{ statut: 'resolu' }]);
    expect(await team.db.query('select applied_by from cm_error_corrections')).toEqual([
      { applied_by: 'agent@example.com' },
    ]);
  });
});
