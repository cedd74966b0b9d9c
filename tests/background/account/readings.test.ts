import { beforeEach, describe, expect, it } from 'vitest';
import { clientOf } from '../../../src/core/client.ts';
import type { SiteChange } from '../../../src/core/site-change.ts';
import { setAsideTallies } from '../../../src/storage/set-aside.ts';
import { FakeProfile } from '../harness.ts';
import { batchOf, wireRecord } from '../records.ts';

const TAB = 7;
const DOCUMENT = 'D0C';
const ORIGIN = 'http://localhost:3000';
const ACCOUNT = { read: 'meta', name: 'user-id', field: 'client_id' } as const;
const PAGE_SHOWN = { type: 'capture.page', wire: batchOf([]).wire };

let profile: FakeProfile;
let project: string;

beforeEach(async () => {
  profile = new FakeProfile();
  await profile.fromUi({ type: 'site.add', pattern: 'localhost:3000' });
  const [site] = await profile.db.cm_sites.toArray();
  project = site?.id ?? '';
  await profile.fromUi({ type: 'settings.save', key: 'identity', value: { client_email: 'qa@example.com' } });
});

async function change(fields: SiteChange): Promise<void> {
  expect(await profile.fromUi({ type: 'site.update', id: project, ...fields })).toBeNull();
}

/** What the tab's page says from now on. */
function says(holds: Record<string, string>, document = DOCUMENT, origin = ORIGIN): void {
  profile.pages.pages.set(TAB, { document, origin, holds });
}

/** The facts that an error of the page is stored with. */
async function stored(sender: Parameters<FakeProfile['fromPage']>[1] = {}) {
  const record = wireRecord();
  expect(await profile.fromPage(batchOf([record]), sender)).toEqual({ done: [record.id] });
  const row = await profile.db.cm_error_logs.get(record.id);
  return row?.metadata;
}

function clientNamed(client_id: string) {
  return clientOf({ client_id, client_email: '' }, project);
}

function identity() {
  return clientOf({ client_id: '', client_email: 'qa@example.com' }, project);
}

