import { afterEach, beforeEach, expect, it } from 'vitest';
import { trusted } from '../e2e/harness/trusted.ts';
import { FakeConsole } from './console.ts';

let open: FakeConsole;

const CORRECTION = { filePath: 'js/fichier.js', oldCode: 'a()', newCode: 'b()', description: 'b au lieu de a' };

beforeEach(() => {
  open = new FakeConsole('fr');
});

afterEach(() => open.close());

it('notes a correction, and the ticket shows it', async () => {
  const [row] = await open.capture('total is not a function');
  const made = await open.page.logCorrection(row?.id ?? '', CORRECTION);
  expect(made).toMatchObject({ error_id: row?.id, file_path: 'js/fichier.js', old_code: 'a()', new_code: 'b()' });
  expect(open.lines).toEqual(['🔧 1 correction(s) enregistrée(s)']);
  const [ticket] = await open.profile.db.cm_support_tickets.toArray();
  const workflow = await new open.page.TicketWorkflow(ticket?.id ?? '').load();
  expect(workflow.corrections).toEqual([made]);
  expect(workflow.history.at(-1)?.action).toBe('correction');
});

it('resolves the error too when that is said', async () => {
  const [row] = await open.capture('total is not a function');
  const tested = { testStatus: 'passed', testResults: { passed: 12, failed: 0 }, appliedBy: 'dev@example.com' };
  const made = await open.page.logCorrection(row?.id ?? '', { ...CORRECTION, resolves: true, ...tested });
  expect(made).toMatchObject({ test_status: 'passed', test_results: { passed: 12, failed: 0 } });
  expect(await open.profile.db.cm_support_tickets.toArray()).toMatchObject([{ statut: 'resolu' }]);
  expect(await open.profile.db.cm_error_logs.toArray()).toMatchObject([{ resolved: true }]);
});

it('notes several, or none when one of them is wrong', async () => {
  const [one, two] = await open.capture('first', 'second');
  const all = [one, two].map((row) => ({ errorId: row?.id ?? '', ...CORRECTION }));
  const rows = await open.page.logAllCorrections(all);
  expect(rows.map(({ error_id }) => error_id)).toEqual([one?.id, two?.id]);
  await expect(open.page.logAllCorrections([...all, { errorId: 'uuid-1', ...CORRECTION }])).rejects.toThrow(
    'Aucune erreur ne s’appelle uuid-1',
  );
  expect(await open.profile.db.cm_error_corrections.count()).toBe(2);
});

it('says what a correction looks like', async () => {
  const [row] = await open.capture('total is not a function');
  const wrong: object = { filePath: 'js/fichier.js' };
  await expect(open.page.logCorrection(row?.id ?? '', trusted(wrong))).rejects.toThrow(
    'Ceci n’est pas une correction. Donnez { errorId, filePath, oldCode, newCode, description }.',
  );
  await expect(open.page.logAllCorrections(trusted(CORRECTION))).rejects.toThrow('Donnez [{ errorId');
});
