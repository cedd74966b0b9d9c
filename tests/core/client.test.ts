import { expect, test } from 'vitest';
import { clientOf } from '../../src/core/client.ts';
import { isUuid } from '../../src/core/ids.ts';
import { uuid } from './samples.ts';

const nobody = { client_id: '', client_email: '' };

test('without an identity the client is nobody', () => {
  expect(clientOf(nobody, uuid(1))).toEqual({ client_id: null, client_email: null });
  expect(clientOf({ client_id: ' ', client_email: ' ' }, uuid(1))).toEqual({ client_id: null, client_email: null });
});

test('a UUID is taken as it is, in lower case', () => {
  const client = clientOf({ client_id: uuid(7).toUpperCase(), client_email: 'QA@Example.com ' }, uuid(1));
  expect(client).toEqual({ client_id: uuid(7), client_email: 'qa@example.com' });
});

test('another account id is one client of its project', () => {
  const account = { client_id: '42', client_email: '' };
  const here = clientOf(account, uuid(1)).client_id;
  expect(isUuid(here!)).toBe(true);
  expect(clientOf({ client_id: ' 42 ', client_email: '' }, uuid(1)).client_id).toBe(here);
  expect(clientOf(account, uuid(2)).client_id).not.toBe(here);
});

test('an address alone is the same client in every project', () => {
  const one = clientOf({ client_id: '', client_email: 'a@example.com' }, uuid(1));
  expect(one.client_id).not.toBeNull();
  expect(clientOf({ client_id: '', client_email: 'A@example.com' }, uuid(2))).toEqual(one);
  expect(clientOf({ client_id: '', client_email: 'b@example.com' }, uuid(1)).client_id).not.toBe(one.client_id);
});