describe('the client of an occurrence', () => {
  it.each([
    ['meta', 'user-id', { 'meta user-id': '42' }],
    ['selector', '#who', { 'selector #who@': ' 42 ' }],
    ['selector', 'body@data-user', { 'selector body@data-user': '42' }],
    ['local_storage', 'app.user.id', { 'local_storage app': '{"user":{"id":42}}' }],
    ['session_storage', 'uid', { 'session_storage uid': '"42"' }],
    ['cookie', 'uid', { 'cookie uid': '%34%32' }],
  ] as const)('is read from %s %s', async (read, name, holds) => {
    await change({ account: { read, name, field: 'client_id' } });
    says(holds);
    expect(await stored()).toMatchObject(clientNamed('42'));
  });

  it('is an address where the rule says so', async () => {
    await change({ account: { ...ACCOUNT, field: 'client_email' } });
    says({ 'meta user-id': 'Marie@Example.com' });
    expect(await stored()).toMatchObject({ client_email: 'marie@example.com' });
  });

  it('is the identity of the options without a rule, and no page is looked into', async () => {
    says({ 'meta user-id': '42' });
    expect(await stored()).toMatchObject(identity());
    expect(profile.pages.reads).toBe(0);
  });

  it.each([
    ['nobody is signed in', {}],
    ['what is read is a token', { 'meta user-id': 'q3v8k2m1x9c7b5n4l6z0p8r2t4' }],
  ])('is that identity when %s', async (_name, holds: Record<string, string>) => {
    await change({ account: ACCOUNT });
    says(holds);
    expect(await stored()).toMatchObject(identity());
  });

  it('is that identity when the page cannot be asked, and nothing is lost', async () => {
    await change({ account: ACCOUNT });
    expect(await stored()).toMatchObject(identity());
  });

  it('is not read by a rule that came with a file, before somebody here agrees to it', async () => {
    const [site] = await profile.db.cm_sites.toArray();
    const account = { ...ACCOUNT, accepted: true };
    const cm_sites = [{ ...site, account, updated_at: '2030-01-01T00:00:00.000Z' }];
    await profile.fromUi({ type: 'data.import', tables: { cm_sites }, last: true });
    says({ 'meta user-id': '42' });
    expect(await stored()).toMatchObject(identity());
    await change({ account: ACCOUNT });
    expect(await stored()).toMatchObject(clientNamed('42'));
  });

  it('follows who signs in and out, a few seconds later at most', async () => {
    await change({ account: ACCOUNT });
    says({ 'meta user-id': '42' });
    expect(await stored()).toMatchObject(clientNamed('42'));
    says({});
    profile.now += 3_000;
    expect(await stored()).toMatchObject(identity());
    says({ 'meta user-id': '43' });
    profile.now += 3_000;
    expect(await stored()).toMatchObject(clientNamed('43'));
  });

  it('is read once for many batches of a few seconds', async () => {
    await change({ account: ACCOUNT });
    says({ 'meta user-id': '42' });
    for (let batch = 0; batch < 5; batch += 1) await stored();
    expect(profile.pages.reads).toBe(1);
  });

  it('of a page that has gone is who was there last, also when the worker was killed', async () => {
    await change({ account: ACCOUNT });
    says({ 'meta user-id': '42' });
    await profile.fromPage(PAGE_SHOWN);
    for (const { work } of profile.timers.splice(0)) work();
    await expect.poll(() => profile.memory).toBeDefined();
    profile.wake();
    says({}, 'NEXT');
    profile.now += 60_000;
    expect(await stored()).toMatchObject(clientNamed('42'));
    expect(await stored({ documentId: 'NEXT' })).toMatchObject(identity());
    profile.pages.pages.delete(TAB);
    expect(await stored()).toMatchObject(clientNamed('42'));
  });

  it('of a frame is that of the page around it, on the same site only', async () => {
    await change({ account: ACCOUNT });
    says({ 'meta user-id': '42' });
    const frame = { frameId: 3, documentId: 'FRAME' };
    expect(await stored(frame)).toMatchObject(clientNamed('42'));
    const reads = profile.pages.reads;
    expect(await stored({ ...frame, tab: { id: TAB, url: 'http://localhost:4000/' } })).toMatchObject(identity());
    expect(profile.pages.reads).toBe(reads);
  });

  it('is never that of another origin, to which the tab has gone meanwhile', async () => {
    await change({ account: ACCOUNT });
    says({ 'meta user-id': '42' }, 'OTHER', 'http://localhost:4000');
    expect(await stored()).toMatchObject(identity());
  });

  it('does not keep an error waiting for a page that never answers', async () => {
    await change({ account: ACCOUNT });
    profile.pages.wait = new Promise(() => undefined);
    const waiting = stored();
    await expect.poll(() => profile.timers.length).toBe(1);
    expect(profile.timers[0]?.delay).toBe(3_000);
    profile.timers.splice(0)[0]?.work();
    expect(await waiting).toMatchObject(identity());
    profile.now += 3_500;
    // It is not waited for again at once.
    expect(await stored()).toMatchObject(identity());
    expect(profile.timers).toEqual([]);
    profile.pages.wait = Promise.resolve();
    says({ 'meta user-id': '42' });
    profile.now += 10_000;
    expect(await stored()).toMatchObject(clientNamed('42'));
  });
});

