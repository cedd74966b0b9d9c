import { beforeEach, expect, it } from 'vitest';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { ticketOfError } from '../../src/storage/counted-error.ts';
import type { VigieDatabase } from '../../src/storage/database.ts';
import { context, NOW, settings, uuid } from '../core/samples.ts';
import { freshDatabase, identical } from './support.ts';

const { tickets } = settings({ threshold: 5 });

let db: VigieDatabase;

beforeEach(() => {
  db = freshDatabase();
});

it('the ticket of an error is made whether it is due or not, once, and the next occurrence joins it', async () => {
  await applyOccurrences(db, identical(1), context({ threshold: 5 }));
  const made = await ticketOfError(db, uuid(1), tickets, NOW);
  expect(made).toMatchObject({ created: true, ticket: { source: 'auto_detection', error_id: uuid(1) } });
  expect(await ticketOfError(db, uuid(1), tickets, NOW)).toEqual({ created: false, ticket: made?.ticket });
  await applyOccurrences(db, identical(1, 2), context({ threshold: 5 }));
  expect(await db.groups.toArray()).toMatchObject([{ ticket_id: made?.ticket.id, count: 2 }]);
});

it('an error that is not stored has none', async () => {
  expect(await ticketOfError(db, uuid(1), tickets, NOW)).toBeUndefined();
});
