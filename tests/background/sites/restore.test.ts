import { expect, it } from 'vitest';
import { reconcile } from '../../../src/background/sites/reconcile.ts';
import { restore } from '../../../src/background/sites/restore.ts';
import { FakeProfile } from '../harness.ts';
import { FakeCapturePort, LOOPBACK } from './fake-capture-port.ts';

const SHOP = 'https://shop.example/*';
const AGREED = { agreed: true, excluded: [], unobtrusive: [SHOP] };

function port(): FakeCapturePort {
  const fake = new FakeCapturePort();
  fake.grants = [...LOOPBACK, SHOP];
  return fake;
}

it('brings the scripts back that an update dropped, as they were', async () => {
  const fake = port();
  await reconcile(fake, AGREED);
  const before = fake.scripts;
  fake.scripts = [];
  await restore(fake);
  expect(fake.scripts).toEqual(before);
  fake.calls = [];
  await restore(fake);
  await reconcile(fake, AGREED);
  expect(fake.calls).toEqual([]);
});

it('brings nothing back once the consent was withdrawn, though the worker was killed before the scripts were gone', async () => {
  const fake = port();
  await reconcile(fake, AGREED);
  fake.unregister = () => Promise.reject(new Error('killed'));
  await expect(reconcile(fake, { ...AGREED, agreed: false })).rejects.toThrow('killed');
  fake.scripts = [];
  await restore(fake);
  expect(fake.scripts).toEqual([]);
});

it.each([[undefined], [null], ['vigie-relay'], [[{ id: 'other', matches: [SHOP], excludeMatches: [] }]], [[]]])(
  'leaves it to the database where nothing readable was kept: %j',
  async (memory) => {
    const fake = port();
    fake.memory = memory;
    await restore(fake);
    expect(fake.calls).toEqual([]);
  },
);

it('happens at every start, before the database is read, and stops nothing when it fails', async () => {
  const profile = new FakeProfile();
  profile.capture.grants.push(SHOP);
  await profile.background.woke();
  expect(profile.capture.scripts).toHaveLength(2);
  profile.capture.scripts = [];
  profile.wake();
  profile.db.close();
  await profile.background.woke().catch(() => undefined);
  expect(profile.capture.scripts).toHaveLength(2);

  profile.capture.scripts = [];
  profile.capture.kept = () => Promise.reject(new Error('storage is broken'));
  profile.wake();
  await profile.background.woke();
  expect(profile.capture.scripts).toHaveLength(2);
});
