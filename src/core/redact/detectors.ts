import { bankAccounts, cardNumbers, phoneNumbers, socialSecurityNumbers } from './checked-numbers.ts';
import { keyedValues } from './keyed.ts';
import { emailAddresses } from './personal.ts';
import { matches, type Span } from './spans.ts';
import { jsonWebTokens, longRandomTexts, privateKeys, schemeCredentials } from './tokens.ts';
import { addressSecrets } from './urls.ts';
import { VENDOR_FORMATS, type VendorFormat } from './vendors.ts';

/** One kind of secret. `find` returns its places in a text, in linear time whatever the text. */
export interface Detector {
  name: string;
  why: string;
  /** Where the format is described. */
  source: string;
  find: (text: string) => Span[];
}

/** What a person can switch off. */
export const EMAILS: Detector = {
  name: 'email-address',
  why: 'names a person',
  source: 'RFC 5321, 4.1.2, without quoted local parts',
  find: emailAddresses,
};

/** What nobody can switch off. */
export const ALWAYS: readonly Detector[] = [
  {
    name: 'private-key',
    why: 'signs and decrypts',
    source: 'RFC 7468; OpenSSH PROTOCOL.key; RFC 4880; PuTTY',
    find: privateKeys,
  },
  {
    name: 'keyed-value',
    why: 'its name says so: passwords, tokens, keys, cookies',
    source: 'key-words.ts',
    find: keyedValues,
  },
  {
    name: 'address',
    why: 'user, query, fragment and reset links open accounts',
    source: 'RFC 3986; WHATWG URL',
    find: addressSecrets,
  },
  {
    name: 'json-web-token',
    why: 'is a session, and names its user',
    source: 'RFC 7519, RFC 7516',
    find: jsonWebTokens,
  },
  {
    name: 'scheme-credentials',
    why: 'Authorization without its header',
    source: 'RFC 9110, 11.4; RFC 6750; RFC 7617',
    find: schemeCredentials,
  },
  ...VENDOR_FORMATS.map(vendorDetector),
  { name: 'random-text', why: 'long random texts are keys or sessions', source: 'random.ts', find: longRandomTexts },
  { name: 'card-number', why: 'pays', source: 'ISO/IEC 7812-1', find: cardNumbers },
  { name: 'bank-account', why: 'names a person, is debited', source: 'ISO 13616', find: bankAccounts },
  {
    name: 'social-security-number',
    why: 'names a person for life',
    source: 'INSEE, Code de la sécurité sociale R114-26',
    find: socialSecurityNumbers,
  },
  { name: 'telephone-number', why: 'names a person', source: 'ITU-T E.123; ARCEP numbering plan', find: phoneNumbers },
];

function vendorDetector({ hints, pattern, ...format }: VendorFormat): Detector {
  const mayMatch = (text: string): boolean => hints.length === 0 || hints.some((hint) => text.includes(hint));
  return { ...format, find: (text) => (mayMatch(text) ? matches(text, pattern) : []) };
}
