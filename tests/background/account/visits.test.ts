import { beforeEach, expect, it } from 'vitest';
import { clientOf } from '../../../src/core/client.ts';
import { FakeProfile } from '../harness.ts';
import { at, batchOf, NOW, wireRecord } from '../records.ts';

const TAB = 7;
const ORIGIN = 'http://localhost:3000';
const PAGE_SHOWN = { type: 'capture.page', wire: batchOf([]).wire };

let profile: FakeProfile;
let project: string;

/** A site whose pages say who is there, with an error that is watched. */
beforeEach(async () => {
  profile = new FakeProfile();
  await profile.fromUi({ type: 'site.add', pattern: 'localhost:3000' });
  const [site] = await profile.db.cm_sites.toArray();
  project = site?.id ?? '';
  const account = { read: 'meta', name: 'user-id', field: 'client_id' };
  expect(await profile.fromUi({ type: 'site.update', id: project, account })).toBeNull();
  await profile.fromUi({ type: 'settings.save', key: 'identity', value: { client_email: 'qa@example.com' } });
  await profile.fromPage(batchOf([wireRecord()]));
  profile.timers = [];
});

/** The page is shown to this account, and read when its time has come. */
async function shownTo(user: string | null): Promise<void> {
  const document = `D${profile.now}`;
  const holds = user === null ? {} : { 'meta user-id': user };
  profile.pages.pages.set(TAB, { document, origin: ORIGIN, holds });
  const before = await count();
  await profile.fromPage(PAGE_SHOWN, { documentId: document });
  expect(await count()).toBe(before);
  for (const { work } of profile.timers.splice(0)) work();
  await expect.poll(count).toBe(before + 1);
}

async function count(): Promise<number> {
  return (await profile.db.cm_visits.toArray()).reduce((sum, visits) => sum + visits.count, 0);
}

it('are of the account that the page names, or else of the identity of the options', async () => {
  profile.now = NOW + 60_000;
  await shownTo('42');
  profile.now += 60_000;
  await shownTo('43');
  profile.now += 60_000;
  await shownTo('42');
  profile.now += 60_000;
  await shownTo(null);
  const visits = await profile.db.cm_visits.toArray();
  const seen = new Map(visits.map(({ client_id, count: times }) => [client_id, times]));
  const named = (client_id: string) => clientOf({ client_id, client_email: '' }, project).client_id;
  const self = clientOf({ client_id: '', client_email: 'qa@example.com' }, project).client_id;
  expect(seen).toEqual(
    new Map([
      [named('42'), 2],
      [named('43'), 1],
      [self, 1],
    ]),
  );
  profile.now = NOW + 86_400_000;
  await profile.background.woke();
  const [ticket] = await profile.db.cm_support_tickets.toArray();
  expect(ticket?.resolution).toContain('consultée 4 fois sans erreur, par 3 clients');
});

it('count from when the page was shown: an error before it was read makes them unclean', async () => {
  profile.now = NOW + 60_000;
  profile.pages.pages.set(TAB, { document: 'D', origin: ORIGIN, holds: { 'meta user-id': '42' } });
  await profile.fromPage(PAGE_SHOWN, { documentId: 'D' });
  const reading = profile.timers.splice(0);
  profile.now += 500;
  await profile.fromPage(batchOf([wireRecord({ timestamp: at(60_500) })]), { documentId: 'D' });
  profile.now += 1_500;
  for (const { work } of reading) work();
  await expect.poll(count).toBe(1);
  expect(await profile.db.cm_visits.toArray()).toMatchObject([{ first_at: at(60_000), last_at: at(60_000) }]);
});
