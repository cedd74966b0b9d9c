import { beforeEach, describe, expect, it } from 'vitest';
import { SYNC_AGAIN_ALARM, SYNC_ALARM } from '../../../src/background/sync/team-sync.ts';
import { applyOccurrences } from '../../../src/storage/apply.ts';
import { teamView } from '../../../src/storage/sync-queries.ts';
import { context, uuid } from '../../core/samples.ts';
import { identical } from '../../storage/support.ts';
import { FakeProfile } from '../harness.ts';

const INSTALL = '11111111-2222-4333-8444-555555555555';
const PROJECT = { url: 'https://team.supabase.co/', key: 'sb_publishable_x' };
const JOIN = { type: 'team.join', ...PROJECT, email: 'qa@example.com', password: 'right', code: '' };

let profile: FakeProfile;

beforeEach(async () => {
  profile = new FakeProfile();
  await profile.fromUi({ type: 'consent.set', scope: 'sending', agreed: true });
});

async function happens(count: number, from = 1): Promise<void> {
  await applyOccurrences(profile.db, identical(count, from), { ...context(), install: INSTALL });
}

async function joined(): Promise<void> {
  expect(await profile.fromUi(JOIN)).toEqual({ role: 'agent' });
  await profile.fromUi({ type: 'team.sync' });
}

describe('joining', () => {
  it('brings what is here, and shows the team’s tickets', async () => {
    await happens(3);
    await joined();
    const view = await teamView(profile.db);
    expect(view).toMatchObject({
      team: { url: 'https://team.supabase.co', email: 'qa@example.com', role: 'agent' },
      waiting: 0,
      refused: [],
      sync: { problem: null, failures: 0 },
    });
    expect(view?.sync.synced_at).not.toBeNull();
    expect(await profile.team.team.db.cm_error_logs.count()).toBe(3);
    expect(profile.alarms.get(SYNC_ALARM)).toBe(1);
  });

  it.each([
    [{ password: 'wrong' }, 'wrong-credentials'],
    [{ url: 'http://team.example' }, 'not-encrypted'],
    [{ url: 'nothing' }, 'not-an-address'],
    [{ key: 'sb_secret_x' }, 'secret-key'],
  ])('says why it does not work with %j', async (change, code) => {
    expect(await profile.fromUi({ ...JOIN, ...change })).toMatchObject({ failure: { code } });
    expect(await teamView(profile.db)).toBeNull();
  });

  it('asks for consent before anything is sent', async () => {
    await profile.fromUi({ type: 'consent.set', scope: 'sending', agreed: false });
    expect(await profile.fromUi(JOIN)).toMatchObject({ failure: { code: 'no-consent' } });
    await profile.fromUi({ type: 'consent.set', scope: 'sending', agreed: true });
    await joined();
    await profile.fromUi({ type: 'consent.set', scope: 'sending', agreed: false });
    await happens(1);
    await profile.fromUi({ type: 'team.sync' });
    expect(await profile.team.team.db.cm_error_logs.count()).toBe(0);
  });

  it('is for members alone', async () => {
    profile.team.role = null;
    expect(await profile.fromUi(JOIN)).toMatchObject({ failure: { code: 'not-a-member' } });
    expect(await teamView(profile.db)).toBeNull();
  });

  it('works with a code from a mail as well', async () => {
    expect(await profile.fromUi({ ...JOIN, password: '', code: '123456' })).toEqual({ role: 'agent' });
  });
});

