import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTranslator } from '../../../src/platform/i18n.ts';
import { failureTexts } from '../../../src/platform/texts/failures.ts';
import { REMOTE_FAILURES } from '../../../src/remote/failure.ts';
import { MessageError } from '../../../src/messages/message-error.ts';
import { applyOccurrences } from '../../../src/storage/apply.ts';
import type { VigieDatabase } from '../../../src/storage/database.ts';
import { settings } from '../../../src/storage/queries.ts';
import { teamView } from '../../../src/storage/sync-queries.ts';
import { failureSentence } from '../../../src/ui/data/use-command.ts';
import { context, uuid } from '../../core/samples.ts';
import { identical } from '../../storage/support.ts';
import { FakeProfile } from '../harness.ts';
import { NOW } from '../records.ts';
import { joining } from './joining.ts';
import { json, StubProject, type Mishap } from './stub-project.ts';

const INSTALL = '11111111-2222-4333-8444-555555555555';
const HOUR = 3_600_000;

let profile: FakeProfile;
let project: StubProject;

beforeEach(async () => {
  profile = new FakeProfile();
  // The library has its own look at the clock.
  vi.spyOn(Date, 'now').mockImplementation(() => profile.now);
  project = new StubProject(profile.now);
  profile.teamPorts = project.ports(() => profile.now);
  profile.wake();
  await profile.fromUi({ type: 'consent.set', scope: 'sending', agreed: true });
});

async function joined(): Promise<void> {
  expect(await profile.fromUi(joining())).toEqual({ role: 'agent' });
  await sync();
}

async function sync(): Promise<void> {
  expect(await profile.fromUi({ type: 'team.sync' })).toBeNull();
}

async function view() {
  const seen = await teamView(profile.db);
  return { problem: seen?.sync.problem?.code ?? null, waiting: seen?.waiting, refused: seen?.refused.length };
}

const only =
  (part: string, mishap: () => Response | Error): Mishap =>
  (path) =>
    path.includes(part) ? mishap() : null;
const all = (mishap: () => Response | Error): Mishap => only('/', mishap);

const MISHAPS: [name: string, code: string, mishap: Mishap][] = [
  ['a name that nobody has', 'no-answer', all(() => new TypeError('Failed to fetch'))],
  ['somebody else’s web site', 'wrong-url', all(() => new Response('<!doctype html>', { status: 200 }))],
  ['a page that is not there', 'wrong-url', all(() => new Response('<!doctype html>', { status: 404 }))],
  ['a key that the project does not know', 'wrong-key', all(() => json(401, { message: 'Invalid API key' }))],
  [
    'a project without the SQL',
    'sql-missing',
    only('/rpc/', () => json(404, { code: 'PGRST202', message: 'Could not find the function public.cm_push' })),
  ],
  ['somebody who was taken out', 'revoked', only('/rpc/', () => json(403, { code: '42501', message: 'revoked' }))],
  [
    'somebody who never was in',
    'not-a-member',
    only('/rpc/', () => json(403, { code: '42501', message: 'not-a-member', details: 'not-invited' })),
  ],
  ['too many requests', 'too-many-requests', all(() => json(429, { message: 'slow down' }, { 'retry-after': '90' }))],
  ['a server that is down', 'server-busy', all(() => new Response('Bad Gateway', { status: 502 }))],
  ['another version', 'too-old', only('/rpc/', () => json(200, { protocol: 9 }))],
  ['an answer of no sense', 'strange-answer', only('/rpc/', () => json(200, { protocol: 1 }))],
];

describe.each(MISHAPS)('%s', (_name, code, mishap) => {
  it('is named, loses nothing, and is over once it is over', async () => {
    await joined();
    await applyOccurrences(profile.db, identical(2), { ...context(), install: INSTALL });
    project.mishap = mishap;
    await sync();
    expect(await view()).toMatchObject({ problem: code, refused: 0 });
    expect((await view()).waiting).toBeGreaterThan(0);
    const found = { type: 'team.test', url: 'https://team.supabase.co', key: 'sb_publishable_x' };
    expect(await profile.fromUi(found)).toMatchObject({ problem: code });
    project.mishap = () => null;
    await sync();
    expect(await view()).toEqual({ problem: null, waiting: 0, refused: 0 });
    expect([...project.arrived]).toEqual([uuid(1), uuid(2)]);
  });
});

it('a server that wants to be left alone is left alone for so long', async () => {
  await joined();
  project.mishap = all(() => json(429, {}, { 'retry-after': '90' }));
  await sync();
  const asked = project.asked.length;
  project.mishap = () => null;
  profile.now += 89_000;
  await profile.background.team.exchange();
  expect(project.asked.length).toBe(asked);
  profile.now += 1_000;
  await profile.background.team.exchange();
  expect((await view()).problem).toBeNull();
});

