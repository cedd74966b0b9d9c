import { expect, test } from 'vitest';
import { joinTeam } from '../../../src/storage/membership.ts';
import { saveSetting } from '../../../src/storage/preferences.ts';
import { ago, HOUR, NOW } from '../../core/samples.ts';
import { freshDatabase } from '../support.ts';
import { importAll } from '../through-a-file.ts';
import { TEAM } from './exchange.ts';

const WORDING = {
  id: 'error-detected/client/fr',
  name: 'error-detected',
  audience: 'client',
  language: 'fr',
  subject: 'Bonjour',
  text: 'Bonjour',
  html: '<p>Bonjour',
  updated_at: NOW,
};

test('in a team, an import changes this browser’s own settings and refuses what the team has in common', async () => {
  const db = freshDatabase();
  await joinTeam(db, TEAM);
  await saveSetting(db, 'tickets', { threshold: 3 }, ago(HOUR));
  const before = await db.cm_settings.get('tickets');
  const { refused } = await importAll(db, {
    settings: [
      { key: 'language', value: 'en', updated_at: NOW },
      { key: 'tickets', value: { threshold: 9 }, updated_at: NOW },
    ],
    cm_notification_templates: [WORDING],
  });
  expect(refused.map(({ table, id }) => [table, id])).toEqual([
    ['cm_settings', 'tickets'],
    ['cm_notification_templates', 'error-detected/client/fr'],
  ]);
  expect(await db.cm_settings.get('tickets')).toEqual(before);
  expect(await importAll(db, { settings: [before] })).toMatchObject({ kept: 1, refused: [] });
  expect(await db.cm_settings.get('language')).toMatchObject({ value: 'en' });
  expect(await db.cm_notification_templates.count()).toBe(0);
});

test('without a team, it takes them', async () => {
  const db = freshDatabase();
  const { refused } = await importAll(db, { cm_notification_templates: [WORDING] });
  expect(refused).toEqual([]);
  expect(await db.cm_notification_templates.count()).toBe(1);
});
