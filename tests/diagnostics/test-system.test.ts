import { afterEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FakeConsole } from './console.ts';

let open: FakeConsole;

afterEach(() => open.close());

it('prints each step, in French', async () => {
  open = new FakeConsole('fr');
  const steps = await open.page.diagAutoTicket.testSystem();
  expect(steps.every(({ ok }) => ok)).toBe(true);
  expect(open.lines.map((line) => line.split(' : ')[0])).toEqual([
    '🧪 Test complet des tickets automatiques',
    '✅ 1. Erreur enregistrée',
    '✅ 2. Ticket créé automatiquement',
    '✅ 3. Récurrence liée au même ticket',
    '✅ 4. Ticket clôturé à la fin du monitoring',
    '✅ 5. Données de test effacées',
    '✅ Test réussi',
  ]);
  expect(open.lines[5]).toMatch(/: \d+ lignes$/);
});

it('says what to do about a step that failed', async () => {
  open = new FakeConsole('en');
  await open.profile.fromUi({ type: 'settings.save', key: 'tickets', value: { types: [] } });
  await open.page.diagAutoTicket.testSystem();
  expect(open.lines[1]).toBe(
    '! ❌ 1. Error stored: no kind of script error makes tickets. Choose one in the options, under Tickets.',
  );
  expect(open.lines.at(-1)).toBe('! ❌ Test failed: await diagAutoTicket.troubleshoot() says what to do');
});

it('names a failure that it does not know, and an own rule that ignores the test', async () => {
  open = new FakeConsole('en');
  const steps = [
    { name: 'error', ok: false, detail: 'QuotaExceededError' },
    { name: 'ticket', ok: false, detail: 'ignored own-rule' },
  ];
  Object.assign(fakeBrowser.runtime, { sendMessage: async () => ({ steps }) });
  await open.page.diagAutoTicket.testSystem();
  expect(open.lines[1]).toContain('an unexpected failure (QuotaExceededError)');
  expect(open.lines[2]).toContain('one of your ignore rules takes the test’s error out');
});

it('is refused in words when the background does not answer', async () => {
  open = new FakeConsole('en');
  Object.assign(fakeBrowser.runtime, { sendMessage: async () => undefined });
  await expect(open.page.diagAutoTicket.testSystem()).rejects.toThrow('Vigie’s background did not answer');
});
