import * as fc from 'fast-check';
import {
  ALNUM,
  URL_SAFE,
  HEX,
  run,
  token,
  password,
  as,
  itself,
  digits,
  card,
  iban,
  nir,
  groupsOf4,
  jwt,
  pem,
  email,
  type Seed,
} from './generators.ts';
import { VENDOR_SEEDS } from './vendor-seeds.ts';

/** Every kind that must never be stored, with ways in which pages write it. */
export const SEEDS: Record<string, fc.Arbitrary<Seed>> = {
  ...VENDOR_SEEDS,
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
    // Others stand in what the escapes themselves write: `%253D`, `\\u0022`.
    digits(3).filter((code) => /^[146-9]{3}$/.test(code)),
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

/** Shorter secrets may stand in an id or a time by chance: `never-stored.test.ts` looks for them. */
const SHORT = new Set(['one-time code', 'card code', 'query value', 'fragment value']);

/** The kinds that can be searched for in all that is stored, with their names. */
export const LONG_SEEDS = Object.entries(SEEDS).filter(([kind]) => !SHORT.has(kind));
