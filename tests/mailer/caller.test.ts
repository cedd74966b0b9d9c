import { describe, expect, it } from 'vitest';
import { refusalOf, type Caller } from '../../src/mailer/caller.ts';

const LOCAL: Caller = {
  peer: '127.0.0.1',
  host: 'localhost:3000',
  origin: undefined,
  contentType: 'application/json',
  authorization: '',
};

describe('without a token', () => {
  it.each([
    ['a program of this machine', {}],
    ['over IPv6', { peer: '::1', host: '[::1]:3000' }],
    ['over IPv4 in IPv6', { peer: '::ffff:127.0.0.1', host: '127.0.0.1:3000' }],
    ['an extension', { origin: 'chrome-extension://abcdefghijklmnop' }],
    ['an extension of Firefox', { origin: 'moz-extension://6e1f0c9a-0000-4000-8000-000000000000' }],
    ['with a charset', { contentType: 'application/json; charset=utf-8' }],
  ])('serves %s', (_name, change) => {
    expect(refusalOf({ ...LOCAL, ...change }, null)).toBeNull();
  });

  it.each([
    ['another machine', { peer: '192.168.1.20' }, 'not-this-machine'],
    ['a web page', { origin: 'https://evil.example' }, 'origin'],
    ['a page without an origin of its own', { origin: 'null' }, 'origin'],
    ['a page of this machine', { origin: 'http://localhost:8080' }, 'origin'],
    ['a name that was made to lead here', { host: 'rebound.evil.example:3000' }, 'host'],
    ['a form, which needs no permission', { contentType: 'text/plain' }, 'content-type'],
    ['a type that only begins like ours', { contentType: 'application/jsonp' }, 'content-type'],
  ])('refuses %s', (_name, change, refused) => {
    expect(refusalOf({ ...LOCAL, ...change }, null)).toBe(refused);
  });
});

describe('with a token', () => {
  const remote = { ...LOCAL, peer: '10.0.0.7', host: 'mail.example.com', origin: 'https://elsewhere.example' };

  it('serves whoever has it, from anywhere', () => {
    expect(refusalOf({ ...remote, authorization: 'Bearer s3cret' }, 's3cret')).toBeNull();
  });

  it.each(['', 'Bearer ', 'Bearer s3cre', 'Bearer s3cret2', 's3cret '])('refuses %j', (authorization) => {
    expect(refusalOf({ ...LOCAL, authorization }, 's3cret')).toBe('token');
  });
});
