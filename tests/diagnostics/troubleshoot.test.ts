import { afterEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Finding } from '../../src/diagnostics/troubleshoot/finding.ts';
import { FakeConsole } from './console.ts';

let open: FakeConsole;

afterEach(() => open.close());

const [TICKETS, TABLES, MAILS, CLOSING, NOISE] = [0, 1, 2, 3, 4];

/** What is said of one problem: each finding with its state, in plain spaces. */
async function found(problem: number): Promise<string[]> {
  const reports = await open.page.diagAutoTicket.troubleshoot();
  const findings: Finding[] = reports[problem]?.findings ?? [];
  return findings.map(({ state, text }) => `${state}: ${text.replace(/[\u00A0\u202F]/gu, ' ')}`);
}

async function save(key: string, value: object): Promise<void> {
  await open.profile.fromUi({ type: 'settings.save', key, value });
}

it('goes through every problem of the guide, in its order', async () => {
  open = new FakeConsole('fr');
  const reports = await open.page.diagAutoTicket.troubleshoot();
  expect(reports.map(({ problem }) => problem)).toEqual([
    'Tickets non créés automatiquement',
    'Tables 404',
    'Emails non envoyés',
    'Auto-close ne fonctionne pas',
    'Erreurs console persistantes',
  ]);
  expect(open.lines[0]).toBe('🔧 Tickets non créés automatiquement');
  expect(open.lines.filter((line) => line.startsWith('! '))).toEqual([
    '!    ❌ Aucun client n’a d’adresse : personne ne serait prévenu. Saisissez la vôtre dans les options, sous Identité.',
  ]);
});

it('speaks English where the extension does', async () => {
  open = new FakeConsole('en');
  const reports = await open.page.diagAutoTicket.troubleshoot();
  expect(reports.map(({ problem }) => problem)[0]).toBe('Tickets are not created by themselves');
});

it('finds that the background is silent, and that no site is watched', async () => {
  open = new FakeConsole('fr');
  open.profile.capture.grants = [];
  Object.assign(fakeBrowser.runtime, { sendMessage: async () => undefined });
  const said = await found(TICKETS);
  expect(said[1]).toMatch(/^problem: L’arrière-plan ne répond pas/);
  expect(said[2]).toMatch(/^problem: Aucun site n’est surveillé/);
});

it('finds a threshold that is too high, and the errors that wait below it', async () => {
  open = new FakeConsole('fr');
  await save('tickets', { threshold: 3 });
  await open.capture('once');
  const said = await found(TICKETS);
  expect(said).toContain(
    'problem: Seuil non atteint : il faut 3 occurrences pour un ticket. Pour l’avoir dès la première : autoTicketSystemInstance.config.autoCreateTicketThreshold = 1',
  );
  expect(said.find((text) => text.includes('sous le seuil'))).toMatch(
    /^problem: 1 erreur attend sous le seuil.*forceCreateTicket\('error-uuid'\)$/,
  );
});

it('knows how many errors have their ticket, and which kinds make one', async () => {
  open = new FakeConsole('fr');
  await open.capture('one', 'two');
  expect((await found(TICKETS)).at(-1)).toContain('2 erreurs ont le leur');
  await save('tickets', { types: [] });
  expect(await found(TICKETS)).toContain(
    'problem: Aucun type d’erreur ne donne de ticket. Choisissez-en dans les options, sous Tickets.',
  );
});

it('checks the four tables', async () => {
  open = new FakeConsole('fr');
  expect(await found(TABLES)).toEqual([
    'info: Mode local : aucun SQL à exécuter. Pour une équipe : sql/create_auto_ticket_tables_v2.sql dans Supabase, puis await diagAutoTicket.checkStatus()',
    'ok: cm_error_logs existe',
    'ok: cm_support_tickets existe',
    'ok: cm_support_ticket_history existe',
    'ok: cm_error_corrections existe',
  ]);
});

