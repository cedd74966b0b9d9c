// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { joinTeam } from '../../../src/storage/membership.ts';
import { keepProject } from '../../../src/storage/policy.ts';
import { noteSync } from '../../../src/storage/sync-state.ts';
import { db } from '../../../src/ui/data/database.ts';
import { TeamSection } from '../../../src/ui/options/team/team-section.tsx';
import { NOW } from '../rows.ts';
import { answerMessages, click, emptyDatabase, hide, labelled, says, show, submit, type, until } from '../support.tsx';

const TEAM = { url: 'https://team.supabase.co', key: 'sb_publishable_x', email: 'qa@example.com', joined_at: NOW };

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabase();
});
afterEach(hide);

it('joins a team with what was typed, after the consent', async () => {
  const asked = answerMessages();
  show(<TeamSection />);
  await says('Project URL');
  type(labelled('Project URL'), TEAM.url);
  type(labelled('Publishable key'), TEAM.key);
  type(labelled('Your e-mail address'), TEAM.email);
  type(labelled('Password'), 'secret');
  submit('form');
  await until(() => expect(asked).toHaveBeenCalledTimes(2));
  expect(asked.mock.calls[0]?.[0]).toEqual({ type: 'consent.set', scope: 'sending', agreed: true });
  const { url, key, email } = TEAM;
  expect(asked.mock.calls[1]?.[0]).toEqual({ type: 'team.join', url, key, email, password: 'secret', code: '' });
});

it('joins the project that an administrator keeps, and no other', async () => {
  const asked = answerMessages();
  await keepProject(db, { url: TEAM.url, key: TEAM.key });
  show(<TeamSection />);
  await says('Your organisation has chosen this project');
  for (const [label, value] of [
    ['Project URL', TEAM.url],
    ['Publishable key', TEAM.key],
  ] as const) {
    expect(document.querySelector(labelled(label))).toMatchObject({ value, readOnly: true });
  }
  type(labelled('Your e-mail address'), TEAM.email);
  submit('form');
  await until(() => expect(asked).toHaveBeenCalledTimes(2));
  expect(asked.mock.calls[1]?.[0]).toMatchObject({ type: 'team.join', url: TEAM.url, key: TEAM.key });
});

it('shows what is in the way, what waits and what was refused, with its reason', async () => {
  const asked = answerMessages();
  await joinTeam(db, { ...TEAM, role: 'agent' });
  await db.outbox.add({ table: 'cm_sites', id: 'a' });
  await noteSync(db, { problem: { code: 'session-expired', detail: '', at: NOW }, skew_ms: 7_200_000 });
  await db.refused.put({ table: 'cm_commands', id: 'b', code: 'role-required', detail: '', at: NOW });
  show(<TeamSection />);
  await says('Your session has expired');
  await says('1 change waiting');
  await says('120 min off');
  await says('Your role in the team does not allow this.');
  click('li button', 'Drop');
  await says('Drop it for the team?');
  expect(asked).not.toHaveBeenCalled();
  submit('dialog form');
  await until(() => expect(asked).toHaveBeenCalledOnce());
  expect(asked.mock.calls[0]?.[0]).toEqual({ type: 'team.refused', rows: [['cm_commands', 'b']], again: false });
});

it('asks what becomes of the data before the team is left', async () => {
  const asked = answerMessages();
  await joinTeam(db, { ...TEAM, role: 'agent' });
  show(<TeamSection />);
  await says('Disconnect');
  click('button', 'Disconnect');
  await says('Everything was sent.');
  click('button', 'erase the data');
  await until(() => expect(asked).toHaveBeenCalledOnce());
  expect(asked.mock.calls[0]?.[0]).toEqual({ type: 'team.leave', wipe: true });
});
