import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { trusted } from '../e2e/harness/trusted.ts';
import { FakeConsole } from './console.ts';

let open: FakeConsole;

beforeEach(() => {
  open = new FakeConsole('en');
});

afterEach(() => open.close());

describe('the rows of the list on screen', () => {
  it('are shown with their tickets', async () => {
    await open.capture('first', 'second');
    const [row] = await open.list();
    expect(open.page.showErrorTickets(0)).toEqual([row?.ticket]);
    expect(open.lines).toEqual([`🎫 ${row?.ticket?.metadata.number} · Open · ${row?.ticket?.sujet}`]);
    expect(open.shown).toEqual([`error ${row?.last_error_id}`]);
  });

  it('without a ticket say how to create one', async () => {
    await open.profile.fromUi({ type: 'settings.save', key: 'tickets', value: { threshold: 9 } });
    await open.capture('first');
    await open.list();
    expect(open.page.showErrorTickets(0)).toEqual([]);
    expect(open.lines).toEqual(['ℹ️ This error has no ticket. To create one: createTicketForError(0)']);
    const ticket = await open.page.createTicketForError(0);
    expect(ticket).toMatchObject({ source: 'manual', statut: 'ouvert' });
    expect((await open.page.createTicketForError(0)).id).toBe(ticket.id);
  });

  it.each([[7], [-1], [0.5], ['0x'], [undefined]])('have no number %s', async (index) => {
    await open.capture('first');
    await open.list();
    expect(() => open.page.showErrorTickets(trusted(index))).toThrow(/There is no row .*: give a number from 0 to 0\./);
  });

  it('are not there while another screen is shown', async () => {
    expect(() => open.page.showErrorTickets(0)).toThrow('No list of errors is on screen. Open Monitoring first');
    await expect(open.page.createTicketForError(0)).rejects.toThrow('Open Monitoring first');
  });
});

describe('forceCreateTicket', () => {
  it('returns the ticket that the signature has', async () => {
    const [row] = await open.capture('first');
    const ticket = await open.page.diagAutoTicket.forceCreateTicket(row?.id ?? '');
    expect(ticket.error_id).toBe(row?.id);
    expect(open.lines[0]).toMatch(/^🎫 Ticket V-\w{6} already exists for this error: /);
    expect(await open.profile.db.cm_support_tickets.count()).toBe(1);
  });

  it('makes one that later occurrences join', async () => {
    await open.profile.fromUi({ type: 'settings.save', key: 'tickets', value: { threshold: 9 } });
    const [row] = await open.capture('first');
    const ticket = await open.page.diagAutoTicket.forceCreateTicket(row?.id ?? '');
    await open.capture('first');
    expect(await open.profile.db.groups.toArray()).toMatchObject([{ ticket_id: ticket.id, count: 2 }]);
  });

  it('of an error that does not exist is refused by name', async () => {
    await expect(open.page.diagAutoTicket.forceCreateTicket('error-uuid')).rejects.toThrow(
      'No error is called error-uuid. Copy its id from the error’s page.',
    );
  });
});

describe('a ticket', () => {
  it('is opened and changed by its id or number', async () => {
    await open.capture('first');
    const [ticket] = await open.profile.db.cm_support_tickets.toArray();
    const number = ticket?.metadata.number ?? '';
    await open.page.openTicket(number);
    expect(open.shown).toEqual([`ticket ${ticket?.id}`]);
    expect((await open.page.updateTicketStatus(number, 'en_cours')).statut).toBe('en_cours');
    expect(open.lines.at(-1)).toBe(`✅ ${number} · In progress`);
    await expect(open.page.updateTicketStatus(number, 'ferme')).rejects.toThrow(
      'A ticket that is In progress cannot become Closed. Possible now: en_attente_client and resolu.',
    );
    await expect(open.page.updateTicketStatus('nothing', 'ferme')).rejects.toThrow('No ticket is called nothing');
  });
});
