import { expect, it } from 'vitest';
import { FakeConsole } from './console.ts';

const DAY = 86_400_000;

/** A name for a number, without digits. */
function word(number: number): string {
  return `error ${String.fromCodePoint(97 + (number % 26), 97 + Math.floor(number / 26))}`;
}

it('commands that are typed while a sweep runs do what they say, and the sweep closes everything once', async () => {
  const open = new FakeConsole('fr');
  const { profile, page } = open;
  await open.capture(...Array.from({ length: 60 }, (_, number) => word(number)));
  const [first, last] = await profile.db.cm_support_tickets.toArray();
  profile.now += 2 * DAY;
  const seen = { source: 'app.js', message: 'seen later', lineNumber: 7 };
  const later = await page.autoTicketSystemInstance.handleNewError(seen);
  const changed = first?.id ?? '';
  const sweeps = [1, 2, 3].map(() => profile.fromUi({ type: 'monitoring.sweep' }));
  const typed = Promise.allSettled([
    page.updateTicketStatus(changed, 'en_cours'),
    page.logCorrection(first?.error_id ?? '', { filePath: 'a.js', oldCode: 'a', newCode: 'b', description: 'c' }),
  ]);
  const [tested, made, count, status, closed] = await Promise.all([
    page.diagAutoTicket.testSystem(),
    page.diagAutoTicket.forceCreateTicket(later?.error_id ?? ''),
    page.autoTicketSystemInstance.resumeActiveTickets(),
    page.diagAutoTicket.checkStatus(),
    page.autoTicketSystemInstance.autoCloseTicket(last?.id ?? ''),
  ]);
  const [moved, corrected] = await typed;
  await Promise.all(sweeps);
  await profile.fromUi({ type: 'monitoring.sweep' });

  expect(tested.map(({ name, ok }) => `${name} ${ok}`)).toEqual([
    'error true',
    'ticket true',
    'recurrence true',
    'closing true',
    'clean-up true',
  ]);
  expect(made.statut).toBe('ouvert');
  expect(count).toBeGreaterThan(0);
  expect(status.active).toBe(true);
  expect(closed.statut).toBe('ferme');
  expect(corrected.status).toBe('fulfilled');
  const tickets = await profile.db.cm_support_tickets.toArray();
  const history = await profile.db.cm_support_ticket_history.toArray();
  const timesClosed = (id: string) => history.filter((row) => row.ticket_id === id && row.action === 'closed').length;
  expect(tickets).toHaveLength(61);
  // Either the person was first, or the sweep was and the person was told so.
  const own = await profile.db.cm_support_tickets.get(changed);
  expect(own?.statut).toBe(moved.status === 'fulfilled' ? 'en_cours' : 'ferme');
  const rest = tickets.filter(({ id }) => id !== changed && id !== made.id);
  expect(rest.map(({ statut }) => statut)).toEqual(rest.map(() => 'ferme'));
  expect(rest.map(({ id }) => timesClosed(id))).toEqual(rest.map(() => 1));
  expect(timesClosed(made.id)).toBe(0);
  open.close();
});
