import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CorrectionRow, HistoryRow, TicketRow } from '../../../src/core/rows.ts';
import { TICKET_STATUSES } from '../../../src/core/rows.ts';
import { seed, type Seeded } from '../harness/seed.ts';
import { useSetting } from '../harness/setting.ts';
import { openGuidePage } from '../harness/guide-page.ts';
import { saveSetting } from '../harness/surfaces.ts';
import { typed } from '../harness/typed.ts';

/* What the guide has one type into the console of `pages/admin-ticket-workflow.html?ticket=ID`. */

const setting = useSetting();
let seeded: Seeded;
let ticket: TicketRow;
let page: Page;

beforeAll(async () => {
  await saveSetting(setting, 'language', 'fr');
  seeded = await seed(setting);
  const found = seeded.data.cm_support_tickets.find(({ sujet }) => sujet.includes('The booking form is broken'));
  if (!found) throw new Error('no ticket');
  ticket = found;
  page = await openGuidePage(setting, `admin-ticket-workflow.html?ticket=${ticket.id}`, `#/tickets/${ticket.id}`);
  await typed(page, `(window.workflow = new TicketWorkflow('${ticket.id}'), null)`);
});

/** Types a method of the workflow. */
function workflow<T>(call: string) {
  return typed<T>(page, `workflow.${call}`);
}

async function history(): Promise<HistoryRow[]> {
  const { value } = await workflow<HistoryRow[]>('loadHistory()');
  return value;
}

describe('TicketWorkflow', () => {
  test('load reads the ticket, its history, its error and its corrections', async () => {
    await workflow('load().then(() => null)');
    expect((await workflow<TicketRow>('loadTicket()')).value).toEqual(ticket);
    expect((await history()).map(({ action }) => action)).toContain('created');
    const { value: error } = await workflow<{ message: string }>('loadError()');
    expect(error.message).toContain('The booking form is broken');
    expect((await workflow('loadCorrections()')).value).toEqual([]);
  });

  test('leads the ticket through every status by every way that the guide allows, and by no other', async () => {
    const seen = new Set<string>([ticket.statut]);
    for (const to of ['en_cours', 'en_attente_client', 'en_cours', 'resolu', 'ferme', 'ouvert', 'resolu', 'ouvert']) {
      const { value, refused } = await workflow<TicketRow>(`changeStatus('${to}', 'Note optionnelle')`);
      expect(refused).toBe('');
      expect(value.statut).toBe(to);
      seen.add(to);
    }
    expect([...seen].toSorted()).toEqual(TICKET_STATUSES.toSorted());
    const words = (await history()).filter(({ action }) => action === 'status').map(({ description }) => description);
    expect(words[0]).toBe('ouvert → en_cours\nNote optionnelle');
    expect(words).toHaveLength(8);
    const { refused } = await workflow("changeStatus('ferme')");
    expect(refused).toBe('Un ticket Ouvert ne peut pas passer à Fermé. Possible maintenant : en_cours et resolu.');
    expect((await workflow("changeStatus('closed')")).refused).toContain(
      'ouvert, en_cours, en_attente_client, resolu, ferme',
    );
  });

  test('assign, addComment and addHistory are noted with who did it', async () => {
    const { value } = await workflow<TicketRow>("assign('admin@site.com', 'Note')");
    expect(value.metadata.assigned_to).toBe('admin@site.com');
    await workflow("addComment('Commentaire texte', 'admin')");
    await workflow("addHistory('action', 'Description', 'auteur')");
    const rows = (await history()).slice(-3);
    expect(rows.map(({ action }) => action)).toEqual(['assigned', 'comment', 'action']);
    expect(rows.map(({ description }) => description.split('\n')[0])).toEqual([
      'admin@site.com',
      'Commentaire texte',
      'Description',
    ]);
    expect(JSON.stringify(rows[1])).toContain('admin');
    expect(JSON.stringify(rows[2])).toContain('auteur');
  });

  test('renders summary, timeline and error as HTML that holds what was captured as text', async () => {
    await workflow("addComment('<img src=x onerror=alert(1)>')");
    const { value: summary } = await workflow<string>('renderSummary()');
    expect(summary).toContain('Statut actuel');
    const { value: timeline } = await workflow<string>('renderTimeline()');
    expect(timeline).toContain('&lt;img src=x onerror=alert(1)');
    expect(timeline).not.toContain('<img');
    const { value: error } = await workflow<string>('renderErrorSection()');
    expect(error).toContain('The booking form is broken');
  });

  test('a ticket that does not exist is refused by name', async () => {
    const { refused } = await typed(page, "new TicketWorkflow('TICKET_ID').load()");
    expect(refused).toBe('Aucun ticket ne s’appelle TICKET_ID. Copiez son identifiant ou son numéro depuis sa page.');
  });
});

describe('corrections', () => {
  const correction = {
    filePath: 'js/fichier.js',
    oldCode: 'ancien code...',
    newCode: 'nouveau code...',
    description: 'Description de la correction',
  };

  test('logCorrection notes what was changed, and the ticket shows it', async () => {
    const { value, lines } = await typed<CorrectionRow>(
      page,
      `window.logCorrection('${ticket.error_id}', ${JSON.stringify(correction)})`,
    );
    expect(value).toMatchObject({ error_id: ticket.error_id, file_path: 'js/fichier.js', old_code: 'ancien code...' });
    expect(lines).toEqual(['🔧 1 correction(s) enregistrée(s)']);
    const { value: corrections } = await workflow<CorrectionRow[]>('loadCorrections()');
    expect(corrections.map(({ new_code }) => new_code)).toEqual(['nouveau code...']);
    expect((await workflow<string>('renderErrorSection()')).value).toContain('js/fichier.js');
  });

  test('logAllCorrections notes all of them, or none when one is wrong', async () => {
    const [one, two] = seeded.data.cm_error_logs;
    const all = [one, two].map((row) => ({ errorId: row?.id, ...correction }));
    const { value } = await typed<CorrectionRow[]>(page, `window.logAllCorrections(${JSON.stringify(all)})`);
    expect(value.map(({ error_id }) => error_id)).toEqual([one?.id, two?.id]);
    const wrong = [...all, { ...correction, errorId: 'uuid-1' }];
    const { refused } = await typed(page, `window.logAllCorrections(${JSON.stringify(wrong)})`);
    expect(refused).toContain('Aucune erreur ne s’appelle uuid-1');
    expect((await setting.ledger.read()).cm_error_corrections).toHaveLength(3);
  });
});
