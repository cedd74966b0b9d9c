import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedAsOne } from '../../../src/core/signature/counted.ts';

describe('what a number counts', () => {
  test.each([
    ['* pièce manquante au dossier', '* pièces manquantes au dossier'],
    ['Il reste * nuit libre', 'Il reste * nuits libres'],
    ['* chambre est déjà réservée', '* chambres sont déjà réservées'],
    ['* box is still open', '* boxes are still open'],
    ['* jeu non rendu', '* jeux non rendus'],
    ['* dossier client bloqué', '* dossiers clients bloqués'],
  ])('%s', (one, many) => {
    expect(countedAsOne(many)).toBe(countedAsOne(one));
    expect(countedAsOne(one)).toBe(one);
  });

  test.each([
    'Carte * bloquée depuis le *',
    '* fois de suite sans les accès',
    'Round * has no vet',
    'les pièces manquantes',
    'Cart::* items',
    '* Items',
    '* constructor',
    'The module * does not provide it',
    '* deux fois',
    'Paramètre * requis',
    '* devis compris',
  ])('leaves alone what is not counted: %s', (text) => {
    expect(countedAsOne(text)).toBe(text);
  });

  test('twice is once', () => {
    const words = constantFrom('*', 'pièces', 'sont', 'boxes', 'accès', 'has', 'les', 'Items', '(*)', 'bass');
    assert(
      property(array(words, { maxLength: 8 }), (list) => {
        const once = countedAsOne(list.join(' '));
        expect(countedAsOne(once)).toBe(once);
      }),
    );
  });
});
