import { readAddress } from './address.ts';
import { isId, isLanguage } from '../stack/path-segment.ts';
import { clip, oneLine } from './text.ts';

/** Words of operations: a hyphenated segment with one of them is a name (`reset-password`), not the slug of a record. */
const OPERATIONS = new Set(
  (
    'action activate add admin api archive auth availability batch bulk calendar cancel change charge check checkout clear close complete ' +
    'config configuration confirm copy count create current daily data delete details disable download edit email enable error errors event events export ' +
    'feature file files find flags forgot generate get health history id import info init invite items key keys last latest lines list login logout lookup mark ' +
    'me message messages method methods metrics monthly new next notes notify open opt order orders password pay payment payments pdf ping preview price ' +
    'prices print process profile public publish query quote read ready rebuild recent refresh refund register reject remove renew report ' +
    'reports request requests reset resend restore retry run save search send session set settings share sign signup start stats status stop ' +
    'submit subscribe summary sync terms test token tokens total totals type types undo unread unsubscribe update upload url usage validate verify ' +
    'version view webhook weekly ' +
    'ajouter annuler archiver calculer changer confirmer creer demande demandes derniers disponibilite disponibilites envoyer etat facture ' +
    'factures imprimer liste livraison lu lus mot moyens paiement paiements recherche relance reservation reservations tarif tarifs ' +
    'telecharger valider'
  ).split(' '),
);

/** Is a segment the slug of a record (`grange-aux-hirondelles`) of the collection before it (`gites`)? */
function isSlug(segment: string, before: string): boolean {
  if (!/[sx]$/i.test(before) || !/^[\p{Ll}\d]+(?:-[\p{Ll}\d]+)+$/u.test(segment)) return false;
  const words = segment.split('-');
  return !/^(?:by|my|all|par|mes|non)$/.test(words[0] ?? '') && !words.some((word) => OPERATIONS.has(word));
}

function stableSegment(segment: string, before: string): string {
  if (/^v\d{1,2}$/i.test(segment)) return segment;
  if (/[@\s]/.test(segment)) return '*';
  const dot = segment.lastIndexOf('.');
  const stem = dot > 0 && /^\.[a-z]{2,5}$/i.test(segment.slice(dot)) ? segment.slice(0, dot) : segment;
  if (isId(stem) || isSlug(stem, before)) return `*${segment.slice(stem.length)}`;
  return segment.length > 60 ? '*' : segment;
}

/** The path of a request without host, query and language, and with `*` for the ids and slugs of records. */
export function endpoint(url: string): string {
  const { scheme, segments } = readAddress(url);
  if (scheme === 'data' || scheme === 'blob') return `(${scheme})`;
  const kept = segments.filter((segment, index) => !(isLanguage(segment) && index < 2));
  const path = kept.map((segment, index) => stableSegment(segment, kept[index - 1] ?? ''));
  return clip(oneLine(`/${path.join('/')}`), 160);
}

/** The part of a host that somebody registered: `api.staging.example.co.uk` → `example.co.uk`; '' for local hosts and numbers. */
function registered(host: string): string {
  const labels = host.replace(/:\d+$/, '').split('.');
  const top = labels.at(-1) ?? '';
  if (labels.length < 2 || !/^[a-z]{2,}$/.test(top) || top === 'localhost' || top === 'local' || top === 'test')
    return '';
  const parts = top.length === 2 && /^(?:co|com|org|net|gov|gouv|ac|edu|asso)$/.test(labels.at(-2) ?? '') ? 3 : 2;
  return labels.slice(-parts).join('.');
}

/** The endpoint, preceded by the registered host when it belongs to somebody else than the page. */
export function endpointFrom(url: string, pageUrl: string): string {
  const theirs = registered(readAddress(url).host);
  const ours = registered(readAddress(pageUrl).host);
  return theirs !== '' && ours !== '' && theirs !== ours ? `${theirs}${endpoint(url)}` : endpoint(url);
}
