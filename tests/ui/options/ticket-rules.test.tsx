// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, parseSetting, type Settings } from '../../../src/core/settings.ts';
import { TicketsSection } from '../../../src/ui/options/tickets-section.tsx';
import {
  answerMessages,
  choose,
  click,
  emptyDatabase,
  find,
  hide,
  labelled,
  says,
  show,
  submit,
  text,
  type,
  until,
} from '../support.tsx';

const stored = DEFAULT_SETTINGS.tickets;

function open(rules: Settings['tickets'] = stored): ReturnType<typeof answerMessages> {
  const asked = answerMessages();
  show(<TicketsSection stored={rules} />, 'fr');
  return asked;
}

/** The rules that the form sent last, which the settings take as they are. */
function sent(asked: ReturnType<typeof answerMessages>): unknown {
  const [message] = asked.mock.lastCall ?? [];
  if (message?.type !== 'settings.save') throw new Error('nothing was saved');
  const { value } = message;
  expect(parseSetting('tickets', value)).toMatchObject({ ok: true, value });
  return value;
}

function isTicked(label: string): boolean {
  const box = find('#tickets label.check', label).querySelector('input');
  return box?.checked === true;
}

beforeEach(emptyDatabase);
afterEach(() => {
  hide();
  vi.restoreAllMocks();
});

it('shows every rule as it is stored, and offers nothing to save', () => {
  open({ ...stored, closeStatuses: ['en_attente_client'], requireExposure: true, types: ['http_error'] });
  expect(find(labelled('Occurrences avant un ticket'))).toHaveProperty('value', '1');
  expect(find(labelled('Monitoring, en heures'))).toHaveProperty('value', '24');
  expect(find(labelled('Priorité des tickets automatiques'))).toHaveProperty('value', 'haute');
  expect(find(labelled('Réponses HTTP'))).toHaveProperty('value', '404, 500-999');
  const ticked = ['Erreur HTTP', 'Erreur console', 'En cours', 'En attente client', 'revu la page'].map(isTicked);
  expect(ticked).toEqual([true, false, false, true, true]);
  expect(find('#tickets button', 'Enregistrer').hasAttribute('disabled')).toBe(true);
});

it('sends all of them, as a person set them', () => {
  const asked = open();
  type(labelled('Occurrences avant un ticket'), '3');
  type(labelled('Monitoring, en heures'), '0,5');
  choose(labelled('Priorité des tickets automatiques'), 'basse');
  click('#tickets label.check', 'Avertissement console');
  type(labelled('Réponses HTTP'), '401; 404 500-599');
  click('#tickets label.check', 'En attente client');
  click('#tickets label.check', 'En cours');
  click('#tickets label.check', 'revu la page');
  submit('#tickets form');
  expect(sent(asked)).toEqual({
    threshold: 3,
    monitoringDuration: 1_800_000,
    priority: 'basse',
    types: [
      'js_error',
      'unhandled_rejection',
      'console_error',
      'console_warn',
      'http_error',
      'network_error',
      'worker_error',
    ],
    httpStatuses: ['401', '404', '500-599'],
    closeStatuses: ['en_cours', 'en_attente_client'],
    requireExposure: true,
  });
});

it('takes back what was ticked', async () => {
  const asked = open({ ...stored, closeStatuses: ['en_attente_client', 'en_cours'], requireExposure: true });
  click('#tickets label.check', 'En cours');
  click('#tickets label.check', 'revu la page');
  submit('#tickets form');
  expect(sent(asked)).toMatchObject({ closeStatuses: ['en_attente_client'], requireExposure: false });
  click('#tickets label.check', 'En cours');
  click('#tickets label.check', 'revu la page');
  await until(() => expect(find('#tickets button', 'Enregistrer').hasAttribute('disabled')).toBe(true));
});

it.each([
  ['Occurrences avant un ticket', '0', 'Un nombre entier de 1 à 1 000 000.'],
  ['Monitoring, en heures', 'un jour', 'Un nombre d’heures de 0,001 à 8 784.'],
  ['Réponses HTTP', '404, 5xx', '5xx n’est pas un statut.'],
  ['Réponses HTTP', '599-500', '599-500 n’est pas un statut.'],
  ['Réponses HTTP', ' ', 'Indiquez au moins un statut, ou décochez « Erreur HTTP »'],
  ['Réponses HTTP', Array.from({ length: 51 }, () => '404').join(','), '50 statuts et plages au plus.'],
])('does not send "%s" as "%s"; says what to do, where it is wrong', async (label, value, sentence) => {
  const asked = open();
  type(labelled(label), value);
  expect(text()).not.toContain(sentence);
  submit('#tickets form');
  await says(sentence);
  await until(() => expect(document.activeElement?.id).toBe(find(labelled(label)).id));
  expect(asked).not.toHaveBeenCalled();
});

it('needs no answers where HTTP errors open no ticket', () => {
  const asked = open();
  click('#tickets label.check', 'Erreur HTTP');
  type(labelled('Réponses HTTP'), '');
  submit('#tickets form');
  expect(sent(asked)).toMatchObject({ httpStatuses: [] });
});
