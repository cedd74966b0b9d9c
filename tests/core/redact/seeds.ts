import fc from 'fast-check';

/** A secret, and how it is written where it leaks. */
export interface Seed {
  secret: string;
  text: string;
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const ALNUM = `${LOWER}${LOWER.toUpperCase()}0123456789`;
const URL_SAFE = `${ALNUM}-_`;
const HEX = '0123456789abcdef';

function run(alphabet: string, min: number, max = min): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...alphabet), minLength: min, maxLength: max });
}

/** Drawn by lot, as generators of tokens make them: with digits and both cases. */
function token(alphabet: string, min: number, max = min): fc.Arbitrary<string> {
  return run(alphabet, min, max).filter(
    (text) => /\d.*\d/.test(text) && /[a-z].*[a-z]/i.test(text) && /^[A-Za-z0-9]/.test(text) && /\w$/.test(text),
  );
}

const password = fc.oneof(
  token(`${ALNUM}!@#$*%^_+-`, 8, 24),
  fc.constantFrom('azertyuiop', 'soleilbleu', 'Motdepasse29!', 'correct-horse', 'p@ssw0rd-2024', 'Été-à-Brest7'),
);

function as(secret: fc.Arbitrary<string>, ...forms: ((secret: string) => string)[]): fc.Arbitrary<Seed> {
  return fc.tuple(secret, fc.constantFrom(...forms)).map(([value, form]) => ({ secret: value, text: form(value) }));
}

const itself = (value: string): string => value;

function digits(count: number): fc.Arbitrary<string> {
  return run('0123456789', count);
}

function withLuhn(body: string): string {
  for (const last of '0123456789') if (luhnSum(body + last) % 10 === 0) return body + last;
  throw new Error('Luhn always has an answer');
}

function luhnSum(text: string): number {
  return [...text].toReversed().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}

const card = fc
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

const iban = fc
  .constantFrom(['FR', 23], ['DE', 18], ['GB', 18], ['BE', 12], ['CH', 17], ['ES', 20], ['MT', 27])
  .chain(([country, length]) => fc.tuple(fc.constant(String(country)), digits(Number(length))))
  .map(([country, body]) => `${country}${String(98 - mod97(`${body}${country}00`)).padStart(2, '0')}${body}`);

const nir = fc
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

const groupsOf4 = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ');

const base64url = (text: string): string => Buffer.from(text).toString('base64url');

const jwt = fc
  .tuple(token(URL_SAFE, 20, 60), fc.uuid())
  .map(
    ([signature, subject]) =>
      `${base64url('{"alg":"HS256","typ":"JWT"}')}.${base64url(JSON.stringify({ sub: subject, role: 'service_role' }))}.${signature}`,
  );

const pem = token(`${ALNUM}+/`, 64).map(
  (body) => `-----BEGIN RSA PRIVATE KEY-----\n${body}\n${body}\n-----END RSA PRIVATE KEY-----`,
);

const email = fc
  .tuple(
    run(LOWER, 3, 12),
    run(LOWER, 3, 12),
    fc.constantFrom('example.com', 'mail.example.fr', 'sous-domaine.example.org'),
  )
  .map(([first, last, domain]) => `${first}.${last}+site@${domain}`);