it('without a network it is said so, and nobody is blamed', async () => {
  await joined();
  project.online = false;
  project.mishap = all(() => new TypeError('Failed to fetch'));
  await sync();
  expect((await view()).problem).toBe('offline');
});

describe('a session', () => {
  it('that the server no longer believes is renewed, and nobody notices', async () => {
    await joined();
    let believed = false;
    project.mishap = (path) => {
      if (path.includes('refresh_token')) believed = true;
      return believed || path.startsWith('/auth') ? null : json(401, { code: 'PGRST303', message: 'JWT expired' });
    };
    await sync();
    expect(await view()).toMatchObject({ problem: null });
  });

  it('that cannot be renewed has expired: whoever signs in again goes on where they were', async () => {
    await joined();
    await applyOccurrences(profile.db, identical(2), { ...context(), install: INSTALL });
    profile.now += 2 * HOUR;
    project.now = profile.now;
    project.mishap = only('refresh_token', () => json(400, { error_code: 'refresh_token_not_found', msg: '' }));
    await sync();
    expect((await view()).problem).toBe('session-expired');
    await sync();
    expect((await view()).problem).toBe('signed-out');
    expect((await view()).waiting).toBeGreaterThan(0);
    await joined();
    expect(await view()).toEqual({ problem: null, waiting: 0, refused: 0 });
    expect(project.arrived.size).toBe(2);
  });

  it.each([2, -2])('works by a clock that is %i h off, and is not renewed at every call', async (hours) => {
    project.now = profile.now - hours * HOUR;
    await joined();
    await applyOccurrences(profile.db, identical(2), { ...context(), install: INSTALL });
    await sync();
    expect(await view()).toEqual({ problem: null, waiting: 0, refused: 0 });
    expect(project.asked.filter((path) => path.includes('refresh_token'))).toEqual([]);
    const test = { type: 'team.test', url: 'https://team.supabase.co', key: 'sb_publishable_x' };
    expect(await profile.fromUi(test)).toMatchObject({ problem: 'clock-off', skew_ms: hours * HOUR });
    expect((await teamView(profile.db))?.sync.skew_ms).toBe(hours * HOUR);
  });

  it('of one project never goes to another', async () => {
    await joined();
    const test = { type: 'team.test', url: 'https://other.supabase.co', key: 'sb_publishable_x' };
    expect(await profile.fromUi(test)).toMatchObject({ email: null });
  });
});

it.each(['revoked', 'email-not-confirmed', 'not-a-member'] as const)('the test tells %s apart', async (refusal) => {
  await joined();
  project.refusal = refusal;
  const test = { type: 'team.test', url: 'https://team.supabase.co', key: 'sb_publishable_x' };
  const problem = refusal === 'email-not-confirmed' ? 'email-unconfirmed' : refusal;
  expect(await profile.fromUi(test)).toMatchObject({ problem });
  expect(await profile.fromUi(joining())).toMatchObject({ failure: { code: problem } });
});

it('a full disk is named; what waits goes out, and what comes is taken once there is room', async () => {
  await joined();
  await applyOccurrences(profile.db, identical(2), { ...context(), install: INSTALL });
  project.rows = {
    cm_settings: [{ key: 'tickets', value: { threshold: 4 }, updated_at: new Date(NOW).toISOString() }],
  };
  const disk = await fillDisk(profile.db);
  await sync();
  expect(await view()).toEqual({ problem: 'storage-full', waiting: 0, refused: 0 });
  expect(project.arrived.size).toBe(2);
  disk.full = false;
  await sync();
  expect((await view()).problem).toBeNull();
  expect((await settings(profile.db)).settings.tickets.threshold).toBe(4);
});

function refuse(): Promise<never> {
  return Promise.reject(new DOMException('The quota has been exceeded.', 'QuotaExceededError'));
}

/** Nothing can be stored in the settings any more as long as it is `full`. */
async function fillDisk(db: VigieDatabase): Promise<{ full: boolean }> {
  const disk = { full: true };
  db.close();
  db.use({
    stack: 'dbcore',
    name: 'full disk',
    create: (down) => ({
      ...down,
      table(name) {
        const table = down.table(name);
        return {
          ...table,
          mutate: (request) => (disk.full && name === 'cm_settings' ? refuse() : table.mutate(request)),
        };
      },
    }),
  });
  await db.open();
  return disk;
}

describe('every failure', () => {
  const codes = [...REMOTE_FAILURES, 'storage-full', 'other-project', 'no-consent', 'team-setting'];

  it.each(['en', 'fr'] as const)('has a sentence of its own: %s', (language) => {
    const sentences = codes.map((code) => failureSentence(createTranslator(language), new MessageError(code, '')));
    expect(new Set(sentences).size).toBe(codes.length);
    const unknown = codes.map((code) => createTranslator(language).t(failureTexts.other, { code }));
    expect(sentences.filter((sentence) => unknown.includes(sentence))).toEqual([]);
  });
});
