import { describe, expect, it } from 'vitest';
import type { Backup, LogRow, Ticket } from './backup.ts';
import type { Expected } from './expected.ts';
import { oneLine, report } from './report.ts';
import { judge } from './verdict.ts';

const origins = { gites: 'http://127.0.0.1:1', hotes: 'http://localhost:2' };

const error: Expected = { site: 'gites', type: 'js_error', message: 'boum', where: '/a.js', count: 2, ticket: true };

function row(id: string, changes: Partial<LogRow> = {}, metadata: Partial<LogRow['metadata']> = {}): LogRow {
  return {
    id,
    error_type: 'js_error',
    message: 'Uncaught Error: boum',
    source: 'http://127.0.0.1:1/a.js',
    timestamp: '2026-01-01T10:00:00.000Z',
    metadata: { signature: 's', project: 'p', url: 'http://127.0.0.1:1/', count: 1, ...metadata },
    ...changes,
  };
}

function ticket(changes: Partial<Ticket> = {}): Ticket {
  return {
    id: 't',
    statut: 'ouvert',
    priorite: 'haute',
    source: 'auto_detection',
    error_signature: 's',
    metadata: { project: 'p', number: 'V-1' },
    ...changes,
  };
}

const entry = { ticket_id: 't', action: 'created', description: 's', created_by: 'system', created_at: '2026-01-01' };

const good: Backup = {
  cm_error_logs: [row('1'), row('2')],
  cm_support_tickets: [ticket()],
  cm_support_ticket_history: [entry],
  cm_error_sightings: [],
};

function problems(changes: Partial<Backup>, expected = error): string[] {
  return judge([expected], origins, { ...good, ...changes }).problems;
}

describe('the verdict', () => {
  it('has no objection when everything expected is there and nothing else', () => {
    expect(problems({})).toEqual([]);
  });

  it.each<[string, Partial<Backup>, string]>([
    ['an error is missing', { cm_error_logs: [], cm_support_tickets: [] }, 'not captured: js_error "boum"'],
    [
      'it is counted too often',
      { cm_error_logs: [row('1'), row('2', {}, { count: 3 })] },
      'captured 4 times instead of 2',
    ],
    ['it has two signatures', { cm_error_logs: [row('1'), row('2', {}, { signature: 'x' })] }, '2 signatures'],
    ['there is no ticket', { cm_support_tickets: [] }, 'no ticket'],
    [
      'the ticket is another project’s',
      { cm_support_tickets: [ticket({ metadata: { project: 'q', number: 'V-2' } })] },
      'no ticket',
    ],
    [
      'the ticket has another state',
      { cm_support_tickets: [ticket({ statut: 'ferme' })] },
      'auto_detection, ferme, haute',
    ],
    ['there is no history', { cm_support_ticket_history: [] }, 'no history'],
    [
      'something else was captured',
      { cm_error_logs: [...good.cm_error_logs, row('3', { message: 'other' })] },
      'nothing like it',
    ],
    [
      'there is another ticket',
      { cm_support_tickets: [ticket(), ticket({ id: 'u', error_signature: 'x' })] },
      'no expected error made',
    ],
  ])('objects when %s', (_, changes, problem) => {
    expect(problems(changes)).toContainEqual(expect.stringContaining(problem));
  });

  it('objects to a ticket for what should only be counted', () => {
    expect(problems({}, { ...error, ticket: false })).toEqual([expect.stringContaining('only be counted')]);
    expect(problems({ cm_support_tickets: [] }, { ...error, ticket: false })).toEqual([]);
  });
});

describe('the report', () => {
  it('shows the error, its ticket and the history', () => {
    const text = report(judge([error], origins, good), origins);
    expect(text).toMatch(/js_error +Uncaught Error: boum +×2/);
    expect(text).toContain('V-1');
    expect(text).toContain('created  s  (system)');
  });

  it('lets no captured text move the cursor or colour the terminal', () => {
    expect(oneLine('a\u001B[31mb\r\n\u202Ec', 20)).toBe('a [31mb c');
    expect(oneLine('x'.repeat(30), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});
