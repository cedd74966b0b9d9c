import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandRow } from '../../../src/core/commands/command.ts';
import { settings } from '../../../src/storage/queries.ts';
import { teamOf } from '../../../src/storage/team.ts';
import type { FakeProfile } from '../harness.ts';
import { joining, signedUp } from './joining.ts';

let profile: FakeProfile;

beforeEach(async () => {
  profile = await signedUp();
});

const save = (key: string, value: unknown) => profile.fromUi({ type: 'settings.save', key, value });
const threshold = async () => (await settings(profile.db)).settings.tickets.threshold;
const pushed = () => profile.team.pushes.flatMap(({ commands }): CommandRow[] => commands);

async function joined(role: 'agent' | 'admin'): Promise<void> {
  profile.team.role = role;
  await profile.fromUi(joining());
  await profile.fromUi({ type: 'team.sync' });
}

describe('a setting that a team has in common', () => {
  it('is for its administrators: others are told so, and nothing changes', async () => {
    await joined('agent');
    expect(await save('tickets', { threshold: 5 })).toMatchObject({ failure: { code: 'team-setting' } });
    expect(await save('notifications', { admins: ['a@example.com'] })).toMatchObject({
      failure: { code: 'team-setting' },
    });
    expect(await threshold()).toBe(1);
    expect(await save('appearance', 'dark')).toBeNull();
    await profile.fromUi({ type: 'team.sync' });
    expect(pushed()).toEqual([]);
  });

  it('goes to the team as a command, and holds here at once', async () => {
    await joined('admin');
    expect(await save('tickets', { threshold: 5 })).toBeNull();
    expect(await threshold()).toBe(5);
    await profile.fromUi({ type: 'team.sync' });
    expect(pushed()).toMatchObject([
      { operation: 'setting', ticket_id: null, author: 'qa@example.com', arguments: { key: 'tickets' } },
    ]);
    expect(pushed()[0]?.arguments['value']).toMatchObject({ threshold: 5 });
    expect((await profile.team.team.db.cm_settings.get('tickets'))?.value).toMatchObject({ threshold: 5 });
    expect(await threshold()).toBe(5);
    expect(await profile.db.provisional.count()).toBe(0);
  });

  it('is what the team says, also where it refuses what an administrator asked for', async () => {
    await joined('admin');
    const value = { ...(await settings(profile.db)).settings.tickets, threshold: 7 };
    await profile.team.team.change((db) => db.cm_settings.put({ key: 'tickets', value, updated_at: '2030' }));
    await profile.fromUi({ type: 'team.sync' });
    expect(await threshold()).toBe(7);
    await save('tickets', { ...value, threshold: 2 });
    const [command] = await profile.db.cm_commands.toArray();
    profile.team.team.refuses.add(command?.id ?? '');
    await profile.fromUi({ type: 'team.sync' });
    expect(await threshold()).toBe(7);
    expect(await profile.db.refused.toArray()).toMatchObject([{ id: command?.id, code: 'role-required' }]);
  });

  it('rests while the team’s holds, and is back after it', async () => {
    await save('tickets', { threshold: 9 });
    await joined('agent');
    expect(await threshold()).toBe(1);
    await profile.fromUi({ type: 'team.leave', wipe: false });
    expect(await threshold()).toBe(9);
  });

  it('is the team’s whatever a policy says', async () => {
    profile.policy = { consent: true, settings: { tickets: { threshold: 3 }, language: 'fr' } };
    await joined('agent');
    profile.wake();
    await profile.background.woke();
    expect(await threshold()).toBe(1);
    expect((await settings(profile.db)).settings.language).toBe('fr');
  });
});

describe('a project that an administrator gives', () => {
  const managed = { url: 'https://fleet.supabase.co', key: 'sb_publishable_fleet' };

  it('another than before is not spoken to before somebody signs in there', async () => {
    await joined('agent');
    profile.policy = { consent: true, sending: true, team: managed };
    profile.wake();
    await profile.background.woke();
    const sent = profile.team.pushes.length;
    await profile.fromUi({ type: 'team.sync' });
    const sync = (await profile.db.meta.get('sync'))?.value;
    expect(sync).toMatchObject({ problem: { code: 'other-project' } });
    expect(profile.team.pushes.length).toBe(sent);
    expect(await profile.fromUi({ ...joining(), ...managed })).toEqual({ role: 'agent' });
    await profile.fromUi({ type: 'team.sync' });
    expect((await profile.db.meta.get('sync'))?.value).toMatchObject({ problem: null });
    expect(await teamOf(profile.db)).toMatchObject(managed);
  });
});
