import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/core/commands/command.ts';
import type { TicketRow } from '../../../src/core/rows.ts';
import { uuid } from '../../core/samples.ts';
import { FakeProfile } from '../harness.ts';
import { batchOf, wireRecord } from '../records.ts';

let profile: FakeProfile;

beforeEach(() => {
  profile = new FakeProfile();
});

function failure(code: string, detail: unknown = expect.any(String)): unknown {
  return { failure: { code, detail } };
}

async function newTicket(message = 'Uncaught Error: first'): Promise<TicketRow> {
  await profile.fromPage(batchOf([wireRecord({ message })]));
  const found = await profile.db.cm_support_tickets.filter(({ sujet }) => sujet.includes(message.slice(16))).toArray();
  if (!found[0]) throw new Error('no ticket');
  return found[0];
}

let ids = 0;

function command(ticket: string, asked: Command, more: object = {}) {
  return profile.fromUi({ type: 'ticket.command', id: uuid((ids += 1)), ticket, command: asked, ...more });
}

async function historyOf(ticket: string): Promise<string[]> {
  const rows = await profile.db.cm_support_ticket_history.where({ ticket_id: ticket }).toArray();
  return rows.map(({ action, description, created_by }) => `${created_by} ${action}: ${description}`);
}

describe('ticket.command', () => {
  it('changes the status and writes who did it', async () => {
    const { id } = await newTicket();
    expect(await command(id, { op: 'status', to: 'en_cours', note: 'je regarde' })).toMatchObject({
      ticket: { id, statut: 'en_cours' },
    });
    expect(await historyOf(id)).toContain('local status: ouvert → en_cours\nje regarde');
  });

  it('writes the address of the person who uses this browser, and another name into the text', async () => {
    await profile.fromUi({ type: 'settings.save', key: 'identity', value: { client_email: 'qa@example.com' } });
    const { id } = await newTicket();
    await command(id, { op: 'comment', text: 'vu' }, { author: 'admin' });
    await command(id, { op: 'comment', text: 'moi' }, { author: 'qa@example.com' });
    expect(await historyOf(id)).toContain('qa@example.com comment: vu\n(au nom de admin)');
    expect(await historyOf(id)).toContain('qa@example.com comment: moi');
  });

  it('answers a repeated request alike and changes nothing', async () => {
    const { id } = await newTicket();
    const request = { type: 'ticket.command', id: uuid(900), ticket: id, command: { op: 'comment', text: 'une fois' } };
    const first = await profile.fromUi(request);
    profile.wake();
    expect(await profile.fromUi(request)).toEqual(first);
    expect((await historyOf(id)).filter((line) => line.includes('une fois'))).toHaveLength(1);
    expect(await profile.db.cm_commands.toArray()).toMatchObject([
      { id: uuid(900), ticket_id: id, operation: 'comment', arguments: { text: 'une fois' }, author: 'local' },
    ]);
  });

  it('refuses what the table does not have, and leaves no trace of it', async () => {
    const { id } = await newTicket();
    await command(id, { op: 'close', resolution: 'corrigé' });
    const before = await profile.db.cm_commands.count();
    expect(await command(id, { op: 'status', to: 'en_cours' })).toEqual(
      failure('transition-refused', 'ferme → en_cours'),
    );
    expect(await profile.db.cm_commands.count()).toBe(before);
  });

  it('refuses what was asked of another status', async () => {
    const { id } = await newTicket();
    await command(id, { op: 'status', to: 'en_cours' });
    const late = { op: 'status', to: 'resolu' } as const;
    expect(await command(id, late, { expected: 'ouvert' })).toEqual(failure('status-changed', 'en_cours'));
    expect(await command(id, late, { expected: 'en_cours' })).toMatchObject({ ticket: { statut: 'resolu' } });
  });

  it.each([
    ['a status that is none', { op: 'status', to: 'banana' }, 'invalid-command'],
    ['no operation', { to: 'ouvert' }, 'invalid-command'],
    ['a comment of blanks', { op: 'comment', text: '  ' }, 'invalid-command'],
    ['a closing without a resolution', { op: 'close', resolution: ' ' }, 'invalid-command'],
    ['a snooze without end', { op: 'snooze' }, 'invalid-command'],
    ['a snooze until yesterday', { op: 'snooze', until: '2020-01-01T00:00:00.000Z' }, 'invalid-command'],
    ['a message to nobody', { op: 'notify', message: 'Bonjour' }, 'no-recipient'],
    ['a message that is not there once more', { op: 'resend', notification: uuid(1) }, 'unknown-notification'],
    ['a merge with nothing', { op: 'merge', into: uuid(1) }, 'merge-refused'],
    ['a merge that was never made', { op: 'unmerge' }, 'merge-refused'],
  ])('refuses %s', async (_name, asked, code) => {
    const { id } = await newTicket();
    const answer = await profile.fromUi({ type: 'ticket.command', id: uuid(901), ticket: id, command: asked });
    expect(answer).toEqual(failure(code));
    expect(await profile.db.cm_commands.count()).toBe(0);
  });

  it('refuses a ticket that does not exist', async () => {
    expect(await command(uuid(77), { op: 'unsnooze' })).toEqual(failure('unknown-ticket', uuid(77)));
  });
});

