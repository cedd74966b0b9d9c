import { isKnownWord } from './language.ts';

/** Reason phrases of HTTP are written like names of people: `Too Many Requests`. */
const REASONS =
  'Bad Request|Payment Required|Not Found|Method Not Allowed|Not Acceptable|Request Timeout|Length Required|Precondition Failed|Payload Too Large|' +
  'Content Too Large|URI Too Long|Unsupported Media Type|Range Not Satisfiable|Expectation Failed|Misdirected Request|Unprocessable Entity|' +
  'Unprocessable Content|Failed Dependency|Too Early|Upgrade Required|Precondition Required|Too Many Requests|Internal Server Error|' +
  'Not Implemented|Bad Gateway|Service Unavailable|Gateway Timeout|Gateway Time-out|Insufficient Storage|Loop Detected|Not Extended';

const IS_REASON = new RegExp(`^(?:${REASONS})$`);

/** Words that no name holds: `Network Error`, `Invalid Token`. */
const NOT_A_NAME =
  /^(?:Error|Errors|Exception|Request|Response|Network|Server|Service|Internal|Invalid|Failed|Not|Bad|Gateway|Timeout|Unauthorized|Forbidden|Access|Token|Type|Reference|Syntax|Range|Supabase|Stripe|Google|Facebook|Microsoft|Windows|Internet|Chrome|Firefox|Safari|Web|Node|React|Vue|Angular|Content|Security|Policy|Cross|Origin|Json|Http|Https|Api|Url|Uri|Id|Erreur|Serveur|Requête|Réponse)$/;

/** A word of a name: `Dupont`, `Jean-Luc`, `d’Arcy`, `O'Brien`. */
const WORD = "\\p{Lu}(?:['’]\\p{Lu})?[\\p{Ll}'’]+(?:[-'’]\\p{Lu}?\\p{Ll}+)*";

/** More of them, with the particles of names between: `Dupont`, ` van der Berg`. */
const MORE = `(?: (?:(?:d[eu]s?|la|le|van|von|der|den|di|da|el|bin|ben|d['’]) ?){0,2}${WORD})`;

/** Two or more capitalised words in a row, behind a word of the sentence. */
const PEOPLE = new RegExp(`(?<=[^\\s.!?:;>\\]*-] +|[,(] ?)${WORD}${MORE}+`, 'gu');

/** The same where a sentence begins, which any word does with a capital: behind it the sentence goes on in small letters. */
const FIRST = new RegExp(`(?<=^|[:;\\]] )(${WORD})${MORE}+(?= [\\p{Ll}:(])`, 'gu');

/** A name behind a title: `M. Dupont`. */
const TITLED = new RegExp(`(?<![\\p{L}\\p{N}])(?:MM?\\.|Mme|Mlle|Mrs?\\.?|Ms\\.?|Dr\\.?) ${WORD}${MORE}*`, 'gu');

function isName(found: string): boolean {
  return !IS_REASON.test(found) && !found.split(/[ -]/).some((word) => NOT_A_NAME.test(word));
}

/** Masks what is written like a person's name: `could not tell Marie Dupont` → `could not tell *`. */
export function maskPeople(text: string): string {
  return text
    .replace(TITLED, '*')
    .replace(FIRST, (found, first: string) => (isName(found) && !isKnownWord(first) ? '*' : found))
    .replace(PEOPLE, (found) => (isName(found) ? '*' : found));
}