describe('the release and the environment', () => {
  it.each([
    ['meta', 'version', { 'meta version': '2.4.1' }, '2.4.1'],
    ['global', 'APP.version', { 'global APP.version': '2.4.1' }, '2.4.1'],
    ['script', 'app.*.js', { scripts: 'https://shop.example/app.3f2a91.js' }, '3f2a91'],
  ] as const)('are noted, the release from %s %s', async (read, name, holds, release) => {
    await change({ release: { read, name }, environment: ' staging ', account: ACCOUNT });
    says({ ...holds, 'meta user-id': '42' });
    expect(await stored()).toMatchObject({ release, environment: 'staging', ...clientNamed('42') });
  });

  it('are absent where nothing is known of them', async () => {
    await change({ release: { read: 'meta', name: 'version' }, environment: '' });
    says({ 'meta version': 'two words' });
    const metadata = await stored();
    expect(metadata).not.toHaveProperty('release');
    expect(metadata).not.toHaveProperty('environment');
  });

  it('keep the hash of a commit, which masking would hide', async () => {
    const commit = 'd670460b4b4aece5915caf5c68d12f560a9fe3e4';
    await change({ release: { read: 'meta', name: 'version' } });
    says({ 'meta version': commit });
    expect(await stored()).toMatchObject({ release: commit });
  });
});

function answer(status: number) {
  const url = 'http://localhost:3000/api/me';
  const http = { method: 'GET', url, status, duration_ms: 3, error: '' };
  return wireRecord({ kind: 'http_error', message: `GET ${url} ${status}`, stack: '', http });
}

describe('quiet answers', () => {
  it('make no occurrence and are counted by their status; the others do', async () => {
    await change({ quiet_statuses: ['401', '409-412'] });
    const records = [401, 408, 409, 412, 413, 500].map(answer);
    await profile.fromPage(batchOf(records));
    const rows = await profile.db.cm_error_logs.toArray();
    expect(new Set(rows.map(({ metadata }) => metadata.http?.status))).toEqual(new Set([408, 413, 500]));
    expect((await setAsideTallies(profile.db)).ignored).toEqual({
      'quiet-status:401': 1,
      'quiet-status:409': 1,
      'quiet-status:412': 1,
    });
  });
});

function tried(account: object, tab = TAB) {
  return profile.fromUi({ type: 'site.test-account', id: project, tab, account });
}

describe('a rule that is being written', () => {
  beforeEach(() => {
    profile.tabs.set(TAB, { url: `${ORIGIN}/booking`, title: 'Booking' });
  });

  it('is tried on an open page, and nothing of it is kept', async () => {
    says({ 'meta user-id': '42' });
    expect(await tried(ACCOUNT)).toEqual({ value: '42', refused: null });
    expect(await tried({ ...ACCOUNT, name: 'other' })).toEqual({ value: null, refused: 'empty' });
    expect(await tried({ ...ACCOUNT, name: 'api-token' })).toEqual({ value: null, refused: 'secret-name' });
    says({ 'meta user-id': 'q3v8k2m1x9c7b5n4l6z0p8r2t4' });
    expect(await tried(ACCOUNT)).toEqual({ value: null, refused: 'token' });
    expect(profile.memory).toBeUndefined();
    expect(await stored()).toMatchObject(identity());
  });

  it('is tried for a release as well', async () => {
    const release = { read: 'global', name: 'APP.version' };
    const ask = () => profile.fromUi({ type: 'site.test-release', id: project, tab: TAB, release });
    says({ 'global APP.version': '2.4.1' });
    expect(await ask()).toEqual({ value: '2.4.1', refused: null });
    says({});
    expect(await ask()).toEqual({ value: null, refused: 'no-release' });
  });

  it('is tried on pages of its own site only', async () => {
    profile.tabs.set(8, { url: 'http://localhost:4000/', title: '' });
    says({ 'meta user-id': '42' });
    for (const tab of [8, 9])
      expect(await tried(ACCOUNT, tab)).toEqual({ failure: { code: 'other-site', detail: '' } });
    expect(profile.pages.reads).toBe(0);
  });

  it('says when the page cannot be asked', async () => {
    expect(await tried(ACCOUNT)).toEqual({ failure: { code: 'page-silent', detail: '' } });
  });
});
