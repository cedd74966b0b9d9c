import { describe, expect, test } from 'vitest';
import { readRequest, requestMessage } from '../../../src/relay/refine/request-text.ts';

const BASE = 'https://app.example/rooms/7?x=1';

describe('the facts of a request', () => {
  test.each([
    ['api/a?b=1#c', 'https://app.example/rooms/api/a?b=1'],
    ['/api', 'https://app.example/api'],
    ['//cdn.example/x', 'https://cdn.example/x'],
    ['https://other.example/#part', 'https://other.example/'],
    ['data:text/plain;base64,QUJD', 'data:text/plain;base64,…'],
    ['blob:https://app.example/1-2', 'blob:https://app.example/1-2'],
    ['http://[broken', 'http://[broken'],
    ['', ''],
  ])('the address %j', (url, absolute) => {
    expect(readRequest({ method: 'GET', url, base: BASE })).toMatchObject({ url: absolute });
  });

  test('an address against a base that is none stays as it is', () => {
    expect(readRequest({ method: 'GET', url: 'api', base: 'about:blank' })).toMatchObject({ url: 'api' });
  });

  test.each([
    ['get', 'GET'],
    ['Post', 'POST'],
    ['patch', 'patch'],
    ['PATCH', 'PATCH'],
    ['purge', 'purge'],
  ])('the method %s is sent as %s', (method, sent) => {
    expect(readRequest({ method, url: '/', base: BASE })).toMatchObject({ method: sent });
  });

  test('have no base of their own', () => {
    expect(readRequest({ method: 'GET', url: '/', base: BASE, status: 1 })).toEqual({
      method: 'GET',
      url: 'https://app.example/',
      status: 1,
    });
  });
});

describe('the message of a request', () => {
  test.each([
    [{ method: 'GET', url: 'http://x/', status: 404, error: 'Not Found' }, 'GET http://x/ 404 (Not Found)'],
    [{ method: 'GET', url: 'http://x/', status: 404, error: '' }, 'GET http://x/ 404'],
    [{ method: 'PATCH', url: 'http://x/', status: 0, error: 'error' }, 'PATCH http://x/ failed'],
  ])('%j', (facts, message) => {
    expect(requestMessage(facts)).toBe(message);
  });
});
