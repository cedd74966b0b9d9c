import type { KeyClass, KeyHit } from './key-words.ts';
import { looksChosen, looksRandom } from './random.ts';
import { trimmedEnd } from './spans.ts';

/**
 * How name and value are joined. `assigned`: written by a program (`a=b`, `"a":"b"`, `a: "b"`). `colon`: `a: b`, by a program or by a
 * person. `is`: `a is b`. `beside`: `a b`.
 */
export type Joint = 'assigned' | 'colon' | 'is' | 'beside';

/** What programs write where a value is missing, masked already, or still to be filled in. */
const EMPTY =
  /^(?:null|undefined|true|false|nan|none|nil|void|string|number|boolean|object|function|include|omit|same-origin|\*+|•+|x{3,}|\.{3}|…|%[a-z]|\$?\{\w{0,40}\}?|<[\w -]{1,40}>|\[object \w{1,40}\]?)$/i;

/** Words that follow a secret's name in sentences about it, French and English. */
const PROSE = new Set(
  (
    'is are was were be must should shall can cannot could will would does did has have had not no too the a an of for in on to and or ' +
    'with without from by at this that your you field fields value required require requires invalid valid incorrect wrong missing ' +
    'expired empty short long weak strong blank mandatory expected unexpected received got failed failure error denied rejected ' +
    'revoked unknown found changed updated reset forgotten forgot mismatch match matches confirmation min max minimum maximum ' +
    "est sont était doit doivent peut ne n’est n'est pas trop le la les un une des du de pour dans et ou avec sans votre vos ce cette " +
    'champ champs valeur requis requise obligatoire obligatoires invalide invalides valide incorrecte incorrects manquant manquante ' +
    'expiré expirée vide court courte faible fort oublié oubliée perdu perdue refusé refusée échec erreur modifié modifiée ' +
    'inconnu inconnue attendu reçu différent différents identiques réinitialisé réinitialisée'
  ).split(' '),
);

/** Whether the value beside a secret's name is to be masked. */
export function isSecretValue(value: string, key: Pick<KeyHit, 'class' | 'plural'>, joint: Joint): boolean {
  const bare = value.slice(0, trimmedEnd(value, 0, value.length));
  if (/^[{([]*$/.test(bare) || EMPTY.test(bare) || EMPTY.test(value)) return false;
  return JUDGES[key.class](bare, joint, key.plural) && !isSentence(value);
}

const JUDGES: Record<KeyClass, (value: string, joint: Joint, plural: boolean) => boolean> = {
  header: (value) => !isProse(value),
  cookie: (value, joint) => joint !== 'colon' || value.includes('=') || value.split(/\s+/u).some(looksChosen),
  password: isPassword,
  token: isToken,
  code: isCode,
  weak: looksRandom,
};

function isPassword(value: string, joint: Joint): boolean {
  if (joint === 'assigned') return true;
  if (joint === 'colon') return !isProse(value) && !/^\d{1,3}$/.test(value);
  if (joint === 'is') return value.length >= 4 && /[^\p{Ll}'’-]/u.test(value.slice(1)) && !isProse(value);
  return value.length >= 6 && /\d/.test(value) && /\p{L}/u.test(value) && !isName(value);
}

function isProse(value: string): boolean {
  return value.split(/\s+/u).every((word) => PROSE.has(word.toLowerCase()));
}

function isToken(value: string, joint: Joint, plural: boolean): boolean {
  if (/^[^\p{L}\p{N}]{1,3}$/u.test(value) || /^\d{1,3}$/.test(value)) return false;
  if (/^[\d.,]+$/.test(value) && (plural || joint === 'is' || joint === 'beside')) return false;
  if (joint === 'assigned') return true;
  if (joint === 'colon') return value.length >= 4 && !/^\p{L}?[\p{Ll}'’-]{1,20}$/u.test(value);
  return looksChosen(value) && !isName(value);
}

/** Beside a name only digits; a program may also assign letters with digits. */
function isCode(value: string, joint: Joint): boolean {
  if (/^\d[\d .-]{2,22}$/.test(value)) return true;
  return joint === 'assigned' && /^[\w-]{4,40}$/.test(value) && /\d/.test(value);
}

/** Names with a number in them that stand beside such words in messages, paths and addresses. */
function isName(value: string): boolean {
  return (
    /^(?:sha-?\d+|md5|hs\d+|rs\d+|es\d+|oauth-?\d|saml-?\d|base64(?:url)?|utf-?\d+|http\d|v\d[\d.]*|bcrypt|argon2\w*)$/i.test(
      value,
    ) || /:\/\/|^[./\\]/.test(value)
  );
}

/** Of a validation message, hardly of a passphrase. */
const VERDICT =
  /(?<!\p{L})(?:must|should|required|invalid|incorrect|missing|expired|too (?:short|long|weak)|at least|characters?|do(?:es)? not match|doit|doivent|requis|obligatoire|invalide|manquante?|expirée?|trop (?:court|long|faible)|au moins|caractères?|ne correspond)(?!\p{L})/iu;

/** A message about the secret ("The password must have 8 characters"), not the secret: three words or more, one of them a verdict. */
function isSentence(value: string): boolean {
  const words = value.split(/\s+/u).filter((word) => /^[["'(]*[\p{L}'’]+[\])"',.:;]*$|^\d{1,3}[.,]?$/u.test(word));
  return (
    words.length >= 3 &&
    words.length === value.trim().split(/\s+/u).length &&
    value.length <= 300 &&
    VERDICT.test(value)
  );
}
