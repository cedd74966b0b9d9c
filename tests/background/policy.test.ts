import { beforeEach, describe, expect, it } from 'vitest';
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
