import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, parseSetting } from '../../../src/core/settings.ts';
import { createTranslator } from '../../../src/platform/i18n.ts';
import { identityProblems } from '../../../src/ui/options/identity-problems.ts';
import { hostOf, readSiteAddress } from '../../../src/ui/options/sites/site-address.ts';
import { readHours, readWhole, ticketDraft, THRESHOLD } from '../../../src/ui/options/ticket-rules.ts';

function problems(client_id: string, client_email: string): string[] {
  return Object.keys(identityProblems({ client_id, client_email }, createTranslator('fr')));
}

describe('identityProblems', () => {
  it.each(['', ' a@b.fr ', 'prenom.nom+qa@sous.exemple.fr'])('takes the address "%s", as the settings do', (email) => {
    expect(problems('', email)).toEqual([]);
    expect(parseSetting('identity', { client_email: email.trim() }).ok).toBe(true);
  });

  it.each(['a', 'a@', '@b.fr', 'a@b', 'a b@c.fr', 'a@b..fr'])(
    'refuses the address "%s", as the settings do',
    (email) => {
      expect(problems('', email)).toEqual(['client_email']);
      expect(parseSetting('identity', { client_email: email }).ok).toBe(false);
    },
  );

  it('refuses what is too long', () => {
    expect(problems('x'.repeat(321), '')).toEqual(['client_id']);
    expect(parseSetting('identity', { client_id: 'x'.repeat(321) }).ok).toBe(false);
  });
});

describe('numbers of the ticket rules', () => {
  it.each([
    ['1', 1],
    [' 25 ', 25],
    ['1000000', 1_000_000],
    ['0', null],
    ['1000001', null],
    ['1.5', null],
    ['-1', null],
    ['1e3', null],
    ['', null],
    ['un', null],
  ])('threshold "%s" is %s', (text, value) => {
    expect(readWhole(text, THRESHOLD)).toBe(value);
  });

  it.each([
    ['24', 86_400_000],
    ['0,5', 1_800_000],
    ['0.5', 1_800_000],
    ['.5', 1_800_000],
    ['8784', 366 * 86_400_000],
    ['8785', null],
    ['0', null],
    ['0.0001', null],
    ['1,5,2', null],
    ['', null],
  ])('%s hours are %s ms', (text, value) => {
    expect(readHours(text)).toBe(value);
  });

  it.each([1_000, 90_000, 86_400_000, 366 * 86_400_000])(
    '%d ms are read back as they were written',
    (monitoringDuration) => {
      for (const locale of ['fr', 'en', 'de-CH']) {
        const { hours } = ticketDraft({ ...DEFAULT_SETTINGS.tickets, monitoringDuration }, locale);
        expect(Math.abs((readHours(hours) ?? 0) - monitoringDuration)).toBeLessThan(4);
      }
    },
  );
});

describe('readSiteAddress', () => {
  it.each([
    ['https://recette.exemple.fr/gites?x=1', '*://recette.exemple.fr/*', 'recette.exemple.fr'],
    ['recette.exemple.fr', '*://recette.exemple.fr/*', 'recette.exemple.fr'],
    [' http://localhost:3000 ', '*://localhost:3000/*', 'localhost:3000'],
    ['192.168.0.12:8080', '*://192.168.0.12:8080/*', '192.168.0.12:8080'],
    ['http://[::1]/', '*://[::1]/*', '[::1]'],
    ['https://*.recette.exemple.fr/*', '*://*.recette.exemple.fr/*', '*.recette.exemple.fr'],
  ])('%s is %s', (text, pattern, host) => {
    expect(readSiteAddress(text)).toBe(pattern);
    expect(hostOf(pattern)).toBe(host);
  });

  it.each([
    '',
    'bonjour',
    'deux mots.fr',
    'ftp://exemple.fr',
    'chrome://settings',
    'javascript:alert(1)',
    'https://',
    'https://*.fr',
  ])('refuses "%s"', (text) => {
    expect(readSiteAddress(text)).toBeNull();
  });
});