describe('what stands in the way', () => {
  it('is noted, and tried again later and later, with nothing lost', async () => {
    await joined();
    await happens(2);
    const waits: number[] = [];
    for (const code of ['offline', 'server-busy', 'server-busy'] as const) {
      profile.team.fails(code);
      await profile.fromUi({ type: 'team.sync' });
      const view = await teamView(profile.db);
      expect(view?.sync.problem?.code).toBe(code);
      expect(view?.waiting).toBeGreaterThan(0);
      waits.push((view?.sync.not_before ?? 0) - profile.now);
      expect(profile.rings.get(SYNC_AGAIN_ALARM)).toBe(view?.sync.not_before);
    }
    expect(waits).toEqual([5_000, 10_000, 20_000]);
    await profile.background.team.exchange();
    expect((await teamView(profile.db))?.waiting).toBeGreaterThan(0);
    profile.now += 20_000;
    profile.wake();
    await profile.background.team.exchange();
    expect(await teamView(profile.db)).toMatchObject({ waiting: 0, sync: { problem: null, failures: 0 } });
  });

  it('is left alone for as long as the server asks', async () => {
    await joined();
    profile.team.fails('server-busy', 120_000);
    await profile.fromUi({ type: 'team.sync' });
    expect((await teamView(profile.db))?.sync.not_before).toBe(profile.now + 120_000);
  });

  it('is never an answer that got lost: what is sent again changes nothing', async () => {
    await joined();
    await happens(4);
    profile.team.losesAfter = profile.team.pushes.length;
    await profile.fromUi({ type: 'team.sync' });
    expect((await teamView(profile.db))?.sync.problem?.code).toBe('no-answer');
    profile.team.losesAfter = Number.POSITIVE_INFINITY;
    await profile.fromUi({ type: 'team.sync' });
    expect(await profile.team.team.db.cm_error_logs.count()).toBe(4);
    expect((await profile.db.groups.toArray()).map(({ count }) => count)).toEqual([4]);
  });

  it('may be one row that the server cannot read: it is shown alone, and the others go', async () => {
    await joined();
    await happens(9);
    profile.team.poison.add(uuid(5));
    await profile.fromUi({ type: 'team.sync' });
    const view = await teamView(profile.db);
    expect(view?.refused).toMatchObject([{ table: 'cm_error_logs', id: uuid(5), code: 'unreadable' }]);
    expect(view?.waiting).toBe(0);
    expect(await profile.team.team.db.cm_error_logs.count()).toBe(8);
    profile.team.poison.clear();
    await profile.fromUi({ type: 'team.refused', rows: [['cm_error_logs', uuid(5)]], again: true });
    expect((await teamView(profile.db))?.refused).toEqual([]);
    expect(await profile.team.team.db.cm_error_logs.count()).toBe(9);
  });
});

describe('the test of a connection', () => {
  it('says what is in the way, the first thing first', async () => {
    const test = { type: 'team.test', ...PROJECT };
    expect(await profile.fromUi(test)).toMatchObject({ problem: 'signed-out' });
    await joined();
    expect(await profile.fromUi(test)).toMatchObject({ problem: null, role: 'agent', email: 'qa@example.com' });
    profile.team.fails('wrong-key');
    expect(await profile.fromUi(test)).toMatchObject({ problem: 'wrong-key', role: null });
    profile.team.serverNow = new Date(profile.now - 7_200_000).toISOString();
    expect(await profile.fromUi(test)).toMatchObject({ problem: 'clock-off', skew_ms: 7_200_000 });
    profile.team.role = null;
    expect(await profile.fromUi(test)).toMatchObject({ problem: 'not-a-member' });
  });
});

describe('an open page that listens', () => {
  it('is given a token of who is signed in, and nothing where nobody is', async () => {
    expect(await profile.fromUi({ type: 'team.token' })).toEqual({ token: null });
    await joined();
    expect(await profile.fromUi({ type: 'team.token' })).toEqual({ token: 'token of qa@example.com' });
    expect(await profile.fromPage({ type: 'team.token' })).toHaveProperty('failure');
  });

  it('brings what is new, but not before the server wants to be asked again', async () => {
    await joined();
    await happens(1);
    profile.team.fails('too-many-requests', 60_000);
    await profile.fromUi({ type: 'team.sync' });
    expect(await profile.fromUi({ type: 'team.news' })).toBeNull();
    expect((await teamView(profile.db))?.waiting).toBeGreaterThan(0);
    profile.now += 60_000;
    await profile.fromUi({ type: 'team.news' });
    expect((await teamView(profile.db))?.waiting).toBe(0);
  });
});

describe('leaving', () => {
  it('sends nothing any more', async () => {
    await joined();
    await happens(1);
    const sent = profile.team.pushes.length;
    expect(await profile.fromUi({ type: 'team.leave', wipe: false })).toBeNull();
    await profile.background.team.exchange();
    expect(profile.team.pushes.length).toBe(sent);
    expect(await profile.db.cm_error_logs.count()).toBe(1);
  });
});
