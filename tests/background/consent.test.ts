import { beforeEach, describe, expect, it } from 'vitest';
import { consentOf } from '../../src/storage/consent.ts';
import { everything } from '../storage/support.ts';
import { FakeProfile } from './harness.ts';
import { at, batchOf, NOW, wireRecord } from './records.ts';

const SHOP = 'https://shop.example/*';
const AGREE = { type: 'consent.set', scope: 'capture', agreed: true };

let profile: FakeProfile;

beforeEach(() => {
  profile = new FakeProfile();
  profile.policy = {};
});

/** Tables that what pages do can leave a trace in. */
async function traces(): Promise<string[]> {
  const { cm_settings: _settings, meta: _own, ...tables } = await everything(profile.db);
  return Object.entries(tables).flatMap(([name, rows]) => (rows.length > 0 ? [name] : []));
}

describe('before somebody agreed', () => {
  it('nothing of a page is kept, and its relay is told to forget', async () => {
    const record = wireRecord();
    await profile.fromPage({ type: 'capture.page', wire: batchOf([]).wire });
    expect(await profile.fromPage(batchOf([record, { no: 'record' }]))).toEqual({ done: [record.id] });
    await profile.background.network.failed({
      tab: 1,
      frame: 0,
      document: '',
      method: 'GET',
      urls: ['http://localhost:3000/gone'],
      type: 'xmlhttprequest',
      status: 404,
      error: '',
      begun: false,
      documentUrl: 'http://localhost:3000/',
      initiator: 'http://localhost:3000',
      at: NOW,
    });
    expect(profile.timers).toEqual([]);
    expect(await traces()).toEqual([]);
  });

  it('the page that asks is opened once, at the installation', async () => {
    await profile.background.installed(true);
    await profile.background.installed(false);
    profile.wake();
    await profile.background.woke();
    expect(profile.welcomes).toBe(1);
  });
});

it('from the moment of the consent on errors are stored and granted sites covered, until it is withdrawn', async () => {
  profile.capture.grants.push(SHOP);
  await profile.background.woke();
  expect(profile.capture.scripts).toEqual([]);
  expect(await profile.fromUi(AGREE)).toBeNull();
  expect(profile.capture.scripts).toHaveLength(2);
  // Of a second ago, delivered late, beside one of now.
  const [late, fresh] = [wireRecord(), wireRecord({ timestamp: at(0) })];
  expect(await profile.fromPage(batchOf([late, fresh]))).toEqual({ done: [late.id, fresh.id] });
  expect(await profile.db.cm_error_logs.toCollection().primaryKeys()).toEqual([fresh.id]);
  await profile.fromUi({ ...AGREE, agreed: false });
  await profile.fromPage(batchOf([wireRecord()]));
  expect(await profile.db.cm_error_logs.count()).toBe(1);
  expect(profile.capture.scripts).toEqual([]);
});

it('an administrator may agree for everybody: nobody is asked', async () => {
  profile.policy = { consent: true };
  await profile.background.installed(true);
  expect(profile.welcomes).toBe(0);
  expect(await consentOf(profile.db)).toMatchObject({ capture: { by: 'policy' }, sending: null });
  await profile.fromPage(batchOf([wireRecord()]));
  expect(await profile.db.cm_error_logs.count()).toBe(1);
  profile.policy = {};
  profile.wake();
  await profile.fromPage(batchOf([wireRecord()]));
  expect(await profile.db.cm_error_logs.count()).toBe(1);
});