/** Vendor prefixes are put together here, so that no scanner takes this file for a leak. */
const prefixed = (prefix: string, rest: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  rest.map((text) => prefix + text);

/** Every kind that must never be stored, with ways in which pages write it. */
export const SEEDS: Record<string, fc.Arbitrary<Seed>> = {
  'password assigned': as(
    password,
    (s) => `password=${s}`,
    (s) => `userPassword=${s}&x=1`,
    (s) => `pwd='${s}'`,
    (s) => `DB_PASSWORD=${s}`,
  ),
  'password in JSON': as(
    password,
    (s) => JSON.stringify({ login: 'qa', password: s, remember: true }),
    (s) => `{new_password:"${s}"}`,
  ),
  'password in a sentence': as(
    token(ALNUM, 8, 16),
    (s) => `Password: ${s}`,
    (s) => `the password is ${s}`,
    (s) => `wrong password "${s}" for qa`,
  ),
  'mot de passe': as(
    token(ALNUM, 8, 16),
    (s) => `Mot de passe : ${s}`,
    (s) => `mot_de_passe=${s}`,
    (s) => `mdp:${s}`,
    (s) => `mdp ${s} refusé`,
  ),
  'form fields': as(
    password.map(encodeURIComponent),
    (s) => `login=qa&password=${s}&remember=1`,
    (s) => `user[password]=${s}`,
  ),
  'client secret': as(
    token(ALNUM, 12, 40),
    (s) => `client_secret=${s}`,
    (s) => `"clientSecret": "${s}"`,
    (s) => `secret: ${s}`,
  ),
  'named token': as(
    token(URL_SAFE, 10, 40),
    (s) => `token=${s}`,
    (s) => `access_token: ${s}`,
    (s) => `"refreshToken":"${s}"`,
    (s) => `X-Auth-Token: ${s}`,
  ),
  'token in a sentence': as(
    token(ALNUM, 16, 40),
    (s) => `Invalid token ${s}`,
    (s) => `token "${s}" has expired`,
    (s) => `jeton ${s} expiré`,
  ),
  'CSRF token': as(
    token(URL_SAFE, 16, 40),
    (s) => `X-CSRF-Token: ${s}`,
    (s) => `csrfmiddlewaretoken=${s}`,
    (s) => `XSRF-TOKEN=${s}; path=/`,
  ),
  'API key by name': as(
    token(ALNUM, 10, 40),
    (s) => `apiKey=${s}`,
    (s) => `x-api-key: ${s}`,
    (s) => `"api_key":"${s}"`,
    (s) => `clé API : ${s}`,
  ),
  'one-time code': as(
    digits(6),
    (s) => `otp=${s}`,
    (s) => `pin: ${s}`,
    (s) => `"verification_code":"${s}"`,
    (s) => `code secret ${s}`,
  ),
  'card code': as(
    digits(3),
    (s) => `cvv=${s}`,
    (s) => `"cvc":"${s}"`,
    (s) => `cryptogramme : ${s}`,
  ),
  JWT: as(
    jwt,
    itself,
    (s) => `jwt ${s}`,
    (s) => `supabase.auth.token: ${s}`,
  ),
  'cut JWT': as(
    jwt.map((text) => text.slice(0, 60)),
    itself,
    (s) => `session "${s}…`,
  ),
  'Authorization Bearer': as(
    token(URL_SAFE, 16, 60),
    (s) => `Authorization: Bearer ${s}`,
    (s) => `"authorization":"Bearer ${s}"`,
    (s) => `Bearer ${s}`,
  ),
  'Authorization Basic': as(
    password.map((text) => Buffer.from(`qa:${text}`).toString('base64').replace(/=+$/, '')),
    (s) => `Authorization: Basic ${s}`,
    (s) => `Basic ${s}`,
  ),
  'Authorization Digest': as(token(HEX, 32), (s) => `Authorization: Digest username="qa", response="${s}"`),
  Cookie: as(
    token(ALNUM, 8, 30),
    (s) => `Cookie: theme=dark; sid=${s}; lang=fr`,
    (s) => `curl -H 'Cookie: a=1; b=${s}' x`,
    (s) => `"cookie":"id=${s}; a=1"`,
  ),
  'Set-Cookie': as(token(ALNUM, 8, 30), (s) => `Set-Cookie: id=${s}; HttpOnly; Path=/`),
  'session id': as(
    token(ALNUM, 12, 30),
    (s) => `sessionid=${s}`,
    (s) => `PHPSESSID=${s}`,
    (s) => `JSESSIONID: ${s}`,
    (s) => `"sid":"${s}"`,
    (s) => `session ${s} lost`,
  ),
  'session UUID': as(
    fc.uuid(),
    (s) => `sessionId=${s}`,
    (s) => `"session":"${s}"`,
  ),
  'PEM private key': as(pem, itself, (s) => `key: ${s}`),
  'e-mail address': as(
    email,
    itself,
    (s) => `Compte ${s} introuvable`,
    (s) => `<${s}>`,
  ),
  'card number': as(
    card,
    itself,
    (s) => `Carte ${s} refusée`,
    (s) => `{"card":${s}}`,
  ),
  'card in groups': as(
    card.filter((text) => text.length === 16).map(groupsOf4),
    itself,
    (s) => s,
    (s) => `n° ${s}, refusée`,
  ),
  'card with dashes': as(
    card.filter((text) => text.length === 16).map((text) => groupsOf4(text).replaceAll(' ', '-')),
    itself,
  ),
  IBAN: as(
    iban,
    itself,
    (s) => `virement vers ${s}`,
    (s) => `{"iban":"${s}"}`,
  ),
  'IBAN in groups': as(iban.map(groupsOf4), itself, (s) => `RIB ${s} refusé`),
  'social security number': as(nir, itself, (s) => `assuré ${s} inconnu`),
  'telephone number': as(
    digits(8).map((d) => `06 ${d.replace(/(..)(?=.)/g, '$1 ')}`),
    itself,
    (s) => `appeler le ${s}`,
  ),
  'AWS key id': as(prefixed('AKIA', run('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)), itself),
  'AWS secret': as(
    token(`${ALNUM}/+`, 40),
    (s) => `aws_secret_access_key=${s}`,
    (s) => `SecretAccessKey: ${s}`,
  ),
  'Google API key': as(prefixed(`AI${'za'}`, token(URL_SAFE, 35)), itself),
  'Google OAuth': as(prefixed('ya29.', token(URL_SAFE, 40)), itself),
  GitHub: as(prefixed('ghp_', token(ALNUM, 36)), itself, (s) => `remote: ${s} denied`),
  'GitHub fine-grained': as(prefixed('github_pat_', token(ALNUM, 60)), itself),
  GitLab: as(prefixed('glpat-', token(URL_SAFE, 20)), itself),
  Slack: as(
    prefixed(
      'xoxb-',
      token(ALNUM, 24).map((text) => `123456789012-${text}`),
    ),
    itself,
  ),
  Stripe: as(prefixed('sk_live_', token(ALNUM, 24)), itself, (s) => `No such customer (key ${s})`),
  'Stripe payment': as(
    fc.tuple(token(ALNUM, 24), token(ALNUM, 25)).map(([id, rest]) => `pi_${id}_secret_${rest}`),
    itself,
  ),
  Supabase: as(prefixed('sb_secret_', token(URL_SAFE, 31)), itself),
  'Supabase publishable': as(prefixed('sb_publishable_', token(URL_SAFE, 31)), itself),
  OpenAI: as(prefixed('sk-proj-', token(URL_SAFE, 48)), itself),
  Anthropic: as(prefixed('sk-ant-api03-', token(URL_SAFE, 93)), itself),
  SendGrid: as(
    fc.tuple(token(URL_SAFE, 22), token(URL_SAFE, 43)).map(([id, rest]) => `SG.${id}.${rest}`),
    itself,
  ),
  Twilio: as(prefixed('SK', run(HEX, 32)), itself),
  npm: as(prefixed('npm_', token(ALNUM, 36)), itself),
  Mapbox: as(
    prefixed(
      'sk.',
      token(URL_SAFE, 20).map((rest) => `${base64url('{"u":"qa","a":"x"}')}.${rest}`),
    ),
    itself,
  ),
  Shopify: as(prefixed('shpat_', run(HEX, 32)), itself),
  Atlassian: as(prefixed('ATATT3', token(URL_SAFE, 60)), itself),
  'Telegram bot': as(
    fc.tuple(run('123456789', 9), token(URL_SAFE, 33)).map(([id, rest]) => `${id}:AA${rest}`),
    itself,
  ),
  'long random text': as(token(ALNUM, 40, 64), itself, (s) => `got ${s} instead`),
  'long hexadecimal text': as(
    run(HEX, 64).filter((text) => /[a-f]/.test(text) && /\d/.test(text)),
    itself,
  ),
  'user and password of an address': as(
    token(ALNUM, 8, 20),
    (s) => `https://qa:${s}@app.example.com/x`,
    (s) => `postgres://qa:${s}@db.example.com:5432/x`,
  ),
  'reset link': as(
    token(ALNUM, 24, 40),
    (s) => `https://app.example.com/compte/${s}/nouveau`,
    (s) => `GET /reset/${s} 404`,
  ),
  'short reset link': as(
    token(ALNUM, 8, 12),
    (s) => `https://app.example.com/reset-password/${s}`,
    (s) => `/invitation/${s}`,
  ),
  'query value': as(
    token(ALNUM, 4, 12),
    (s) => `https://app.example.com/page?ref=${s}&a=1:12:5`,
    (s) => `GET /api/x?nom=${s} 404`,
  ),
  'fragment value': as(
    token(ALNUM, 4, 12),
    (s) => `https://app.example.com/page#access=${s}`,
    (s) => `https://app.example.com/page#${s}`,
  ),
};
