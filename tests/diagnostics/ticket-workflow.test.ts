import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TicketRow } from '../../src/core/rows.ts';
import type { TicketWorkflow } from '../../src/diagnostics/ticket-workflow.ts';
import { FakeConsole } from './console.ts';

let open: FakeConsole;
let ticket: TicketRow;
let workflow: TicketWorkflow;

beforeEach(async () => {
  open = new FakeConsole('fr');
  await open.capture('total is not a function');
  const [made] = await open.profile.db.cm_support_tickets.toArray();
  if (!made) throw new Error('no ticket');
  ticket = made;
  workflow = new open.page.TicketWorkflow(ticket.id);
});

afterEach(() => open.close());

describe('loading', () => {
  it('reads everything about a ticket, by its id', async () => {
    expect(await workflow.load()).toBe(workflow);
    expect(workflow.ticket).toEqual(ticket);
    expect(workflow.history.map(({ action }) => action)).toEqual(['created']);
    expect(workflow.error?.id).toBe(ticket.error_id);
    expect(workflow.corrections).toEqual([]);
  });

  it('takes the number that people say, in either case', async () => {
    const byNumber = new open.page.TicketWorkflow(ticket.metadata.number.toLowerCase());
    expect((await byNumber.loadTicket()).id).toBe(ticket.id);
    expect(byNumber.ticketId).toBe(ticket.id);
  });

  it.each([['loadHistory'], ['loadError'], ['loadCorrections']] as const)('%s works by itself', async (method) => {
    expect(await workflow[method]()).toBeDefined();
    expect(workflow.ticket?.id).toBe(ticket.id);
  });

  it('of a ticket that does not exist is refused by name', async () => {
    await expect(new open.page.TicketWorkflow('TICKET_ID').load()).rejects.toThrow(
      'Aucun ticket ne s’appelle TICKET_ID. Copiez son identifiant ou son numéro depuis sa page.',
    );
  });
});

describe('changing', () => {
  it('leaves the workflow freshly loaded', async () => {
    await workflow.changeStatus('en_cours', 'Je regarde');
    expect(workflow.ticket?.statut).toBe('en_cours');
    expect(workflow.history.at(-1)).toMatchObject({
      action: 'status',
      description: 'ouvert → en_cours\nJe regarde',
      created_by: 'local',
    });
  });

  it('is refused with what is possible', async () => {
    await expect(workflow.changeStatus('ferme')).rejects.toThrow(
      /^Un ticket Ouvert ne peut pas passer à Fermé\. Possible maintenant.: en_cours et resolu\.$/,
    );
    await expect(workflow.changeStatus('closed')).rejects.toThrow('Aucun statut ne s’appelle closed');
    expect((await open.profile.db.cm_support_tickets.get(ticket.id))?.statut).toBe('ouvert');
  });

  it('is refused when somebody else was faster', async () => {
    await workflow.load();
    await new open.page.TicketWorkflow(ticket.id).changeStatus('en_cours');
    await expect(workflow.changeStatus('resolu')).rejects.toThrow();
    expect((await open.profile.db.cm_support_tickets.get(ticket.id))?.statut).toBe('en_cours');
  });

  it('assigns, and takes the assignment away', async () => {
    expect((await workflow.assign('admin@site.com', 'Note')).metadata.assigned_to).toBe('admin@site.com');
    expect(workflow.history.at(-1)).toMatchObject({ action: 'assigned', description: 'admin@site.com\nNote' });
    expect((await workflow.assign(null)).metadata.assigned_to).toBeUndefined();
  });

  it('notes comments and entries, in the name of whoever is named', async () => {
    await workflow.addComment('Commentaire texte', 'admin');
    expect(workflow.history.at(-1)).toMatchObject({
      action: 'comment',
      description: 'Commentaire texte\n(au nom de admin)',
    });
    open.profile.now += 1_000;
    await workflow.addHistory('action', 'Description', 'auteur');
    expect(workflow.history.at(-1)).toMatchObject({ action: 'action', description: 'Description\n(au nom de auteur)' });
    open.profile.now += 1_000;
    await workflow.addComment('Sans auteur');
    expect(workflow.history.at(-1)?.description).toBe('Sans auteur');
  });
});

describe('rendering', () => {
  it('hands what was loaded to the screens', async () => {
    await workflow.load();
    expect(workflow.renderSummary()).toBe(`<p>${ticket.id}</p>`);
    expect(workflow.renderTimeline()).toBe('<p>1</p>');
    expect(workflow.renderErrorSection()).toBe(`<p>${ticket.error_id} 0</p>`);
  });

  it('shows what was loaded again in parts', async () => {
    await workflow.load();
    await new open.page.TicketWorkflow(ticket.id).addComment('Entre-temps');
    await workflow.loadHistory();
    expect(workflow.renderTimeline()).toBe('<p>2</p>');
  });

  it('before loading says what to type first', () => {
    expect(() => workflow.renderSummary()).toThrow(/Le ticket n’est pas chargé\. D’abord.: await workflow\.load\(\)/);
  });
});
