import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { seed, SEEDED, type Seeded } from '../harness/seed.ts';
import { useSetting } from '../harness/setting.ts';
import { openGuidePage } from '../harness/guide-page.ts';
import { saveSetting } from '../harness/surfaces.ts';
import { typed } from '../harness/typed.ts';
import { until } from '../harness/until.ts';

/* What the guide has one type into the console of `pages/admin-monitoring.html`, in French as the guide is. */

const setting = useSetting();
let seeded: Seeded;
let page: Page;

beforeAll(async () => {
  await saveSetting(setting, 'language', 'fr');
  seeded = await seed(setting);
  page = await openGuidePage(setting, 'admin-monitoring.html', '#/monitoring');
});

interface Step {
  name: string;
  ok: boolean;
}

describe('diagAutoTicket', () => {
  test('checkStatus prints the lines of the guide', async () => {
    const { lines, value } = await typed<{ active: boolean }>(page, 'diagAutoTicket.checkStatus()');
    expect(lines).toEqual([
      '✅ Supabase disponible : pas nécessaire en mode local, tout est dans ce navigateur',
      '✅ Instance active',
      '✅ cm_support_tickets existe',
      '✅ cm_support_ticket_history existe',
      '✅ cm_error_corrections existe',
      `📊 ${SEEDED.signatures} erreur(s) non résolue(s)`,
      `🤖 ${SEEDED.tickets} ticket(s) auto-créé(s)`,
    ]);
    expect(value.active).toBe(true);
  });

  test('testSystem leads an error through its whole life and leaves nothing behind', async () => {
    const before = await setting.ledger.tables();
    const { value, lines } = await typed<Step[]>(page, 'diagAutoTicket.testSystem()');
    expect(value.map(({ name, ok }) => `${name} ${ok}`)).toEqual([
      'error true',
      'ticket true',
      'recurrence true',
      'closing true',
      'clean-up true',
    ]);
    expect(lines[0]).toBe('🧪 Test complet des tickets automatiques');
    expect(lines.at(-1)).toBe('✅ Test réussi');
    expect(await setting.ledger.tables()).toEqual(before);
  });

  test('forceCreateTicket makes the ticket of an error that has none, and returns the one it has', async () => {
    const warning = seeded.data.cm_error_logs.find(({ error_type }) => error_type === 'console_warn');
    const made = await typed<{ id: string; source: string }>(
      page,
      `diagAutoTicket.forceCreateTicket('${warning?.id}')`,
    );
    expect(made.value.source).toBe('manual');
    expect(made.lines[0]).toMatch(/^🎫 Ticket V-\w{6} créé : /);
    const again = await typed<{ id: string }>(page, `diagAutoTicket.forceCreateTicket('${warning?.id}')`);
    expect(again.value.id).toBe(made.value.id);
    expect(again.lines[0]).toContain('existe déjà pour cette erreur');
    const none = await typed(page, "diagAutoTicket.forceCreateTicket('error-uuid')");
    expect(none.refused).toContain('Aucune erreur ne s’appelle error-uuid');
  });

  test('reinit sets everything up again and deletes nothing', async () => {
    const before = await setting.ledger.tables();
    const { lines } = await typed(page, 'diagAutoTicket.reinit().then(() => null)');
    expect(lines).toContain('✅ Système réinitialisé : rien n’a été supprimé');
    expect(lines).toContain('✅ Instance active');
    expect(await setting.ledger.tables()).toEqual(before);
  });

  test('troubleshoot goes through every problem of the guide', async () => {
    const { value, lines } = await typed<{ problem: string }[]>(page, 'diagAutoTicket.troubleshoot()');
    expect(value.map(({ problem }) => problem)).toEqual([
      'Tickets non créés automatiquement',
      'Tables 404',
      'Emails non envoyés',
      'Auto-close ne fonctionne pas',
      'Erreurs console persistantes',
    ]);
    expect(lines).toContain('   ✅ L’arrière-plan répond');
    expect(lines).toContain('   ✅ L’alarme du monitoring est programmée');
    expect(lines).toContain('   ✅ Ignorée (normale) : Le script d’extension webpage_content_reporter');
  });
});

describe('autoTicketSystemInstance', () => {
  test('has the configuration of the guide', async () => {
    const { value } = await typed(page, 'autoTicketSystemInstance.config');
    expect(value).toEqual({
      autoCreateTicketThreshold: 1,
      monitoringDuration: 86_400_000,
      emailTemplate: 'error-detected',
      ticketPriority: 'high',
    });
  });

  test('a changed threshold holds in the background, and after a restart of it', async () => {
    await typed(page, '(autoTicketSystemInstance.config.autoCreateTicketThreshold = 3)');
    await until('the threshold is stored', async () => {
      const { settings } = await setting.ledger.read();
      return settings.some(({ key, value }) => key === 'tickets' && JSON.stringify(value).includes('"threshold":3'));
    });
    await setting.browser.killBackground();
    await seeded.page.evaluate(() => failOnDemand.throws('Twice is not enough'));
    await seeded.page.evaluate(() => failOnDemand.throws('Twice is not enough'));
    const twice = await setting.ledger.until(
      'the error, twice',
      ({ cm_error_logs: rows }) => timesSeen(rows, 'Twice is') === 2,
    );
    expect(twice.cm_support_tickets.filter(({ sujet }) => sujet.includes('Twice is not enough'))).toEqual([]);
    await seeded.page.evaluate(() => failOnDemand.throws('Twice is not enough'));
    await setting.ledger.until('its ticket', ({ cm_support_tickets: tickets }) =>
      tickets.some(({ sujet }) => sujet.includes('Twice is not enough')),
    );
    const other = await setting.browser.openExtensionPage('dashboard.html');
    await until('another page reads the setting', async () => {
      const { value } = await typed(other, 'autoTicketSystemInstance.config.autoCreateTicketThreshold');
      return value === 3;
    });
    await other.close();
    await typed(page, '(window.autoTicketSystemInstance.config.autoCreateTicketThreshold = 1)');
  });

  test('a value that is not possible is refused with what to do, and the old one stays', async () => {
    const { lines, value } = await typed(
      page,
      '(autoTicketSystemInstance.config.autoCreateTicketThreshold = 0, autoTicketSystemInstance.config.autoCreateTicketThreshold)',
    );
    expect(value).toBe(1);
    expect(lines).toEqual(
      ['autoCreateTicketThreshold reste à 1 : donnez un nombre entier de 1 à 1000000'].map((line) => `⚠️ ${line}`),
    );
  });

  test('activeTickets is live, and resumeActiveTickets counts them', async () => {
    const watched = async () => {
      const { value } = await typed<string[]>(page, '[...autoTicketSystemInstance.activeTickets.keys()]');
      return value;
    };
    const before = (await watched()).length;
    await seeded.page.evaluate(() => failOnDemand.throws('One more ticket'));
    await until('the new ticket is watched', async () => (await watched()).length === before + 1);
    const { value } = await typed(page, 'window.autoTicketSystemInstance.resumeActiveTickets()');
    expect(value).toBe(before + 1);
  });
});

function timesSeen(rows: { message: string; metadata: { count: number } }[], words: string): number {
  return rows.filter(({ message }) => message.includes(words)).reduce((sum, { metadata }) => sum + metadata.count, 0);
}