it('says what becomes of mails, and for whom', async () => {
  open = new FakeConsole('fr');
  await save('identity', { client_email: 'qa@gites.example' });
  const said = await found(MAILS);
  expect(said[0]).toBe('info: Les e-mails sont désactivés : activez-les dans les options, sous E-mails');
  expect(said[1]).toMatch(
    /^info: Aucun service d’envoi ne répond sur http:\/\/localhost:3000, l’adresse .*npm run mailer -- --check$/,
  );
  expect(said).toContain('info: Aucune notification en attente');
  expect(said).toContain('info: Modèle : error-detected');
  expect(said).toContain('ok: Client de ce navigateur : qa@gites.example');
});

it('asks the mail service at the address of the options, and names the cause and the cure', async () => {
  open = new FakeConsole('fr');
  await save('notifications', { enabled: true, service: 'http://localhost:3025' });
  open.mail = { state: 'sends' };
  expect((await found(MAILS))[1]).toMatch(/^info: Aucun service d’envoi ne répond sur http:\/\/localhost:3025/);
  open.mailService = 'http://localhost:3025';
  expect((await found(MAILS)).slice(0, 2)).toEqual([
    'ok: Les e-mails sont activés dans les options',
    'ok: Le service d’envoi répond sur http://localhost:3025, l’adresse indiquée dans les options',
  ]);
  open.mail = { state: 'fails', cause: 'wrong-password', detail: '535' };
  expect((await found(MAILS))[1]).toMatch(
    /^problem: .* ne peut rien envoyer\. Le serveur refuse SMTP_USER et SMTP_PASS\. .* \(535\) Corrigez \.env/,
  );
  open.mail = { state: 'fails', cause: 'not-configured', detail: 'SMTP_HOST (missing)' };
  expect((await found(MAILS))[1]).toContain('(SMTP_HOST est absent)');
  open.mail = { state: 'mend', cause: 'team-sql-older', detail: '' };
  expect((await found(MAILS))[1]).toMatch(
    /^info: .* envoie, et signale : .* Collez de nouveau sql\/create_auto_ticket/,
  );
  open.mail = { state: 'fails', cause: 'of-a-later-version', detail: '' };
  expect((await found(MAILS))[1]).toMatch(/ne peut rien envoyer\. of-a-later-version/);
});

it('finds a lost alarm, tickets without a watch, and tickets that are overdue', async () => {
  open = new FakeConsole('fr');
  await open.capture('one');
  expect(await found(CLOSING)).toEqual([
    'ok: L’alarme du monitoring est programmée',
    'info: 1 ticket en monitoring : autoTicketSystemInstance.activeTickets',
    'ok: Tout ticket ouvert d’une erreur est en monitoring',
    'ok: Rien de ce qui devait être clôturé n’est resté ouvert',
  ]);
  open.alarmsSet = [];
  open.profile.now += 2 * 86_400_000;
  const late = await found(CLOSING);
  expect(late[0]).toMatch(/^problem: L’alarme du monitoring manque/);
  expect(late[3]).toMatch(/^problem: Le monitoring de 1 ticket est terminé sans clôture/);
  await open.profile.db.cm_support_tickets.toCollection().modify((ticket) => {
    ticket.metadata.monitoring_until = null;
  });
  expect((await found(CLOSING))[2]).toMatch(/^problem: 1 ticket ouvert sans monitoring/);
});

it('shows which noise is ignored, and which errors are to be dealt with', async () => {
  open = new FakeConsole('fr');
  expect(await found(NOISE)).toEqual([
    'ok: Ignorée (normale) : Le script d’extension webpage_content_reporter',
    'ok: Ignorée (normale) : Colonne validation_status introuvable',
    'ok: Ignorée (normale) : Colonne monitoring_start introuvable',
    'ok: Aucune erreur de syntaxe, « Cannot read properties of undefined » ou HTTP 500/404 non résolue',
  ]);
  await save('ignore', { disabled: ['builtin:monitoring-start-column'] });
  await open.capture('Cannot read properties of undefined (reading id)', 'harmless');
  const said = await found(NOISE);
  expect(said[2]).toMatch(/^problem: Règle désactivée/);
  expect(said[3]).toMatch(/^problem: À traiter : .*Cannot read properties of undefined.* \(1 occurrence, V-\w{6}\)$/);
  expect(said).toHaveLength(4);
});
