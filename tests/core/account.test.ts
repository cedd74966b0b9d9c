import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountIn, readingProblem, selectorParts, storageKeys, storedValue } from '../../src/core/account.ts';
import { createRedactor } from '../../src/core/redact/redactor.ts';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiIsIm5hbWUiOiJBIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';

describe('what looks like an account', () => {
  it.each([
    '42',
    'u-1007',
    'm.dupont',
    'auth0|5f7c8ec7c33c6c004bbafe82',
    '018f3b6e-6c1c-7f6a-9d53-0b1d2f3a4b5c',
    'Élodie',
  ])('is %s, as an id', (id) => {
    expect(accountIn(` ${id}\n`, 'client_id')).toEqual({ value: id });
  });

  it.each([
    ['Firebase', 'Xk2hQ9vLbTzR7mWnD4sYpA1eGfC3'],
    ['Firebase', 'k7GgVnBq2dZxS9cJfLwP0aMtYhR1'],
    ['Firebase by way of Auth0', 'firebase|Xk2hQ9vLbTzR7mWnD4sYpA1eGfC3'],
    ['a ULID', '01ARZ3NDEKTSV4RRFFQ69G5FAV'],
    ['Okta', '00u8k2m1X9c7B5n4L6z0'],
    ['Auth0', 'google-oauth2|103547991597142817347'],
    ['MongoDB', '507f1f77bcf86cd799439011'],
    ['Salesforce', '0058d000002xYzAAAU'],
    ['Stripe', 'cus_NffrFeUfNV2Hib'],
    ['Shopify', 'gid://shopify/Customer/7012345678901'],
    ['Cognito', 'eu-west-1:018f3b6e-6c1c-7f6a-9d53-0b1d2f3a4b5c'],
  ])('is an id that a service has drawn by lot: %s, %s', (_service, id) => {
    expect(accountIn(id, 'client_id')).toEqual({ value: id });
  });

  it('is an address, in lower case, in either field', () => {
    for (const field of ['client_id', 'client_email'] as const) {
      expect(accountIn('Marie.Dupont@Example.com', field)).toEqual({ value: 'marie.dupont@example.com' });
    }
    expect(accountIn('42', 'client_email')).toEqual({ refused: 'not-an-address' });
  });

  it.each(['', '  ', 'null', 'undefined', 'Guest', '[object Object]'])('is nobody: %j', (text) => {
    expect(accountIn(text, 'client_id')).toEqual({ refused: 'empty' });
  });

  it.each(['Marie Dupont', 'Sign in', '{"id":42}', '<b>42</b>', '../42', 'a\nb'])('is not %j', (text) => {
    expect(accountIn(text, 'client_id')).toEqual({ refused: 'not-an-id' });
  });

  it.each([
    ['a JSON web token', JWT],
    ['a JSON web token in both fields', `${JWT}@example.com`],
    ['a session key of 26 letters and digits', 'q3v8k2m1x9c7b5n4l6z0p8r2t4'],
    ['a session id of PHP', 'r2t5f0iq3v8k2m1x9c7b5n4l6z'],
    ['a session id of ASP.NET', 'q3v8k2m1x9c7b5n4l6z0p8r2'],
    ['a session id of Java', '4F1D2C3B5A697887A6B5C4D3E2F10919'],
    ['28 characters of lower case and digits', 'q3v8k2m1x9c7b5n4l6z0p8r2t4w6'],
    ['28 characters of base64url', 'Xk2hQ9vLbTzR7mWnD4sYp-1eGf_3'],
    ['27 letters of both cases and digits', 'Xk2hQ9vLbTzR7mWnD4sYpA1eGfC'],
    ['29 letters of both cases and digits', 'Xk2hQ9vLbTzR7mWnD4sYpA1eGfC3x'],
    ['a password reset', 'Zt4Kq8Lm2Xr6Vb9Nw3Pc7Yd1Hs5J0f'],
    ['a push token', 'fGh3kL9mN2pQ:APA91bHun4MxP5egoKMwt2KZFBaFUH1RYqx'],
    ['128 bits as hexadecimal digits', '9f86d081884c7d659a2feaa0c55ad015'],
    ['a credential with its scheme', 'Bearer abcdef123456'],
    ['a vendor’s key', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'],
    ['a token in front of a domain', 'q3v8k2m1x9c7b5n4l6z0p8r2t4@example.com'],
    ['a card number', '4242424242424242'],
    ['a very long one', 'Zq3'.repeat(500)],
  ])('is not %s', (_name, text) => {
    for (const field of ['client_id', 'client_email'] as const) {
      expect(accountIn(text, field)).toEqual({ refused: 'token' });
    }
  });

  it('is no longer than a person would type', () => {
    expect(accountIn('x'.repeat(129), 'client_id')).toEqual({ refused: 'too-long' });
  });

  it('never holds what the masking would hide, whatever a page says', () => {
    const redactor = createRedactor({ emails: false, rules: [] });
    const words = fc.constantFrom('Bearer ', 'token=', '@example.com', JWT, 'sk_live_', '.', '|');
    const text = fc.array(fc.oneof(words, fc.string(), fc.base64String(), fc.uuid())).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('client_id' as const, 'client_email' as const), (said, field) => {
        const result = accountIn(said, field);
        if (!('value' in result)) return;
        expect(redactor.text(result.value)).toBe(result.value);
        expect(result.value).toMatch(/^\S{1,320}$/u);
        expect(accountIn(result.value, field)).toEqual(result);
      }),
    );
  });
});

describe('a rule', () => {
  it.each([
    ['meta', 'user-id', null],
    ['local_storage', 'auth.user.id', null],
    ['selector', '#token', null],
    ['cookie', ' ', 'empty'],
    ['cookie', 'access_token', 'secret-name'],
    ['local_storage', 'auth.password', 'secret-name'],
  ] as const)('that reads %s %j: %s', (read, name, problem) => {
    expect(readingProblem({ read, name })).toBe(problem);
  });

  it('may name an attribute behind its selector', () => {
    expect(selectorParts('body@data-user')).toEqual({ selector: 'body', attribute: 'data-user' });
    expect(selectorParts('a[href="x@y.z"]')).toEqual({ selector: 'a[href="x@y.z"]', attribute: '' });
  });
});

describe('a storage', () => {
  it('is asked for the longest key first', () => {
    expect(storageKeys('app.user.id')).toEqual(['app.user.id', 'app.user', 'app']);
  });

  it.each([
    ['user', 'user', '42', '42'],
    ['user', 'user', '"42"', '42'],
    ['app.user.id', 'app', '{"user":{"id":42}}', '42'],
    ['app.user.id', 'app.user', '{"id":"u-1"}', 'u-1'],
    ['app.user.id', 'app', String.raw`{"user":"{\"id\":7}"}`, '7'],
    ['app.users.0', 'app', '{"users":["a@b.example"]}', 'a@b.example'],
    ['app.user.id', 'app', '{"user":null}', ''],
    ['app.user', 'app', '{"user":{"id":1}}', ''],
    ['app.constructor.name', 'app', '{}', ''],
    ['app.user', 'app', 'not json', ''],
    ['app.user', 'app', '{"user":0.5}', ''],
  ])('gives for %s, kept in %s as %s: %s', (name, key, text, value) => {
    expect(storedValue(name, key, text)).toBe(value);
  });

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.oneof(fc.json(), fc.string()), (path, text) => {
        expect(typeof storedValue(`app.${path}`, 'app', text)).toBe('string');
      }),
    );
  });
});
