import { readAddress } from './address.ts';
import { clip, oneLine } from './text.ts';
import { isId, isLanguage } from './path-segment.ts';

/** Words of operations and sub-resources: a hyphenated segment with one of them is a name (`reset-password`), not a record's slug. */
const API_WORDS = new Set(
  (
    'a action actions activate active add admin all api archive auth availability batch bulk by calendar cancel change charge check checkout clear ' +
    'close complete config configuration confirm copy count create current daily dashboard data delete details disable download edit ' +
    'email enable error errors event events export feature file files find flags forgot get health history id import info init invite items key ' +
    'keys last latest lines link list log login logout logs lookup mark me messages method methods metrics monthly my new next notes notify of open ' +
    'opt order orders out page password pay payment payments pdf ping preview price prices print process profile public publish query read ready rebuild recent ' +
    'refresh refund register reject remove renew report reports request requests reset resend restore retry run save search send ' +
    'session set settings share sign signup site start stats status stop submit subscribe summary sync terms test token tokens total totals ' +
    'type types undo unread unsubscribe update upload url usage user users validate verify version view webhook weekly with ' +
    'ajouter annuler archiver calculer changer confirmer creer de demande demandes derniers disponibilite disponibilites du en envoyer etat export facture factures ' +
    'imprimer jour jours liste livraison lu lus mes mois mot moyens non paiement paiements par passe recherche relance reservation reservations sur ' +
    'tarif tarifs telecharger valider'
  ).split(' '),
);

/** Is a segment the slug of a record (`grange-aux-hirondelles`) of the collection before it (`gites`)? */
function isSlug(segment: string, before: string): boolean {
  if (!/[sx]$/i.test(before) || !/^[\p{Ll}\d]+(?:-[\p{Ll}\d]+)+$/u.test(segment)) return false;
  return !segment.split('-').some((word) => API_WORDS.has(word));
}

function stableSegment(segment: string, before: string): string {
  if (/^v\d{1,2}$/i.test(segment)) return segment;
  const dot = segment.lastIndexOf('.');
  const stem = dot > 0 && /^\.[a-z]{2,5}$/i.test(segment.slice(dot)) ? segment.slice(0, dot) : segment;
  if (isId(stem) || isSlug(stem, before)) return `*${segment.slice(stem.length)}`;
  return segment.length > 60 ? '*' : segment;
}

/** The path of a request without host, query, language, and with `*` for the ids of records: `/api/gites/{id}/photos` with `*` as id. */
export function endpoint(url: string): string {
  const { scheme, segments } = readAddress(url);
  if (scheme === 'data' || scheme === 'blob') return `(${scheme})`;
  const kept = segments.filter((segment, index) => !(isLanguage(segment) && index < 2));
  const path = kept.map((segment, index) => stableSegment(segment, kept[index - 1] ?? ''));
  return clip(oneLine(`/${path.join('/')}`), 160);
}
