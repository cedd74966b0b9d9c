import { describe, expect, it } from 'vitest';
import { newsOfHistory } from '../../src/core/alerts.ts';
import { SYSTEM_AUTHOR } from '../../src/core/history.ts';
import type { HistoryRow } from '../../src/core/rows.ts';
import { NOW, uuid } from './samples.ts';

const TICKET = uuid(1);
const TOLD = { event: 'created', ticket: TICKET, at: NOW };

function entry(action: string, created_by = SYSTEM_AUTHOR, ticket_id = TICKET): HistoryRow {
  return { id: uuid(2), ticket_id, action, description: '', created_by, created_at: NOW };
}

describe('what is news in a history', () => {
  it('is what nobody did: a new ticket and an error that is back', () => {
    expect(newsOfHistory([entry('created'), entry('closed')], null)).toEqual([TOLD]);
    expect(newsOfHistory([entry('reopened')], null)).toEqual([{ ...TOLD, event: 'reopened' }]);
    expect(newsOfHistory([entry('created', 'lea@example.com')], null)).toEqual([]);
  });

  it('is not the ticket that somebody’s split brought', () => {
    const split = [entry('created'), entry('split', 'lea@example.com'), entry('created', SYSTEM_AUTHOR, uuid(3))];
    expect(newsOfHistory(split, null)).toEqual([{ ...TOLD, ticket: uuid(3) }]);
  });

  it('is in a team also what others did, and nothing of one’s own', () => {
    const history = [entry('created', 'lea@example.com'), entry('created', 'sam@example.com', uuid(3))];
    expect(newsOfHistory(history, 'sam@example.com')).toEqual([TOLD]);
  });
});
