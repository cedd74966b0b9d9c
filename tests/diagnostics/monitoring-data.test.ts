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
  });
  expect(found.errors.map(({ count }) => count)).toEqual([3, 1, 1]);
  expect(found.clients).toMatchObject([{ client_email: 'qa@gites.example', errors: 3, occurrences: 5 }]);
  expect(open.lines).toEqual([
    '🎫 3 tickets : 3 auto, 0 manuel(s), 1 ouvert(s)',
    '🤖 Taux de résolution automatique : 100 %',
    '⏱️ Temps moyen de résolution : 2 jours',
    '📊 Erreurs les plus fréquentes',
    '   1. Uncaught Error: often (3 occurrences)',
    expect.stringContaining('(1 occurrence)'),
    expect.stringContaining('(1 occurrence)'),
    '👥 Clients les plus affectés',
    '   1. qa@gites.example (3 erreurs)',
  ]);
});

it('says of an empty database that there is nothing yet', async () => {
  const found = await open.page.loadMonitoringData();
  expect(found).toMatchObject({ tickets: 0, automaticResolutionRate: null, meanResolutionTime: null });
  expect(open.lines).toEqual([
    '🎫 Aucun ticket : 0 auto, 0 manuel(s), 0 ouvert(s)',
    '🤖 Taux de résolution automatique : rien n’est encore réglé',
    '⏱️ Temps moyen de résolution : rien n’est encore réglé',
    '📊 Erreurs les plus fréquentes',
    '👥 Clients les plus affectés',
    '   personne de connu pour l’instant',
  ]);
});
