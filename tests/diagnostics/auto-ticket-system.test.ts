import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeConsole } from './console.ts';

let open: FakeConsole;

beforeEach(() => {
  open = new FakeConsole('en');
});

afterEach(() => open.close());

function system() {
  return open.page.autoTicketSystemInstance;
}

async function save(key: string, value: object): Promise<void> {
  await open.profile.fromUi({ type: 'settings.save', key, value });
}

const TOLD = { source: 'https://shop.example/js/cart.js', message: 'total is not a function', lineNumber: 12 };

describe('an error that somebody tells of', () => {
  it('is stored and gets its ticket; told again it joins it', async () => {
    expect(await system().shouldCreateTicket(TOLD)).toBe(true);
    const first = await system().handleNewError(TOLD);
    expect(first).toMatchObject({ source: 'auto_detection', error_signature: system().generateErrorSignature(TOLD) });
    const second = await system().handleNewError(TOLD);
    expect(second?.id).toBe(first?.id);
    expect(await system().shouldCreateTicket(TOLD)).toBe(false);
    expect(await open.profile.db.groups.toArray()).toMatchObject([{ count: 2, source: 'cart.js', line: 12 }]);
  });

  it('makes no ticket of nothing', async () => {
    for (const nothing of [undefined, null, {}, { message: 5, lineNumber: 'x' }, '', Object.create(null)]) {
      await expect(system().handleNewError(nothing)).rejects.toThrow('This error says nothing.');
    }
    expect(await open.profile.db.cm_support_tickets.count()).toBe(0);
    expect(await system().handleNewError('The cart is empty')).toMatchObject({ sujet: 'The cart is empty' });
  });

  it('belongs to the site of its page', async () => {
    const url = 'https://shop.example/cart';
    const ticket = await system().handleNewError({ ...TOLD, url });
    const site = await open.profile.db.cm_sites.get(ticket?.metadata.project ?? '');
    expect(site?.name).toBe('shop.example');
  });

  it('loses its secrets before it is stored', async () => {
    await system().handleNewError({ ...TOLD, message: 'login failed: password=hunter2-hunter2' });
    expect(JSON.stringify(await open.profile.db.cm_error_logs.toArray())).not.toContain('hunter2');
  });

  it('gets no ticket below the threshold', async () => {
    await save('tickets', { threshold: 2 });
    expect(await system().shouldCreateTicket(TOLD)).toBe(false);
    expect(await system().handleNewError(TOLD)).toBeNull();
    expect(await system().handleNewError(TOLD)).not.toBeNull();
  });

  it('is ignored by the rules that ignore others', async () => {
    const noise = { message: 'ResizeObserver loop limit exceeded', source: 'x.js', lineNumber: 1 };
    expect(await system().shouldCreateTicket(noise)).toBe(false);
    expect(await system().handleNewError(noise)).toBeNull();
    expect(open.lines).toEqual(['ℹ️ This error is ignored by the rule builtin:resize-observer: no ticket']);
    expect(await open.profile.db.cm_error_logs.count()).toBe(0);
  });
});

describe('an error that is stored', () => {
  it('has its ticket, by id, by row and by its words', async () => {
    const [row] = await open.capture('total is not a function');
    const [ticket] = await open.profile.db.cm_support_tickets.toArray();
    expect((await system().handleNewError(row?.id))?.id).toBe(ticket?.id);
    expect((await system().handleNewError(row))?.id).toBe(ticket?.id);
    expect(await open.profile.db.groups.toArray()).toMatchObject([{ count: 1 }]);
  });

  it('that waits below a threshold which was lowered since gets its ticket when it is handled', async () => {
    await save('tickets', { threshold: 2 });
    const [row] = await open.capture('total is not a function');
    expect(await system().handleNewError(row)).toBeNull();
    await save('tickets', { threshold: 1 });
    expect(await system().shouldCreateTicket(row)).toBe(true);
    expect(await system().handleNewError(row)).toMatchObject({ source: 'auto_detection', error_id: row?.id });
  });

  it('knows everyone who met it, with a ticket or without', async () => {
    await save('identity', { client_email: 'qa@gites.example' });
    await save('tickets', { threshold: 2 });
    const [row] = await open.capture('total is not a function');
    expect(await system().getAffectedClients(row)).toMatchObject([{ client_email: 'qa@gites.example', count: 1 }]);
    await open.capture('total is not a function');
    expect(await system().getAffectedClients(row?.id)).toMatchObject([{ client_email: 'qa@gites.example', count: 2 }]);
    expect(await system().getAffectedClients({ message: 'never seen' })).toEqual([]);
  });

  it('gets an automatic ticket when one asks for it, whatever its kind, and keeps it', async () => {
    await save('tickets', { types: [] });
    const [row] = await open.capture('total is not a function');
    expect(await system().shouldCreateTicket(row)).toBe(false);
    const ticket = await system().createAutoTicket(row);
    expect(ticket).toMatchObject({ source: 'auto_detection', statut: 'ouvert', error_id: row?.id });
    expect((await system().createAutoTicket(row)).id).toBe(ticket.id);
    expect(open.lines.map((line) => line.split(':')[0])).toEqual([
      `🎫 Ticket ${ticket.metadata.number} created`,
      `🎫 Ticket ${ticket.metadata.number} already exists for this error`,
    ]);
    await expect(system().createAutoTicket('error-uuid')).rejects.toThrow('No error is called error-uuid');
  });
});

