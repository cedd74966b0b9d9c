/**
 * How much a name says about what stands beside it. `header` and `cookie`: everything to the end of the line (`Cookie: a=1; b=2`).
 * `password`: whatever follows. `token`: what follows, unless it is prose. `code`: something with digits. `weak`: only what looks drawn
 * by lot.
 */
export type KeyClass = 'header' | 'cookie' | 'password' | 'token' | 'code' | 'weak';

interface KeyWords {
  class: KeyClass;
  why: string;
  /** Recognised anywhere in a name: `dbPassword`, `x-api-key`, `user_tokens[0]`. */
  anywhere: string;
  /** Recognised only as a whole word of a name, since they occur in others: `pin` in `spin`, `auth` in `author`. */
  whole: string;
}

const GAP = '[\\s_+.-]{0,2}';

/** In order of precedence: at one place of a text the first class that fits counts. */
const KEY_WORDS: readonly KeyWords[] = [
  {
    class: 'header',
    why: 'carries a session or credentials in many shapes',
    anywhere: 'authorization',
    whole: '',
  },
  {
    class: 'cookie',
    why: 'carries sessions, among other things',
    anywhere: `set${GAP}cookie`,
    whole: 'cookies?',
  },
  {
    class: 'password',
    why: 'chosen by people: any shape, often plain words',
    anywhere:
      `passwor[dt]|passwd|passphrase|mots?${GAP}de${GAP}passe?|motdepasse|kennwort|contrase(?:ñ|n)a|` +
      `client${GAP}secret|secret${GAP}key|private${GAP}key|cl[ée]${GAP}(?:secr[èe]te|priv[ée]e)`,
    whole: 'passcode|passe|pass|pwd|pw|mdp|secrets?|credentials?|senha',
  },
  {
    class: 'token',
    why: 'opens a session or an account',
    anywhere:
      `token|jeton|api${GAP}key|cl[ée]${GAP}(?:d['’]?)?api|access${GAP}key|account${GAP}key|auth${GAP}key|encryption${GAP}key|` +
      `signing${GAP}key|service${GAP}role|session${GAP}(?:id|key)|jsessionid|phpsessid|sessid|connect\\.sid|code${GAP}verifier|` +
      `(?:recovery|backup|invite)${GAP}code|magic${GAP}link|remember${GAP}(?:me|token)`,
    whole: `jwt|bearer|sessions?|sid|sess|authentication|auth|csrf|xsrf|sig|hmac|anon${GAP}key|webhook|ssid|hsid|s?apisid`,
  },
  {
    class: 'code',
    why: 'short codes and numbers that confirm a payment or a person; `pin` and `ssn` are other words too',
    anywhere: `cryptogramme|card${GAP}number|num[ée]ro${GAP}de${GAP}carte`,
    whole: `otp|totp|cvv2?|cvc2?|csc|pin|code${GAP}(?:pin|secret|sms|confidentiel|(?:de|d['’])${GAP}(?:confirmation|validation|v[ée]rification|s[ée]curit[ée]|acc[èe]s))|(?:verification|confirmation|security|access|sms|otp|2fa|mfa)${GAP}code|nir|ssn`,
  },
  {
    class: 'weak',
    why: 'often harmless words; a secret beside them is long and random',
    anywhere: '',
    whole: 'key|cl[ée]|code|nonce|signature|hash|digest|state|licen[sc]e|value|valeur',
  },
];

/** Two groups a class, `anywhere` and `whole`: one pass over a text whatever the number of words. */
const WORDS = new RegExp(
  KEY_WORDS.map(({ anywhere, whole }) => `(${anywhere || '(?!)'})|(${whole || '(?!)'})`).join('|'),
  'gi',
);

/** Last words of a name that say it holds something about a secret, not the secret: `token_type`, `passwordStrength`, `sessionStorage`. */
const HARMLESS_SUFFIX = new RegExp(
  '(?:^|[_-]|(?<=\\p{Ll})(?=\\p{Lu})|(?<![\\p{L}]))(?:' +
    'types?|counts?|limits?|usage|izers?|ized?|ization|expir\\w{0,12}|ttl|length|size|strength|policy|required|valid\\w{0,8}|invalid|' +
    'status|state|errors?|exception|fields?|inputs?|labels?|placeholder|ur[li]s?|endpoint|host|names?|form|page|screen|dialog|modal|' +
    'components?|services?|provider|store|storage|manager|handler|attempts?|age|format|less|timeout|interceptor|guard|middleware|' +
    'controller|module|routes?|event|listener|created|updated|at|in|failed|missing' +
    ')$',
  'iu',
);

/** A secret's name in a text: from the word to the end of the identifier that it is part of. */
export interface KeyHit {
  class: KeyClass;
  start: number;
  /** After the identifier. */
  end: number;
  /** `tokens`, `max_tokens`: numbers beside it are counts. */
  plural: boolean;
}

const IDENTIFIER_REST = /[\p{L}\p{N}_-]{0,40}/uy;

/** The next name at or after `from`, or null. */
export function nextKey(text: string, from: number): KeyHit | null {
  WORDS.lastIndex = from;
  for (let match = WORDS.exec(text); match; match = WORDS.exec(text)) {
    const group = match.findIndex((part, index) => index > 0 && part !== undefined);
    const words = KEY_WORDS[(group - 1) >> 1];
    const end = match.index + match[0].length;
    if (!words || (group % 2 === 0 && !isWholeWord(text, match.index, end))) continue;
    IDENTIFIER_REST.lastIndex = end;
    const rest = IDENTIFIER_REST.exec(text)?.[0] ?? '';
    if (rest !== '' && HARMLESS_SUFFIX.test(rest)) continue;
    return { class: words.class, start: match.index, end: end + rest.length, plural: /s$/i.test(match[0] + rest) };
  }
  return null;
}

/** Whether a property's or a parameter's name says that its value is a secret, whatever the value looks like. */
export function isSecretKey(name: string): boolean {
  const hit = nextKey(name.slice(0, 200), 0);
  return hit !== null && hit.class !== 'weak';
}

function isWholeWord(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const beginsWord = !/[\p{L}\p{N}]/u.test(before) || (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(text.charAt(start)));
  const endsWord = !/\p{L}/u.test(after) || (/\p{Lu}/u.test(after) && /\p{Ll}/u.test(text.charAt(end - 1)));
  return beginsWord && endsWord;
}
