// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HistoryRow, TicketRow } from '../../../src/core/rows.ts';
import { createTranslator } from '../../../src/platform/i18n.ts';
import { DashboardPage } from '../../../src/ui/dashboard/dashboard-page.tsx';
import { historyEntry } from '../../../src/ui/dashboard/ticket/history-entry.ts';
import { db } from '../../../src/ui/data/database.ts';
import { ago, different, HOSTILE, occurrence, store, uuid } from '../rows.ts';
import { emptyDatabase, find, go, hide, labelled, says, show, text, type, until } from '../support.tsx';

beforeEach(async () => {
  await emptyDatabase();
  go('#/tickets');
});
afterEach(hide);

async function onlyTicket(): Promise<TicketRow> {
  const [ticket] = await db.cm_support_tickets.toArray();
  if (!ticket) throw new Error('no ticket was made');
  return ticket;
}

describe('the list', () => {
  it('says where tickets come from while there are none', async () => {
    show(<DashboardPage />, 'fr');
    await says('Aucun ticket pour l’instant');
  });

  it('shows number, subject, status, priority, client and source', async () => {
    await store([occurrence(1, { metadata: { client_id: uuid(90), client_email: 'a@example.com' } })]);
    const { metadata, id } = await onlyTicket();
    show(<DashboardPage />, 'fr');
    await says('1 ticket affiché');
    const shown = text(find('tbody tr'));
    for (const part of [metadata.number, 'cart.js:12', 'Ouvert', 'Haute', 'a@example.com', 'Automatique']) {
      expect(shown).toContain(part);
    }
    expect(find('tbody a.row-link').getAttribute('href')).toBe(`#/tickets/${id}`);
  });

  it('is narrowed by status and by words', async () => {
    await store(different(3));
    const [first] = await db.cm_support_tickets.toArray();
    await db.cm_support_tickets.update(first?.id ?? '', { statut: 'resolu' });
    go('#/tickets?status=resolu');
    show(<DashboardPage />);
    await says('1 ticket shown');
    expect(text()).toContain('Resolved');
    go('#/tickets');
    await says('3 tickets shown');
    type(labelled('Search'), first?.metadata.number.toLowerCase() ?? '');
    await says('1 ticket shown');
  });
});

describe('one ticket', () => {
  it('has summary, error, timeline and clients', async () => {
    await store([
      occurrence(1, { timestamp: ago(60_000), metadata: { client_id: uuid(90), client_email: 'a@example.com' } }),
      occurrence(2, { timestamp: ago(1_000), metadata: { client_id: uuid(91), client_email: null } }),
    ]);
    const ticket = await onlyTicket();
    go(`#/tickets/${ticket.id}`);
    show(<DashboardPage />, 'fr');
    await says('Timeline');
    const page = text();
    for (const part of [
      'Résumé',
      'Statut actuel',
      'Client concerné',
      'Erreur associée',
      'Fichier et ligne',
      'Stack trace',
    ]) {
      expect(page).toContain(part);
    }
    for (const part of [
      'https://shop.example/js/cart.js:12:5',
      'Ticket créé',
      'Client lié au ticket',
      'Vigie (automatique)',
    ]) {
      expect(page).toContain(part);
    }
    expect(document.querySelectorAll('.client')).toHaveLength(2);
    expect(text(find('.client', 'a@example.com'))).toContain('1 occurrence');
    expect(document.title).toBe(`Ticket ${ticket.metadata.number} · Vigie`);
    expect(find('a.button', 'Voir l’erreur complète').getAttribute('href')).toBe(
      `#/monitoring/${ticket.error_id ?? ''}`,
    );
  });

  it('is found by the number that people say, too', async () => {
    await store([occurrence(1)]);
    const { metadata } = await onlyTicket();
    go(`#/tickets/${metadata.number.toLowerCase()}`);
    show(<DashboardPage />);
    await says('Associated error');
  });

  it('tells of the error by its latest occurrence when its own is gone', async () => {
    await store([occurrence(1, { timestamp: ago(60_000) }), occurrence(2, { timestamp: ago(1_000) })]);
    const ticket = await onlyTicket();
    await db.cm_error_logs.delete(ticket.error_id ?? '');
    go(`#/tickets/${ticket.id}`);
    show(<DashboardPage />);
    await says('See the whole error');
    await db.cm_error_logs.clear();
    await says('No occurrence of this error is in this browser');
  });

  it('follows what happens to it', async () => {
    await store([occurrence(1)]);
    const ticket = await onlyTicket();
    go(`#/tickets/${ticket.id}`);
    show(<DashboardPage />);
    await says('Open');
    await db.cm_support_tickets.update(ticket.id, { statut: 'resolu', resolution: 'fixed in 2.4.1' });
    await says('fixed in 2.4.1');
    await until(() => expect(document.querySelectorAll('.badge')).not.toHaveLength(0));
    expect(text(find('.screen-facts'))).toContain('Resolved');
  });

  it('shows hostile text as text', async () => {
    await store([occurrence(1, { message: HOSTILE })]);
    const ticket = await onlyTicket();
    await db.cm_support_tickets.update(ticket.id, { sujet: HOSTILE, resolution: HOSTILE, client_email: HOSTILE });
    await db.cm_support_ticket_history.add({
      id: uuid(600),
      ticket_id: ticket.id,
      action: HOSTILE,
      description: HOSTILE,
      created_by: HOSTILE,
      created_at: ago(5),
    });
    go(`#/tickets/${ticket.id}`);
    show(<DashboardPage />);
    await says('Action “<img');
    expect(document.querySelectorAll('main img, main script')).toHaveLength(0);
    expect(text()).not.toMatch(/\u202E|(?!\n)\p{Cc}/u);
  });

  it('that nobody knows says so', async () => {
    go('#/tickets/V-NOWHERE');
    show(<DashboardPage />, 'fr');
    await says('Ce ticket n’existe pas');
  });
});

