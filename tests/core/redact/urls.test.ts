import { describe, expect, test } from 'vitest';
import { createRedactor, DEFAULT_REDACTION } from '../../../src/core/redact/redactor.ts';

const { text, url } = createRedactor(DEFAULT_REDACTION);
const TOKEN = 'Zx8Kq2Lm9Pw4Rt6Yb1Nc3';

describe('addresses', () => {
  test.each([
    ['https://x.fr/a?b=1&c=2', 'https://x.fr/a?b=[redacted]&c=[redacted]'],
    ['https://x.fr/a?b=&c', 'https://x.fr/a?b=&c'],
    ['https://x.fr/a?b[]=1&c.d=2', 'https://x.fr/a?b[]=[redacted]&c.d=[redacted]'],
    ['https://x.fr/a?b=c=d?e#f', 'https://x.fr/a?b=[redacted]#[redacted]'],
    ['https://x.fr/?1699999999', 'https://x.fr/?[redacted]'],
    ['https://x.fr/?hunter2', 'https://x.fr/?[redacted]'],
    [`https://x.fr/?${TOKEN}=1`, 'https://x.fr/?[redacted]=[redacted]'],
    ['https://x.fr/#access_token=a&b=c', 'https://x.fr/#access_token=[redacted]&b=[redacted]'],
    ['https://x.fr/#secret', 'https://x.fr/#[redacted]'],
    ['https://x.fr/#/page/12?a=b', 'https://x.fr/#/page/12?a=[redacted]'],
    ['https://x.fr/#!/page#a#b', 'https://x.fr/#!/page#[redacted]'],
    ['https://x.fr/a#:~:text=mot', 'https://x.fr/a#:~:text=[redacted]'],
    ['https://qa:pw@x.fr/', 'https://[redacted]@x.fr/'],
    ['https://token@x.fr/', 'https://[redacted]@x.fr/'],
    ['https://qa:p#w/d?@x.fr/a', 'https://[redacted]@x.fr/a'],
    ['mongodb+srv://qa:pw@db.example.net/base', 'mongodb+srv://[redacted]@db.example.net/base'],
    ['wss://x.fr/live?jeton=1', 'wss://x.fr/live?jeton=[redacted]'],
    [`https://x.fr/lien/${TOKEN}/suite`, 'https://x.fr/lien/[redacted]/suite'],
    ['https://x.fr/reset/abc123', 'https://x.fr/reset/[redacted]'],
    ['https://x.fr/verify-email/482913', 'https://x.fr/verify-email/[redacted]'],
    ['https://x.fr/session/550e8400-e29b-41d4-a716-446655440000', 'https://x.fr/session/[redacted]'],
    ['https://x.fr/d41d8cd98f00b204e9800998ecf8427e/a.js', 'https://x.fr/[redacted]/a.js'],
    ['https://x.fr/users/jean.dupont@example.com/edit', 'https://x.fr/users/[redacted]/edit'],
    ['https://x.fr/users/jean.dupont%40example.com/edit', 'https://x.fr/users/[redacted]/edit'],
    ['https://x.fr/a;jsessionid=AB12', 'https://x.fr/a;jsessionid=[redacted]'],
    [
      'https://web.example.org/save/https://qa:pw@x.fr/?a=b',
      'https://web.example.org/save/https://[redacted]@x.fr/?a=[redacted]',
    ],
    ['data:text/html;base64,PGI+', 'data:text/html;base64,[redacted]'],
    ['/api/x?id=3#y', '/api/x?id=[redacted]#[redacted]'],
    ['../x?id=3', '../x?id=[redacted]'],
  ])('%s', (address, expected) => {
    expect(url(address)).toBe(expected);
    expect(text(address)).toBe(expected);
    expect(text(`GET ${address} 404 (Not Found)`)).toBe(`GET ${expected} 404 (Not Found)`);
    expect(text(`{"url":"${address}","n":1}`)).toBe(`{"url":"${expected}","n":1}`);
  });

  test.each([
    'https://x.fr/api/gites/moulin-bleu-12-personnes-2024/photos', 'https://x.fr/a/550e8400-e29b-41d4-a716-446655440000', 'https://x.fr/a/507f1f77bcf86cd799439011',
    'https://x.fr/assets/app-3f9a2c.js', 'https://x.fr/assets/vendors~a~b.8f3b2c1d9e7a6b5c4d3e2f1a0b9c8d7e.chunk.js', 'https://x.fr/index-BxK3jd9_.css',
    'https://x.fr/v2.14.3/2024/07/13/page', 'https://x.fr/auth/v1/token', 'https://x.fr/oauth/oauth2/authorize', 'https://x.fr/login/page-2', 'https://x.fr/password/edit.html',
    'http://[::1]:5173/@vite/client', 'http://[::1]/@fs/a.ts', 'http://localhost:5173/@id/x', 'http://localhost:3000', 'https://x.fr', 'about:blank', 'about:srcdoc', '',
    'webpack://gites/./src/devis.js?', 'webpack-internal:///./src/Panier.vue?vue&type=script&lang=ts', 'blob:https://x.fr/550e8400-e29b-41d4-a716-446655440000',
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop/a.js', 'https://cdn.example.com/npm/vue@3.4.21/dist/vue.js', 'eval', 'inline', '<anonymous>',
    'https://x.fr/gites/Le%20Moulin%20bleu', 'https://x.fr/ChateauDeLaRocheAuxFeesEtDesDames',
  ])('%s stays', (address) => {
    expect(url(address)).toBe(address);
    expect(text(address)).toBe(address);
  }); // prettier-ignore

  test.each(['', '…'])('a user and a password whose address was cut behind them are masked: %s', (cut) => {
    expect(text(`no answer from postgres://qa:pw${cut}`)).toBe(`no answer from postgres://[redacted]${cut}`);
    expect(text(`no answer from http://localhost:3000${cut}`)).toBe(`no answer from http://localhost:3000${cut}`);
  });

  test('a text that is an address as a whole may hold spaces and quotes', () => {
    expect(url('/api/x?nom=Jean "Le Grand" Dupont&a=1')).toBe('/api/x?nom=[redacted]&a=[redacted]');
  });

  test.each([
    ['at f (https://x.fr/a.js?token=abc:10:20)', 'at f (https://x.fr/a.js?token=[redacted]:10:20)'],
    ['    at https://x.fr/page?id=3#a:10:20', '    at https://x.fr/page?id=[redacted]#[redacted]:10:20'],
    [
      'f@https://x.fr/a.js?v=41:10:20\ng@https://x.fr/b.js:1:2',
      'f@https://x.fr/a.js?v=[redacted]:10:20\ng@https://x.fr/b.js:1:2',
    ],
    [
      'at eval (eval at f (https://x.fr/a.js?x=1:3:5), <anonymous>:1:1)',
      'at eval (eval at f (https://x.fr/a.js?x=[redacted]:3:5), <anonymous>:1:1)',
    ],
    ['f@https://x.fr/a.js?x=1 line 3 > eval:1:1', 'f@https://x.fr/a.js?x=[redacted] line 3 > eval:1:1'],
    ['at data:text/javascript,throw%201:1:7', 'at data:text/javascript,[redacted]:1:7'],
    [`at https://x.fr/reset/${TOKEN}:12:5`, 'at https://x.fr/reset/[redacted]:12:5'],
    ['at qa (https://qa:pw@x.fr/a.js:1:2)', 'at qa (https://[redacted]@x.fr/a.js:1:2)'],
  ])('a frame keeps its file, line and column: %s', (frame, expected) => {
    expect(text(frame)).toBe(expected);
  });

  test.each([
    [
      "Failed to parse URL from 'https://x.fr/?a=b' in fetch",
      "Failed to parse URL from 'https://x.fr/?a=[redacted]' in fetch",
    ],
    ['(see https://x.fr/?a=b).', '(see https://x.fr/?a=[redacted]).'],
    ['<a href="/reset/abc123?x=y">', '<a href="/reset/[redacted]?x=[redacted]">'],
    ["a[href='/invitation/A1b2C3d4']", "a[href='/invitation/[redacted]']"],
    ['https://x.fr/?a=b,https://y.fr/?c=d', 'https://x.fr/?a=[redacted]'],
  ])('inside a text: %s', (message, expected) => {
    expect(text(message)).toBe(expected);
  });
});
