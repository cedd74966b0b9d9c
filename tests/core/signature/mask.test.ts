import { describe, expect, test } from 'vitest';
import { maskValues } from '../../../src/core/signature/mask.ts';
import { maskPeople } from '../../../src/core/signature/names-of-people.ts';
import { maskQuoted } from '../../../src/core/signature/quotes.ts';
import { structured } from '../../../src/core/signature/structured.ts';

describe('values', () => {
  test.each([
    ['quota of 12 writes exceeded', 'quota of * writes exceeded'],
    ['lot 3f0c9a52-7d1e-4b7a-9c55-0a6d2f6e1b34 lost', 'lot * lost'],
    ['mail to marie.dupont@example.org failed', 'mail to * failed'],
    ['2025-01-31T07:40:00Z ERROR planning', '* ERROR planning'],
    ['from 13/07/2024 to 2024-07-20', 'from * to *'],
    ['réservé du 13 juillet 2024 au sam. 20 juil.', 'réservé du * au *'],
    ['due July 13th, 2024', 'due *'],
    ['at Sat Jul 13 2024 12:22:31 GMT+0200 (heure d’été d’Europe centrale)', 'at *'],
    ['montant 1 234,50 € refusé', 'montant * refusé'],
    ['amount $1,234.50 refused', 'amount * refused'],
    ['booking R-2024-00812, invoice F2024-20', 'booking *, invoice *'],
    ['card 4111 1111 1111 1111', 'card *'],
    ['request 7f3a9c failed, then 01be77', 'request * failed, then *'],
    ['a tax of 5.5e-3, of 1e+21, of 12', 'a tax of *, of *, of *'],
    ['balance −4,50', 'balance *'],
    ['call +33 6 12 34 56 78', 'call *'],
    ['ids 12, 15, 18', 'ids *'],
    ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dGVzdA expired', 'token * expired'],
    ['Bearer abcDEF.ghi', 'Bearer *'],
    ['password: hunter', 'password *'],
    ['key sk_live_AbCdEfGhIjKlMnOpQrSt used', 'key * used'],
    ['GET https://api.example.fr/api/gites/4512/photos?token=secret.', 'GET /api/gites/*/photos.'],
    ['no answer from /api/orders/12/lines', 'no answer from /api/orders/*/lines'],
    ['could not load https://a.example/assets/grille-Bb_Y7-z2.js', 'could not load grille.js'],
    ['due 12 juil. 2024 à 10:00, due Jul 12, 2024, 10:00 AM', 'due *, due *'],
    ['sent Fri, 12 Jul 2024 10:00:00 GMT', 'sent *'],
    ['address 2001:db8::1 and fe80::1ff:fe23:4567:890a refused', 'address * and * refused'],
    ['locale fr-FR, then pt_BR', 'locale *, then *'],
    ['gave up after 1.5 s, after 250 ms', 'gave up after *, after *'],
    ['photo of 12,5 Mo, of 900 Ko', 'photo of *, of *'],
    ['open since 2 jours, since 3 h 12 min, since 47 minutes', 'open since *, since *, since *'],
    ['open for 2 days and 3 hours, at most 12 km', 'open for *, at most *'],
    ['3 médicaments, 5 games', '* médicaments, * games'],
    ['file photo_1234.jpg, file vacances.png', 'file *, file *'],
    ['version 2.0.0-beta.1 wanted', 'version * wanted'],
    ['Key (email)=(marie) already exists.', 'Key (email)=(*) already exists.'],
  ])('%s', (text, masked) => {
    expect(maskValues(text)).toBe(masked);
  });

  test.each([
    'Status 500 for the list',
    'Request failed with status code 404',
    'réponse 503 du serveur',
    'the server returned 502',
    'no list (404)',
    'error code 42703',
    'Minified React error #31',
    'utf8 text, http2, base64',
    'NG0100: changed after it was checked',
    'duplicate key value violates unique constraint bookings_guest_id_fkey',
    'column cm_support_tickets.validation_status does not exist',
    'std::map of Cart::total, a-b and en-tete',
  ])('keeps what tells errors apart: %s', (text) => {
    expect(maskValues(text)).toBe(text);
  });
});

const asIs = (name: string): string => name;

