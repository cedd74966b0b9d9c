import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeConsole } from './console.ts';

let open: FakeConsole;

beforeEach(() => {
  open = new FakeConsole('fr');
});

afterEach(() => open.close());

it('prints the statistics of the guide, and returns them', async () => {
  await open.profile.fromUi({ type: 'settings.save', key: 'identity', value: { client_email: 'qa@gites.example' } });
  await open.capture('often', 'often', 'often', 'once');
  open.profile.now += 2 * 86_400_000;
  await open.profile.fromUi({ type: 'monitoring.sweep' });
  await open.capture('later');
  const found = await open.page.loadMonitoringData();
  expect(found).toMatchObject({
    tickets: 3,
    automatic: 3,
    manual: 0,
    open: 1,
    automaticResolutionRate: 1,
    meanResolutionTime: 2 * 86_400_000,
    medianResolutionTime: 2 * 86_400_000,
    truncated: false,
  });
  expect(found.errors.map(({ count }) => count)).toEqual([3, 1, 1]);
  expect(found.clients).toMatchObject([{ client_email: 'qa@gites.example', count: 5 }]);
  expect(open.lines).toEqual([
    '🎫 3 tickets : 3 auto, 0 manuel(s), 1 ouvert(s)',
    '🤖 Taux de résolution automatique : 100 %',
    '⏱️ Temps moyen de résolution : 2 jours',
    '⏱️ Temps médian de résolution : 2 jours',
    '📊 Erreurs les plus fréquentes',
    '   1. Uncaught Error: often (3 occurrences)',
    expect.stringContaining('(1 occurrence)'),
    expect.stringContaining('(1 occurrence)'),
    '👥 Clients les plus affectés',
    '   1. qa@gites.example (5 occurrences)',
    expect.stringContaining('await loadMonitoringData({ days: 365 })'),
  ]);
});

it('says of an empty database that there is nothing yet', async () => {
  const found = await open.page.loadMonitoringData();
  expect(found).toMatchObject({ tickets: 0, automaticResolutionRate: null, meanResolutionTime: null });
  expect(open.lines).toEqual([
    '🎫 Aucun ticket : 0 auto, 0 manuel(s), 0 ouvert(s)',
    '🤖 Taux de résolution automatique : rien n’est encore réglé',
    '⏱️ Temps moyen de résolution : rien n’est encore réglé',
    '⏱️ Temps médian de résolution : rien n’est encore réglé',
    '📊 Erreurs les plus fréquentes',
    '👥 Clients les plus affectés',
    '   personne de connu pour l’instant',
    expect.stringContaining('📅'),
  ]);
});

it('is about the last 30 days, or as many as one asks for, in one project or in all', async () => {
  const [row] = await open.capture('of last month');
  open.profile.now += 31 * 86_400_000;
  await open.capture('of today');
  expect(await open.page.loadMonitoringData()).toMatchObject({ tickets: 1, open: 2 });
  expect(await open.page.loadMonitoringData(null)).toMatchObject({ tickets: 1, open: 2 });
  expect(await open.page.loadMonitoringData({ days: 40 })).toMatchObject({ tickets: 2 });
  const project = row?.metadata.project ?? '';
  expect(await open.page.loadMonitoringData({ days: 40, project })).toMatchObject({ tickets: 2 });
  expect(await open.page.loadMonitoringData({ days: 40, project: 'another' })).toMatchObject({
    tickets: 0,
    errors: [],
  });
});

it('reads nothing that is not of the period', async () => {
  // What the page reads of its own accord is none of it.
  open.close();
  open = new FakeConsole('fr', true);
  await open.capture('one', 'two', 'three');
  open.profile.now += 31 * 86_400_000;
  await open.capture('of today');
  const read: string[] = [];
  for (const table of open.profile.db.tables) {
    table.hook('reading', (row: unknown) => {
      read.push(table.name);
      return row;
    });
  }
  await open.page.loadMonitoringData();
  // The background reads facts of the install beside it.
  const rows = read.filter((name) => name !== 'meta');
  expect(rows.toSorted()).toEqual(['cm_support_tickets', 'error_days', 'groups', 'type_days']);
});
