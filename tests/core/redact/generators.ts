import * as fc from 'fast-check';

/** A secret, and how it is written where it leaks. */
export interface Seed {
  secret: string;
  text: string;
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const ALNUM = `${LOWER}${LOWER.toUpperCase()}0123456789`;
export const URL_SAFE = `${ALNUM}-_`;
export const HEX = '0123456789abcdef';

export function run(alphabet: string, min: number, max = min): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...alphabet.split('')), minLength: min, maxLength: max });
}

/** Drawn by lot, as generators of tokens make them: with digits and both cases. */
export function token(alphabet: string, min: number, max = min): fc.Arbitrary<string> {
  return run(alphabet, min, max).filter(
    (text) => /\d.*\d/.test(text) && /[a-z].*[a-z]/i.test(text) && /^[A-Za-z0-9]/.test(text) && /\w$/.test(text),
  );
}

export const password = fc.oneof(
  token(`${ALNUM}!@#$*%^_+-`, 8, 24),
  fc.constantFrom('azertyuiop', 'soleilbleu', 'Motdepasse29!', 'correct-horse', 'p@ssw0rd-2024', 'Été-à-Brest7'),
);

export function as(secret: fc.Arbitrary<string>, ...forms: ((secret: string) => string)[]): fc.Arbitrary<Seed> {
  return fc.tuple(secret, fc.constantFrom(...forms)).map(([value, form]) => ({ secret: value, text: form(value) }));
}

export const itself = (value: string): string => value;

export function digits(count: number): fc.Arbitrary<string> {
  return run('0123456789', count);
}

function withLuhn(body: string): string {
  for (const last of '0123456789') if (luhnSum(body + last) % 10 === 0) return body + last;
  throw new Error('Luhn always has an answer');
}

function luhnSum(text: string): number {
  return text
    .split('')
    .toReversed()
    .reduce((sum, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return sum + (value > 9 ? value - 9 : value);
    }, 0);
}

export const card = fc
  .tuple(
    fc.constantFrom('4', '51', '2221', '34', '6011', '3528', '36', '62', '50'),
    fc.constantFrom(15, 16, 19),
    digits(19),
  )
  .map(([brand, length, rest]) => withLuhn((brand + rest).slice(0, (brand === '34' ? 15 : length) - 1)));

function mod97(text: string): number {
  let rest = 0;
  for (const character of text) rest = (rest * (/\d/.test(character) ? 10 : 100) + Number.parseInt(character, 36)) % 97;
  return rest;
}

export const iban = fc
  .constantFrom<[string, number]>(['FR', 23], ['DE', 18], ['GB', 18], ['BE', 12], ['CH', 17], ['ES', 20], ['MT', 27])
  .chain(([country, length]) => fc.tuple(fc.constant(country), digits(length)))
  .map(([country, body]) => `${country}${String(98 - mod97(`${body}${country}00`)).padStart(2, '0')}${body}`);

export const nir = fc
  .tuple(
    fc.constantFrom('1', '2'),
    fc.integer({ min: 10, max: 99 }),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom('29', '75', '2A', '2B'),
    digits(6),
  )
  .map(([sex, year, month, department, order]) => {
    const number = `${sex}${year}${String(month).padStart(2, '0')}${department}${order}`;
    const key = 97 - (Number(number.replace('2A', '19').replace('2B', '18')) % 97);
    return number + String(key).padStart(2, '0');
  });

export const groupsOf4 = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ');

export const base64url = (text: string): string => Buffer.from(text).toString('base64url');

export const jwt = fc
  .tuple(token(URL_SAFE, 20, 60), fc.uuid())
  .map(
    ([signature, subject]) =>
      `${base64url('{"alg":"HS256","typ":"JWT"}')}.${base64url(JSON.stringify({ sub: subject, role: 'service_role' }))}.${signature}`,
  );

export const pem = token(`${ALNUM}+/`, 64).map(
  (body) => `-----BEGIN RSA PRIVATE KEY-----\n${body}\n${body}\n-----END RSA PRIVATE KEY-----`,
);

export const email = fc
  .tuple(
    run(LOWER, 3, 12),
    run(LOWER, 3, 12),
    fc.constantFrom('example.com', 'mail.example.fr', 'sous-domaine.example.org'),
  )
  .map(([first, last, domain]) => `${first}.${last}+site@${domain}`);

/** Vendor prefixes are put together here, so that no scanner takes this file for a leak. */
export const prefixed = (prefix: string, rest: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  rest.map((text) => prefix + text);
