import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { openQueue } from '../../src/mailer/queue.ts';
import { personIn, serveUnsubscribe, unsubscribeSecrets, unsubscribeUrl } from '../../src/mailer/unsubscribe.ts';

const URL_OF_SERVICE = 'https://mails.example.com';

function served() {
  const gone: string[] = [];
  const server = fastify();
  serveUnsubscribe(server, { secrets: ['secret', 'older'], onUnsubscribed: (person) => gone.push(person) });
  return { server, gone };
}

const path = (address: string, secret = 'secret') =>
  unsubscribeUrl(URL_OF_SERVICE, address, secret).slice(URL_OF_SERVICE.length);

it('looking at the page does nothing, since scanners look; the button of the page or of the mail program does', async () => {
  const { server, gone } = served();
  const asked = await server.inject({ url: path('Zoe@example.com') });
  expect(asked.statusCode).toBe(200);
  expect(asked.body).toContain('Ne plus recevoir');
  expect(gone).toEqual([]);
  const done = await server.inject({
    method: 'POST',
    url: path('Zoe@example.com'),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  });
  expect(done.statusCode).toBe(200);
  expect(gone).toEqual(['zoe@example.com']);
});

it.each([
  ['another’s secret', path('zoe@example.com', 'other')],
  [
    'another’s address',
    path('zoe@example.com').replace(/a=[^&]+/, `a=${Buffer.from('paul@example.com').toString('base64url')}`),
  ],
  ['no signature', '/unsubscribe?a=em9l'],
  ['nothing', '/unsubscribe'],
])('nobody is taken off by %s', async (_name, url) => {
  const { server, gone } = served();
  expect((await server.inject({ method: 'POST', url })).statusCode).toBe(404);
  expect((await server.inject({ url })).statusCode).toBe(404);
  expect(gone).toEqual([]);
});

it('is taken from any service of a team, and from this one’s time before it had a team', async () => {
  const [queue, other] = [openQueue(':memory:'), openQueue(':memory:')];
  const team = { url: 'https://team.supabase.example', key: 'sb_secret_x' };
  const [shared, own] = unsubscribeSecrets(queue, team);
  expect(unsubscribeSecrets(other, team)[0]).toBe(shared);
  expect(unsubscribeSecrets(queue, null)).toEqual([own]);
  expect(shared).not.toContain(team.key);
  for (const each of [queue, other]) each.close();
  const { server, gone } = served();
  await server.inject({ method: 'POST', url: path('zoe@example.com', 'older') });
  expect(gone).toEqual(['zoe@example.com']);
});

it('holds one address and nothing that could leave its place', () => {
  const odd = 'a"><script>@example.com';
  const query = Object.fromEntries(new URL(unsubscribeUrl(URL_OF_SERVICE, odd, 'secret')).searchParams);
  expect(personIn(query, ['secret'])).toBeNull();
});

it('the queue remembers who left, and keeps its secret', () => {
  const queue = openQueue(':memory:');
  const secret = queue.secret('unsubscribe');
  expect(queue.secret('unsubscribe')).toBe(secret);
  expect(secret.length).toBeGreaterThan(40);
  queue.unsubscribe('Zoe@example.com', 1);
  queue.unsubscribe('zoe@example.com', 2);
  expect(queue.isUnsubscribed('ZOE@example.com')).toBe(true);
  expect(queue.isUnsubscribed('paul@example.com')).toBe(false);
  expect(queue.untold()).toEqual(['zoe@example.com']);
  queue.told('zoe@example.com');
  expect(queue.untold()).toEqual([]);
  expect(queue.isUnsubscribed('zoe@example.com')).toBe(true);
  queue.close();
});