describe('the watch of a ticket', () => {
  it('is taken up where it is missing', async () => {
    await open.capture('total is not a function');
    const { db } = open.profile;
    await db.cm_support_tickets.toCollection().modify((ticket) => {
      ticket.metadata.monitoring_until = null;
    });
    const [ticket] = await db.cm_support_tickets.toArray();
    const started = await system().startTicketMonitoring(ticket?.metadata.number ?? '');
    expect(started.metadata.monitoring_until).not.toBeNull();
    expect(open.lines.at(-1)).toContain('is watched until');
    expect(await system().resumeActiveTickets()).toBe(1);
  });

  it('ends with the closing, and not before', async () => {
    await open.capture('total is not a function');
    const [ticket] = await open.profile.db.cm_support_tickets.toArray();
    const id = ticket?.id ?? '';
    expect((await system().autoCloseTicket(id)).statut).toBe('ouvert');
    expect(open.lines.at(-1)).toContain('does not close by itself before');
    open.profile.now += 2 * 86_400_000;
    expect((await system().autoCloseTicket(id)).statut).toBe('ferme');
    expect(open.lines.at(-1)).toContain('is closed');
    expect((await system().startTicketMonitoring(id)).statut).toBe('ferme');
    expect(open.lines.at(-1)).toContain('is not watched: Closed');
  });

  it('that is over says what keeps the ticket open', async () => {
    await open.capture('total is not a function');
    const [ticket] = await open.profile.db.cm_support_tickets.toArray();
    await open.page.updateTicketStatus(ticket?.id ?? '', 'en_cours');
    open.profile.now += 2 * 86_400_000;
    expect((await system().autoCloseTicket(ticket?.id ?? '')).statut).toBe('en_cours');
    expect(open.lines.at(-1)).toContain('is due but stays In progress: that status');
  });

  it('shows in activeTickets, live', async () => {
    const { activeTickets } = system();
    expect(activeTickets.size).toBe(0);
    await open.capture('total is not a function');
    await vi.waitFor(() => expect(activeTickets.size).toBe(1), { timeout: 10_000 });
    open.profile.now += 2 * 86_400_000;
    await open.profile.fromUi({ type: 'monitoring.sweep' });
    await vi.waitFor(() => expect(activeTickets.size).toBe(0), { timeout: 10_000 });
  });

  it('of a ticket that does not exist is refused by name', async () => {
    await expect(system().startTicketMonitoring('V-000000')).rejects.toThrow('No ticket is called V-000000');
  });
});

it('tells every client of a ticket that has an address', async () => {
  await save('identity', { client_email: 'qa@gites.example' });
  await open.capture('total is not a function');
  const [ticket] = await open.profile.db.cm_support_tickets.toArray();
  const told = await system().notifyAllAffectedClients(ticket?.id ?? '', 'We are on it');
  expect(told.map(({ client_email }) => client_email)).toEqual(['qa@gites.example']);
  expect(open.lines.at(-1)).toContain('1 client(s) to be told');
});

it('says that nobody can be told', async () => {
  await open.capture('total is not a function');
  const [ticket] = await open.profile.db.cm_support_tickets.toArray();
  await expect(system().notifyAllAffectedClients(ticket?.id ?? '', 'We are on it')).rejects.toThrow();
});
