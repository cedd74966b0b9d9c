import { expect, test } from 'vitest';
import { likeness, rankedTickets } from '../../../../src/ui/dashboard/ticket/actions/similar-tickets.ts';
import { uuid } from '../../../core/samples.ts';
import { ticketRow } from '../../tickets.ts';

const ticket = ticketRow();
const alike = ticketRow({ id: uuid(2), sujet: 'subtotal is not a function (cart.js:40)' });
const other = ticketRow({ id: uuid(3), sujet: 'Failed to fetch' });
const numbered = ticketRow({ id: uuid(4), sujet: 'Unlike', metadata: { ...ticket.metadata, number: 'V-OTHER1' } });

test('subjects with more words in common are more alike', () => {
  expect(likeness(ticket, ticket)).toBe(1);
  expect(likeness(ticket, alike)).toBeGreaterThan(likeness(ticket, other));
  expect(likeness(ticket, other)).toBe(0);
  expect(likeness(ticketRow({ sujet: '' }), ticketRow({ sujet: '' }))).toBe(0);
});

test('the most alike come first, and the search leaves the others out', () => {
  expect(rankedTickets(ticket, [other, alike], '')[0]).toBe(alike);
  expect(rankedTickets(ticket, [other, alike], 'fetch')).toEqual([other]);
  expect(rankedTickets(ticket, [alike, other, numbered], 'v-other1')).toEqual([numbered]);
});
