import { describe, expect, test } from 'vitest';
import { emailAddresses } from '../../../src/core/redact/personal.ts';
import { merged, type Span } from '../../../src/core/redact/spans.ts';
import { jsonWebTokens, longRandomTexts, privateKeys, schemeCredentials } from '../../../src/core/redact/tokens.ts';

function found(find: (text: string) => Span[], text: string): string[] {
  return merged(find(text)).map(({ start, end }) => text.slice(start, end));
}

const HEADER = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9';
const MIXED = 'Zx8Kq2Lm9Pw4Rt6Yb1Nc3Vd5Hs7Jf0Ga';

describe('JSON web tokens', () => {
  test.each([
    `${HEADER}.eyJzdWIiOiIxIn0.c2ln`,
    `${HEADER}.eyJzdWIiOiIxIn0.`,
    `${HEADER}.a.b.c.d`,
    `${HEADER}.`,
    HEADER,
    HEADER.slice(0, 20),
  ])('%s', (token) => {
    expect(found(jsonWebTokens, `jwt=${token}, refusé`)).toEqual([token]);
  });

  test.each(['eyJ', 'eyJabcdefgh', 'heyJude', 'eyJeyJ'])('not in %s', (text) => {
    expect(found(jsonWebTokens, text)).toEqual([]);
  });
});

describe('private keys', () => {
  const body = `${MIXED}\n${MIXED}`;

  test.each(['', 'RSA ', 'EC ', 'DSA ', 'OPENSSH ', 'ENCRYPTED '])('%s PEM, to its last line', (kind) => {
    const key = `-----BEGIN ${kind}PRIVATE KEY-----\n${body}\n-----END ${kind}PRIVATE KEY-----`;
    expect(found(privateKeys, `a\n${key}\nb`)).toEqual([key]);
    expect(found(privateKeys, `${key} ${key}`)).toEqual([key, key]);
  });

  test('PGP and PuTTY', () => {
    const pgp = `-----BEGIN PGP PRIVATE KEY BLOCK-----\n${body}\n-----END PGP PRIVATE KEY BLOCK-----`;
    expect(found(privateKeys, pgp)).toEqual([pgp]);
    expect(found(privateKeys, `x PuTTY-User-Key-File-3: ssh-rsa\n${body}`)).toEqual([
      `PuTTY-User-Key-File-3: ssh-rsa\n${body}`,
    ]);
  });

  test('one that was cut goes to the end', () => {
    expect(found(privateKeys, `a -----BEGIN PRIVATE KEY-----\n${body}`)).toEqual([
      `-----BEGIN PRIVATE KEY-----\n${body}`,
    ]);
  });

  test('public keys and certificates are public', () => {
    expect(found(privateKeys, `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----`)).toEqual([]);
    expect(found(privateKeys, '-----BEGIN CERTIFICATE-----')).toEqual([]);
  });
});

describe('credentials behind a scheme', () => {
  test.each([
    ['Bearer a1b2c3d4', 'a1b2c3d4'],
    ['bearer  550e8400-e29b-41d4-a716-446655440000', '550e8400-e29b-41d4-a716-446655440000'],
    [`Token ${MIXED}`, MIXED],
    ['Basic cWE6c29sZWls', 'cWE6c29sZWls'],
    ['Basic YTpiYw==', 'YTpiYw=='],
    ['Negotiate YIIB7AYGKwYBBQUCoIIB', 'YIIB7AYGKwYBBQUCoIIB'],
  ])('%s', (text, credentials) => {
    expect(found(schemeCredentials, `(${text})`)).toEqual([credentials]);
  });

  test.each([
    'Bearer token missing',
    'Bearer authentication',
    'Basic authentication',
    'Basic information',
    'Token expired',
    'forbearer a1b2c3d4',
  ])('not in %s', (text) => {
    expect(found(schemeCredentials, text)).toEqual([]);
  });
});

describe('long random texts', () => {
  test.each([
    MIXED,
    `${MIXED}${MIXED}==`,
    `${MIXED.slice(0, 16)}-_${MIXED.slice(16)}`,
    '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c',
  ])('%s', (text) => {
    expect(found(longRandomTexts, `reçu ${text} au lieu`)).toEqual([text]);
  });

  test.each([
    MIXED.slice(0, 31),
    '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
    '1234567890123456789012345678901234567890',
    '550e8400-e29b-41d4-a716-446655440000',
    `sha256-${MIXED}`,
    `main.${MIXED}.chunk.js`,
    '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c.css',
    'une-reservation-de-gite-pour-douze-personnes-en-2024',
    'getElementsByClassNameAndTagNameNS2WithoutCache',
    'VERY_LONG_CONSTANT_NAME_OF_A_CONFIGURATION_V2',
    'ErreurDeReservationDeGiteEnBordDeMerPourLeMois',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  ])('not %s', (text) => {
    expect(found(longRandomTexts, text)).toEqual([]);
  });
});

describe('what a limit of length left of a random text', () => {
  test.each([MIXED.slice(0, 10), MIXED.slice(0, 31), '0f1e2d3c4b5a6978'])('%s', (text) => {
    expect(found(longRandomTexts, `reçu ${text}…`)).toEqual([text]);
    expect(found(longRandomTexts, `reçu ${text}`)).toEqual([]);
  });

  test.each([
    'Chargement…',
    'commit 0f1e2d3c4b5a…',
    'gite-de-la-baie-2024…',
    'HTMLElement2…',
    '550e8400-e29b…',
    '12345678901234567890…',
    'getElementsByTagNameNS…',
    '/assets/main.Zp2LxV9tRm4K.js…',
  ])('not %s', (text) => {
    expect(found(longRandomTexts, text)).toEqual([]);
  });
});

describe('e-mail addresses', () => {
  test.each([
    'jean@example.com',
    'jean.dupont+site@sous-domaine.example.co.uk',
    'émile@exemple.fr',
    'a_b%c@x.museum',
    "o'neil@example.org",
    '12@163.com',
  ])('%s', (address) => {
    expect(found(emailAddresses, address)).toEqual([address]);
    expect(found(emailAddresses, `<mailto:${address}>, `)).toEqual([address]);
  });

  test('of any length', () => {
    expect(found(emailAddresses, `${'a'.repeat(300)}@example.com`)).toEqual([`${'a'.repeat(64)}@example.com`]);
  });

  test.each([
    'vue@3.4.21',
    'lib@v2.0.1-rc.1',
    'save@https://x.fr/a.js:1:2',
    '@scope/name',
    'a@b',
    'a@localhost',
    'f@[native code]',
    'x @example.com',
    'https://qa:pw@x.example.com/',
  ])('not in %s', (text) => {
    expect(found(emailAddresses, text)).toEqual([]);
  });
});