describe('ticket.create', () => {
  it('makes the ticket of an error, which later occurrences join', async () => {
    const warning = wireRecord({ kind: 'console_warn', message: 'lent', args: ['lent'] });
    await profile.fromPage(batchOf([warning]));
    expect(await profile.db.cm_support_tickets.count()).toBe(0);
    const made = await profile.fromUi({ type: 'ticket.create', id: uuid(902), error: warning.id, priorite: 'basse' });
    expect(made).toMatchObject({
      created: true,
      ticket: { source: 'manual', priorite: 'basse', error_id: warning.id },
    });
    await profile.fromPage(batchOf([wireRecord({ kind: 'console_warn', message: 'lent', args: ['lent'] })]));
    expect(await profile.db.cm_support_tickets.count()).toBe(1);
    expect(await profile.db.groups.toArray()).toMatchObject([{ count: 2, ticket_id: expect.any(String) }]);
    expect(await profile.fromUi({ type: 'ticket.create', id: uuid(902), error: warning.id })).toMatchObject({
      created: true,
    });
    expect(await profile.fromUi({ type: 'ticket.create', id: uuid(903), error: warning.id })).toMatchObject({
      created: false,
    });
  });

  it('makes one without an error, which needs a subject', async () => {
    const answer = await profile.fromUi({
      type: 'ticket.create',
      id: uuid(904),
      sujet: 'Facture perdue',
      client_email: 'A@B.example',
    });
    expect(answer).toMatchObject({
      created: true,
      ticket: {
        id: uuid(904),
        sujet: 'Facture perdue',
        client_email: 'a@b.example',
        metadata: { monitoring_until: null },
      },
    });
    expect(await profile.fromUi({ type: 'ticket.create', id: uuid(905) })).toEqual(failure('invalid-command'));
    expect(await profile.fromUi({ type: 'ticket.create', id: uuid(906), error: uuid(1) })).toEqual(
      failure('unknown-error', uuid(1)),
    );
  });
});

describe('error.resolve', () => {
  it('resolves the error with its ticket and its occurrences, and a recurrence takes it back', async () => {
    const { id, error_signature: signature, metadata } = await newTicket();
    const asked = { type: 'error.resolve', project: metadata.project, signature };
    expect(await profile.fromUi({ ...asked, resolved: true, release: '2.0' })).toMatchObject({
      ticket: { id, statut: 'resolu', metadata: { resolved_in: '2.0' } },
    });
    expect(await profile.db.groups.toArray()).toMatchObject([{ resolved: true }]);
    expect(await profile.db.cm_error_logs.toArray()).toMatchObject([{ resolved: true }]);
    profile.now += 60_000;
    const later = new Date(profile.now - 1).toISOString();
    await profile.fromPage(batchOf([wireRecord({ message: 'Uncaught Error: first', timestamp: later })]));
    expect(await profile.db.cm_support_tickets.toArray()).toMatchObject([{ statut: 'ouvert' }]);
    expect(await profile.db.cm_error_logs.toArray()).toMatchObject([{ resolved: false }, { resolved: false }]);
    expect(await profile.db.cm_signature_states.toArray()).toMatchObject([{ resolved: false, resolved_in: null }]);
    expect(await profile.fromUi({ ...asked, signature: 'nothing', resolved: true })).toEqual(failure('unknown-error'));
  });
});

describe('corrections.log', () => {
  it('notes corrections with their tests, all or none, and resolves where asked', async () => {
    const { id, error_id: errorId } = await newTicket();
    const one = { id: uuid(910), errorId, filePath: 'app.js', oldCode: 'a', newCode: 'b', description: 'why' };
    const two = { ...one, id: uuid(911), testStatus: 'passed', testResults: { runs: 3 }, resolves: true };
    const lost = { ...one, id: uuid(912), errorId: uuid(5) };
    expect(await profile.fromUi({ type: 'corrections.log', corrections: [one, lost] })).toEqual(
      failure('unknown-error', uuid(5)),
    );
    expect(await profile.db.cm_error_corrections.count()).toBe(0);
    const request = { type: 'corrections.log', corrections: [one, two] };
    const first = await profile.fromUi(request);
    expect(first).toMatchObject({ rows: [{ test_status: '', applied_by: 'local' }, { test_results: { runs: 3 } }] });
    expect(await profile.fromUi(request)).toEqual(first);
    expect(await profile.db.cm_support_tickets.get(id)).toMatchObject({ statut: 'resolu' });
    expect((await historyOf(id)).filter((line) => line.includes('correction:'))).toHaveLength(2);
  });
});
