import { beforeEach, describe, expect, it } from 'vitest';
import { ownFailures } from '../../src/storage/own-failures.ts';
import { keptProject } from '../../src/storage/policy.ts';
import { settings } from '../../src/storage/queries.ts';
import { FakeProfile } from './harness.ts';

const POLICY = {
  consent: true,
  sites: ['https://shop.example/', '*.staging.example.com'],
  settings: { tickets: { threshold: 3 }, language: 'fr' },
  locked: ['tickets'],
};

let profile: FakeProfile;

beforeEach(() => {
  profile = new FakeProfile();
  profile.policy = POLICY;
});

describe('a policy', () => {
  it('sets settings and sites at the start, once', async () => {
    await profile.background.woke();
    const rows = await profile.db.cm_settings.toArray();
    expect((await settings(profile.db)).settings).toMatchObject({ tickets: { threshold: 3 }, language: 'fr' });
    const names = (await profile.db.cm_sites.toArray()).map(({ name }) => name);
    expect(names.toSorted()).toEqual(['*.staging.example.com', 'shop.example']);
    profile.now += 60_000;
    profile.wake();
    await profile.background.woke();
    expect(await profile.db.cm_settings.toArray()).toEqual(rows);
  });

  it('keeps what it locks from being changed, and nothing else', async () => {
    await profile.background.woke();
    const save = (key: string, value: unknown) => profile.fromUi({ type: 'settings.save', key, value });
    expect(await save('tickets', { threshold: 1 })).toMatchObject({ failure: { code: 'managed-setting' } });
    expect(await save('appearance', 'dark')).toBeNull();
    profile.policy = { consent: true };
    profile.wake();
    await profile.background.woke();
    expect(await save('tickets', { threshold: 1 })).toBeNull();
  });

  it('that names something unusable costs only that, and is told', async () => {
    profile.policy = {
      ...POLICY,
      settings: { tickets: { threshold: 'many' }, language: 'fr' },
      sites: ['*', 'a.example'],
    };
    await profile.background.woke();
    expect((await settings(profile.db)).settings).toMatchObject({ tickets: { threshold: 1 }, language: 'fr' });
    expect((await profile.db.cm_sites.toArray()).map(({ name }) => name)).toEqual(['a.example']);
    await profile.failures.flush();
    profile.policy = { consent: 'yes', colour: 'red' };
    profile.wake();
    await profile.background.woke();
    await profile.failures.flush();
    const told = JSON.stringify(await ownFailures(profile.db));
    for (const part of ['tickets: threshold', 'sites: *', 'consent: consent', 'colour: No policy'])
      expect(told).toContain(part);
  });

  it('gives sites the rules by which their pages are read, agreed to, and brings them back when somebody changed them', async () => {
    const account = { read: 'meta', name: 'user-id', field: 'client_id' };
    const site = { site: 'https://shop.example/', account, environment: 'staging' };
    profile.policy = { ...POLICY, siteRules: [site, { site: 'bank.example', account: { ...account, name: 'token' } }] };
    await profile.background.woke();
    const ofShop = () => profile.db.cm_sites.filter(({ name }) => name === 'shop.example').first();
    const set = await ofShop();
    expect(set).toMatchObject({ account: { ...account, accepted: true }, environment: 'staging' });
    expect((await profile.db.cm_sites.toArray()).map(({ name }) => name)).not.toContain('bank.example');
    await profile.fromUi({ type: 'site.update', id: set?.id, account: null });
    profile.now += 60_000;
    profile.wake();
    await profile.background.woke();
    const back = await ofShop();
    expect(back?.account).toEqual(set?.account);
    profile.now += 60_000;
    profile.wake();
    await profile.background.woke();
    expect(await ofShop()).toEqual(back);
  });

  it('names the only project that may be joined, as long as it does', async () => {
    const join = (url: string) =>
      profile.fromUi({
        type: 'team.join',
        url,
        key: 'sb_publishable_x',
        email: 'qa@example.com',
        password: 'x',
        code: '',
      });
    profile.policy = { consent: true, team: { url: 'https://team.example.com/', key: 'sb_publishable_x' } };
    await profile.background.woke();
    expect(await keptProject(profile.db)).toEqual({ url: 'https://team.example.com', key: 'sb_publishable_x' });
    expect(await join('https://other.example.com')).toMatchObject({ failure: { code: 'managed-setting' } });
    expect(await join('https://team.example.com')).toMatchObject({ failure: { code: 'no-consent' } });
    profile.policy = { consent: true, team: { url: 'https://team.example.com', key: 'sb_secret_x' } };
    profile.wake();
    await profile.background.woke();
    expect(await keptProject(profile.db)).toBeNull();
  });

  it('asks the person at the installation for the grants alone that only a person can give', async () => {
    await profile.background.installed(true);
    expect(profile.welcomes).toBe(1);
    const granted = new FakeProfile();
    granted.policy = POLICY;
    granted.capture.grants.push('https://shop.example/*', '*://*.staging.example.com/*');
    await granted.background.installed(true);
    expect(granted.welcomes).toBe(0);
  });
});
