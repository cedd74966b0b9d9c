import { isSecretKey } from './redact/key-words.ts';
import { looksRandom } from './redact/random.ts';
import { createRedactor } from './redact/redactor.ts';
import type { AccountReading } from './site-rules.ts';

/*
 * Who is signed in, as a page says it. A page can say anything, and a rule can name the wrong thing: what comes out of here is an
 * account's id or address, never a key to the account.
 */

/** Why what was read is not taken for an account. `empty`: nobody is signed in. */
export type AccountRefusal = 'empty' | 'too-long' | 'token' | 'not-an-address' | 'not-an-id';

export type AccountResult = { value: string } | { refused: AccountRefusal };

const LONGEST = 128;
const LONGEST_ADDRESS = 320;

/** A word, a number, a path-like id (`auth0|5f7c`, `urn:user:42`), an address. No blanks: a name or a sentence names no account. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._:@/+|#~-]*$/u;
const ADDRESS = /^[^\s@<>"(),:;[\]\\]+@[^\s@.]+(?:\.[^\s@.]+)+$/u;

/** What programs write where nobody is. */
const NOBODY = new Set(['null', 'undefined', 'nan', 'none', 'false', 'anonymous', 'guest', '[object object]']);

/** Addresses stay: they are what one may be looking for. */
const redactor = createRedactor({ emails: false, rules: [] });

/** The account in a text of a page, or why it is none. */
export function accountIn(text: string, field: AccountReading['field']): AccountResult {
  const value = text.trim();
  if (value === '' || NOBODY.has(value.toLowerCase())) return { refused: 'empty' };
  if (value.length > LONGEST_ADDRESS)
    return { refused: isToken(value.slice(0, LONGEST_ADDRESS)) ? 'token' : 'too-long' };
  if (isToken(value)) return { refused: 'token' };
  if (ADDRESS.test(value)) return { value: value.toLowerCase() };
  if (field === 'client_email') return { refused: 'not-an-address' };
  if (value.length > LONGEST) return { refused: 'too-long' };
  return ID.test(value) ? { value } : { refused: 'not-an-id' };
}

/**
 * Ids that services draw by lot, told from session keys by their exact shape: Firebase gives 28 letters of both cases and digits, ULIDs are
 * 26 characters of Crockford's alphabet in upper case, Okta's begin with `00u`. Session keys of those lengths are of lower case (PHP,
 * ASP.NET), are hexadecimal (Java, Rails) or have other characters as well (base64url).
 */
const DRAWN_IDS = [
  /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z\d]{28}$/,
  /^[0-7][\dA-HJKMNP-TV-Z]{25}$/,
  /^00u(?=.*[a-zA-Z])[\da-zA-Z]{17}$/,
];

/** Session keys are as short as 20 characters, and as telling as a password. */
function isToken(value: string): boolean {
  return value.split(/[^\w.~+=-]+/).some(isSecret) || redactor.text(value) !== value;
}

function isSecret(text: string): boolean {
  return looksRandom(text) && !DRAWN_IDS.some((shape) => shape.test(text));
}

/** Why a rule cannot be used; null when it can. */
export function readingProblem({ read, name }: Pick<AccountReading, 'read' | 'name'>): 'empty' | 'secret-name' | null {
  if (name.trim() === '') return 'empty';
  // A selector is made of the page's words: only what it finds can tell.
  return read !== 'selector' && isSecretKey(lastName(name)) ? 'secret-name' : null;
}

function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** A selector, with the attribute behind its end if it has one: `body@data-user`. */
export function selectorParts(name: string): { selector: string; attribute: string } {
  const [, selector = name, attribute = ''] = /^(.+)@([a-z][\w:.-]*)$/i.exec(name.trim()) ?? [];
  return { selector, attribute };
}

/**
 * The keys of a storage that a name may mean, the longest first, since keys have dots as well: `app.user.id` is the key of that name, or
 * `id` in what `app.user` holds, or `user.id` in what `app` holds.
 */
export function storageKeys(name: string): string[] {
  const parts = name.trim().split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.')).filter((key) => key !== '');
}

/** What a stored text holds under the rest of the name; '' for nothing, or nothing that can be an account. */
export function storedValue(name: string, key: string, text: string): string {
  const path = name.trim().slice(key.length + 1);
  if (path === '') return plainText(text);
  let value = parsed(text);
  for (const step of path.split('.')) {
    // Some stores keep JSON within JSON.
    if (typeof value === 'string') value = parsed(value);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return '';
    value = Reflect.get(value, step);
  }
  return textOf(value);
}

/** `"42"` with its quotes is how some libraries store 42; any other text stands for itself. */
function plainText(text: string): string {
  return text.trim().startsWith('"') ? textOf(parsed(text)) : text;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) ? String(value) : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
