import { describe, expect, it } from 'vitest';
import { createTranslator, frenchSpacing, resolveLanguage } from '../../src/platform/i18n.ts';

const NARROW = '\u202F';

describe('resolveLanguage', () => {
  it('follows the choice whatever the browser speaks', () => {
    expect(resolveLanguage('en', 'fr-FR')).toBe('en');
    expect(resolveLanguage('fr', 'de')).toBe('fr');
  });

  it.each([
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['FR-be', 'fr'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['frr', 'en'],
    ['', 'en'],
  ])('follows the browser where nothing is chosen: %s → %s', (browser, language) => {
    expect(resolveLanguage('auto', browser)).toBe(language);
  });
});

describe('frenchSpacing', () => {
  it('gives French punctuation its no-break spaces', () => {
    expect(frenchSpacing('Quoi ? « Tout » : oui ; non !')).toBe(
      `Quoi${NARROW}? «${NARROW}Tout${NARROW}»\u00A0: oui${NARROW}; non${NARROW}!`,
    );
  });

  it('leaves number skeletons of ICU alone', () => {
    expect(frenchSpacing('{rate, number, ::percent}')).toBe('{rate, number, ::percent}');
  });
});

describe('createTranslator', () => {
  const errors = {
    en: '{count, plural, one {# error} other {# errors}}',
    fr: '{count, plural, one {# erreur} other {# erreurs}}',
  };

  it('counts as each language does: French treats zero as one', () => {
    const en = createTranslator('en');
    const fr = createTranslator('fr');
    expect(en.t(errors, { count: 0 })).toBe('0 errors');
    expect(fr.t(errors, { count: 0 })).toBe('0 erreur');
    expect(en.t(errors, { count: 1 })).toBe('1 error');
    expect(fr.t(errors, { count: 1200 })).toBe(`1${NARROW}200 erreurs`);
  });

  it('puts values in as text, braces and markup included', () => {
    expect(createTranslator('en').t({ en: 'On {host}', fr: 'Sur {host}' }, { host: '<b>{x}</b>' })).toBe(
      'On <b>{x}</b>',
    );
  });

  it("uses the person's own variant of the language for dates", () => {
    const time = '2025-11-02T09:05:07.000Z';
    expect(createTranslator('en', ['fr-FR', 'en-GB']).date(time)).toBe('2 Nov 2025');
    expect(createTranslator('en', ['en-US']).date(time)).toBe('Nov 2, 2025');
    expect(createTranslator('fr', ['en-GB', 'fr-CA']).locale).toBe('fr-CA');
    expect(createTranslator('fr', ['en-GB']).locale).toBe('fr');
  });

  it('shows a time it cannot read as it is', () => {
    const fr = createTranslator('fr');
    expect(fr.dateTime('hier')).toBe('hier');
    expect(fr.relative('hier', 0)).toBe('hier');
  });

  it.each([
    [0, 'maintenant'],
    [59_000, 'il y a 59 s'],
    [60_000, 'il y a 1 min'],
    [3_599_000, 'il y a 59 min'],
    [3_600_000, 'il y a 1 h'],
    [86_400_000, 'hier'],
    [20 * 86_400_000, 'il y a 20 jours'],
    [800 * 86_400_000, 'il y a 2 ans'],
    [-7_200_000, 'dans 2 h'],
  ])('tells an age of %d ms as « %s »', (age, said) => {
    const now = Date.parse('2025-11-22T12:00:00.000Z');
    const iso = new Date(now - age).toISOString();
    expect(createTranslator('fr').relative(iso, now).replaceAll('\u00A0', ' ')).toBe(said);
  });
});
