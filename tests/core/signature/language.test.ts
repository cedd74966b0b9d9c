import { expect, test } from 'vitest';
import { neutralText } from '../../../src/core/signature/language.ts';
import { DOMAIN_MEANINGS } from '../../../src/core/signature/lexicon-domains.ts';
import { MEANINGS } from '../../../src/core/signature/lexicon.ts';

test.each([
  ['Délai dépassé après * ms (créneau)', 'Timed out after * ms (créneau)'],
  ['Réponse 500 pour /api/gites/*/disponibilites', 'Status 500 for /api/gites/*/disponibilites'],
  ['Tarif introuvable pour le gîte * (semaine du *)', 'No rate for cottage * (week of *)'],
  ['Colonne * absente du tableau', 'Column * missing from the table'],
  ['Adresse de facturation obligatoire', 'The billing address is required'],
  ['Saison inconnue : *', 'Unknown season: *'],
  ["Signature obligatoire avant l'envoi de la facture", 'Signature required before sending the invoice'],
  ['Impossible de charger le fichier *', 'Unable to load the file *'],
  ['Rendez-vous déjà annulé', 'The appointment is already cancelled'],
  ["Le créneau n'est plus disponible", 'The slot is not available any more'],
  ['Session expirée', 'Session expired'],
  ['Accès refusé', 'Access denied'],
  ['Table * déjà prise par *', 'Table * already taken by *'],
  ['La facture * est déjà payée', 'Invoice * is already paid'],
  ['Pas de réponse en * (caisse)', 'No answer within * (caisse)'],
  ['Vélo * indisponible à partir du *', 'Bike * unavailable from *'],
  ['Impossible d’ouvrir le calendrier', 'Cannot open the calendar'],
  ['La date ne peut pas être vide', 'The date cannot be empty'],
  ['Session expirée, reconnectez-vous', 'Session expired, please sign in again'],
  ['Date de départ antérieure à la date d’arrivée', 'Departure date is before the arrival date'],
  ['Veuillez réessayer plus tard', 'Please try again later'],
  ['Ménage non planifié', 'Cleaning not scheduled'],
  ['Le mois demandé est hors saison', 'The requested month is out of season'],
])('is the same in French and in English: %s', (french, english) => {
  expect(neutralText(french)).toBe(neutralText(english));
  expect(neutralText(french)).not.toBeNull();
});

test.each([
  ['Délai dépassé après * ms (créneau)', 'Délai dépassé après * ms (confirmation)'],
  ['Tarif introuvable', 'Tarif expiré'],
  ['Status 500 for /api/orders', 'Status 404 for /api/orders'],
  ['Status 500 for /api/orders', 'Status 500 for /api/guests'],
  ['Note introuvable', 'Not found'],
  ["column 'a' does not exist", "column 'b' does not exist"],
  ['invalid colour of the parquet', 'invalid colour of the carpet'],
  ['carte refusée', 'panier refusé'],
])('keeps apart what differs: %s / %s', (one, other) => {
  expect(neutralText(one)).not.toBe(neutralText(other));
});

test('leaves a text alone in which it knows no word', () => {
  expect(neutralText('abracadabra simsalabim')).toBeNull();
  expect(neutralText('')).toBeNull();
});

test('gives every word one meaning', () => {
  const seen = new Map<string, string>();
  for (const line of (MEANINGS.trim() + DOMAIN_MEANINGS).trimEnd().split('\n')) {
    const [meaning = '', rest = ''] = line.split(/:(.*)/s);
    const [words = '', ...phrases] = rest.split('|');
    for (const entry of [...words.trim().split(' '), ...phrases.map((phrase) => phrase.trim())].filter(
      (text) => text !== '',
    )) {
      expect(`${entry}: ${seen.get(entry) ?? meaning}`).toBe(`${entry}: ${meaning}`);
      seen.set(entry, meaning);
    }
  }
  expect(seen.size).toBeGreaterThan(1_000);
});