describe('quotes', () => {
  test.each([
    ['invalid input syntax for type uuid: "abc-12"', 'invalid input syntax for type uuid: *'],
    ['Voyageur "Marie Dupont" introuvable', 'Voyageur * introuvable'],
    ['Colonne "prix" absente du tableau', 'Colonne * absente du tableau'],
    ['tarif « haute » inconnu', 'tarif * inconnu'],
    ["no rate for 'high-season'", 'no rate for *'],
    ["the guests' list isn't ready", "the guests' list isn't ready"],
    ["l'annonce d'un gîte", "l'annonce d'un gîte"],
    ['column "name" of relation "guests" does not exist', "column 'name' of relation 'guests' does not exist"],
    [
      "Could not find the 'color' column of 'bookings' in the schema cache",
      "Could not find the 'color' column of 'bookings' in the schema cache",
    ],
    ['function "refresh" called twice', "function 'refresh' called twice"],
    ['setting "bookingCalendar" is unknown', "setting 'bookingCalendar' is unknown"],
    ['field "created_at" is unknown', "field 'created_at' is unknown"],
    ['secret "AbCdEfGhIjKlMnOpQr" leaked', 'secret * leaked'],
  ])('%s', (text, masked) => {
    expect(maskQuoted(text, asIs)).toBe(masked);
  });
});

describe('people', () => {
  test.each([
    ['Impossible de prévenir Marie Dupont : boîte pleine', 'Impossible de prévenir * : boîte pleine'],
    ['Impossible de prévenir Jean-Luc Le Goff : boîte pleine', 'Impossible de prévenir * : boîte pleine'],
    ['Impossible de prévenir Søren Ångström : boîte pleine', 'Impossible de prévenir * : boîte pleine'],
    ['invite for Anna van der Berg is stale', 'invite for * is stale'],
    ['the answer was Too Many Requests', 'the answer was Too Many Requests'],
    ['it said Network Error', 'it said Network Error'],
    ['Payment Failed', 'Payment Failed'],
    ['Claire Fontaine n’a pas confirmé', '* n’a pas confirmé'],
    ['Jean-Baptiste Le Guen n’a pas confirmé', '* n’a pas confirmé'],
    ['Zoé d’Arcy n’a pas confirmé', '* n’a pas confirmé'],
    ['[desk] Marie Dupont left', '[desk] * left'],
    ['Booking Engine is down', 'Booking Engine is down'],
    ['Network Error while saving', 'Network Error while saving'],
    ['Prolongation refusée pour Loïc L’Hermitte', 'Prolongation refusée pour *'],
    ['refusé par M. Dupont', 'refusé par *'],
    ['Mme Le Goff a annulé', '* a annulé'],
  ])('%s', (text, masked) => {
    expect(maskPeople(text)).toBe(masked);
  });
});

const upper = (text: string): string => text.toUpperCase();

describe('objects', () => {
  test('counts keys and names, not values', () => {
    expect(structured('{"code":"CARD_REFUSED","booking":8812,"amount":1234.5}', upper)).toBe(
      '{amount, booking, code: CARD_REFUSED}',
    );
    expect(structured('{"amount":89,"booking":20471,"code":"CARD_REFUSED"}', upper)).toBe(
      '{amount, booking, code: CARD_REFUSED}',
    );
    expect(structured('{"code":"CAP_EXCEEDED","booking":1,"amount":2}', upper)).toBe(
      '{amount, booking, code: CAP_EXCEEDED}',
    );
  });

  test('passes the texts of telling keys on', () => {
    expect(structured('{"message":"no such column","hint":"try x"}', upper)).toBe('{hint, message: NO SUCH COLUMN}');
  });

  test('reads an object at the end of a text, nested objects and lists of objects', () => {
    expect(structured('save failed: {"error":{"code":"E1","at":"2024"}}', upper)).toBe(
      'SAVE FAILED: {error: {at, code: E1}}',
    );
    expect(structured('[{"id":1,"name":"Zoe"},{"id":2}]', upper)).toBe('[{id, name: ZOE}]');
  });

  test('masks keys that are ids', () => {
    expect(structured('{"8812":1,"20471":2}', upper)).toBe('{*}');
  });

  test.each([
    [
      '{"code":"E1","self":[Circular],"at":undefined,"load":[Function: load],"when":[Getter]}',
      '{at, code: E1, load, self, when}',
    ],
    ['{"code":"E1","node":button#save,"list":[1,2,[Map]],"deep":{"a":{"b":…', '{code: E1, deep: {a: {b}}, list, node}'],
    ['{"code":"E1","text":"it said \\"no\\" {twice}","big":12n}', '{big, code: E1, text}'],
    ['[[Circular],{"code":"E1"}]', '[]'],
    ['{}', '{}'],
  ])('reads what recorders make of objects: %s', (json, form) => {
    expect(structured(json, upper)).toBe(form);
  });

  test.each(['plain text', '{not json}', '[GC] lost', '{"a":1} and more', '"text"', '12'])(
    'leaves other texts alone: %s',
    (text) => {
      expect(structured(text, upper)).toBeNull();
    },
  );
});
