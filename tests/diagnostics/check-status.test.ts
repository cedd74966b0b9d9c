import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FakeConsole } from './console.ts';

let open: FakeConsole;

afterEach(() => open.close());

it('prints the lines of the guide in French', async () => {
  open = new FakeConsole('fr');
  await open.capture('one', 'two');
  const status = await open.page.diagAutoTicket.checkStatus();
  expect(open.lines).toEqual([
    '✅ Supabase disponible : pas nécessaire en mode local, tout est dans ce navigateur',
    '✅ Instance active',
    '✅ cm_support_tickets existe',
    '✅ cm_support_ticket_history existe',
    '✅ cm_error_corrections existe',
    '📊 2 erreur(s) non résolue(s)',
    '🤖 2 ticket(s) auto-créé(s)',
  ]);
  expect(status).toEqual({
    mode: 'local',
    active: true,
    tables: { cm_support_tickets: true, cm_support_ticket_history: true, cm_error_corrections: true },
    unresolved: 2,
    automatic: 2,
  });
});

it('prints them in English where the extension speaks English', async () => {
  open = new FakeConsole('en');
  await open.page.diagAutoTicket.checkStatus();
  expect(open.lines).toEqual([
    '✅ Supabase available: not needed in local mode, everything is in this browser',
    '✅ Instance active',
    '✅ cm_support_tickets exists',
    '✅ cm_support_ticket_history exists',
    '✅ cm_error_corrections exists',
    '📊 0 unresolved error(s)',
    '🤖 0 automatic ticket(s)',
  ]);
});

it('counts large numbers without separators, as the guide prints them', async () => {
  open = new FakeConsole('fr');
  await open.capture('one');
  const { db } = open.profile;

  const [sample] = await db.cm_support_tickets.toArray();
  if (!sample) throw new Error('no ticket');
  await db.cm_support_tickets.bulkPut(
    Array.from({ length: 1_234 }, (_, index) => ({ ...sample, id: `copy-${index}` })),
  );
  await open.page.diagAutoTicket.checkStatus();
  expect(open.lines.at(-1)).toBe('🤖 1235 ticket(s) auto-créé(s)');
});

it('says so when the background does not answer', async () => {
  open = new FakeConsole('fr');
  Object.assign(fakeBrowser.runtime, { sendMessage: async () => undefined });
  const { active } = await open.page.diagAutoTicket.checkStatus();
  expect(active).toBe(false);
  expect(open.lines[1]).toMatch(/^! ❌ Instance inactive : L’arrière-plan de Vigie n’a pas répondu/);
});

it('says which table cannot be read', async () => {
  open = new FakeConsole('fr');
  const { db } = open.profile;
  const table = db.table.bind(db);
  vi.spyOn(db, 'table').mockImplementation((name) => {
    if (name === 'cm_error_corrections') throw new Error('broken');
    return table(name);
  });
  const { tables } = await open.page.diagAutoTicket.checkStatus();
  expect(tables['cm_error_corrections']).toBe(false);
  expect(open.lines).toContain(
    '! ❌ cm_error_corrections illisible : redémarrez le navigateur, puis importez votre dernier export',
  );
});