function row(action: string, description: string, created_by = 'system'): HistoryRow {
  return { id: uuid(1), ticket_id: uuid(2), action, description, created_by, created_at: ago(0) };
}

describe('historyEntry', () => {
  const fr = createTranslator('fr');
  const said = (...args: Parameters<typeof row>) => {
    const { title, detail } = historyEntry(row(...args), fr);
    return [title, detail].map((part) => part.replace(/[\u00A0\u202F]/gu, ' '));
  };

  it('says what the system did in the language of the reader', () => {
    const time = '2026-03-02T11:00:00.000Z';
    expect(said('created', 'cart.js|x|12')).toEqual(['Ticket créé', 'cart.js|x|12']);
    expect(said('client_linked', 'a@example.com')).toEqual(['Client lié au ticket', 'a@example.com']);
    expect(said('reopened', time)[0]).toBe('L’erreur est réapparue : ticket rouvert');
    expect(said('reopened', time)[1]).toMatch(/^Occurrence du 2 mars 2026/u);
    expect(said('closure_cancelled', time)[0]).toContain('Clôture annulée');
    expect(said('late_evidence', time)[0]).toContain('signalée tardivement');
  });

  it("keeps a person's words as they are", () => {
    expect(said('comment', 'vu avec Léa', 'qa@example.com')).toEqual(['Commentaire interne', 'vu avec Léa']);
    expect(said('reopened', 'c’est revenu', 'qa@example.com')).toEqual(['Ticket rouvert', 'c’est revenu']);
  });

  it('names the values that changed, and leaves the words about it', () => {
    const person = 'qa@example.com';
    expect(said('status', 'ouvert → en_cours\nje regarde', person)).toEqual([
      'Statut modifié',
      'Ouvert → En cours\nje regarde',
    ]);
    expect(said('priority', 'haute → basse', person)[1]).toBe('Haute → Basse');
    expect(said('priority', 'urgent → basse', person)[1]).toBe('urgent → basse');
    expect(said('snoozed', '2026-03-05T09:00:00.000Z, +5 occurrences', person)[1]).toMatch(
      /^5 mars 2026.*, \+5 occurrences$/u,
    );
    expect(said('category', 'http → paiement', person)[1]).toBe('http → paiement');
  });

  it('tells what the system did by itself from what somebody did', () => {
    expect(said('closed', '')[0]).toBe('Clôture automatique');
    expect(said('closed', 'corrigé', 'qa@example.com')).toEqual(['Ticket fermé', 'corrigé']);
    expect(said('created', '', 'qa@example.com')[0]).toBe('Ticket créé à la main');
  });

  it('keeps the name of an action that it does not know', () => {
    expect(said('handed_over', 'au niveau 2', 'tool')).toEqual(['Action « handed_over »', 'au niveau 2']);
    expect(said('constructor', '')[0]).toBe('Action « constructor »');
  });
});
