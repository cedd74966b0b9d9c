import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settings } from '../../src/storage/queries.ts';
import { joining } from '../background/sync/joining.ts';
import { FakeConsole } from './console.ts';

let open: FakeConsole;

beforeEach(() => {
  open = new FakeConsole();
});

afterEach(() => open.close());

function config() {
  return open.page.autoTicketSystemInstance.config;
}

async function stored() {
  return (await settings(open.profile.db)).settings;
}

/** Waits until the console has said so many lines. */
function said(count: number): Promise<void> {
  return vi.waitFor(() => expect(open.lines).toHaveLength(count), { timeout: 10_000, interval: 5 });
}

it('is that of the guide to begin with, also as JSON', () => {
  expect(JSON.parse(JSON.stringify(config()))).toEqual({
    autoCreateTicketThreshold: 1,
    monitoringDuration: 86_400_000,
    emailTemplate: 'error-detected',
    ticketPriority: 'high',
  });
});

it('stays live when it is replaced or taken apart', async () => {
  const instance = open.page.autoTicketSystemInstance;
  Object.assign(instance, { config: { autoCreateTicketThreshold: 4 } });
  expect(instance.config).toBe(config());
  expect(config()).toMatchObject({ autoCreateTicketThreshold: 4, monitoringDuration: 86_400_000 });
  await said(1);
  expect((await stored()).tickets.threshold).toBe(4);
  expect(Reflect.deleteProperty(config(), 'ticketPriority')).toBe(false);
});

it('shows at once what is set, and stores it on top of what is stored', async () => {
  await open.profile.fromUi({ type: 'settings.save', key: 'tickets', value: { threshold: 2, requireExposure: true } });
  config().autoCreateTicketThreshold = 5;
  config().monitoringDuration = 3_600_000;
  expect(config().autoCreateTicketThreshold).toBe(5);
  expect(config().monitoringDuration).toBe(3_600_000);
  await said(2);
  expect((await stored()).tickets).toMatchObject({
    threshold: 5,
    monitoringDuration: 3_600_000,
    requireExposure: true,
  });
  expect(open.lines).toEqual(['✅ autoCreateTicketThreshold = 5', '✅ monitoringDuration = 3600000']);
});

it.each([
  ['high', 'haute', 'high'],
  ['haute', 'haute', 'high'],
  ['moyenne', 'moyenne', 'medium'],
  ['low', 'basse', 'low'],
])('takes the priority %s for %s', async (given, column, read) => {
  config().ticketPriority = given;
  await said(1);
  expect((await stored()).tickets.priority).toBe(column);
  expect(config().ticketPriority).toBe(read);
});

it('takes the name of a template', async () => {
  config().emailTemplate = 'error-detected-2';
  await said(1);
  expect((await stored()).notifications.emailTemplate).toBe('error-detected-2');
});

it.each([
  ['autoCreateTicketThreshold', 0, '! ⚠️ autoCreateTicketThreshold reste à 1 : donnez un nombre entier de 1 à 1000000'],
  [
    'autoCreateTicketThreshold',
    '2',
    '! ⚠️ autoCreateTicketThreshold reste à 1 : donnez un nombre entier de 1 à 1000000',
  ],
  ['monitoringDuration', -1, '! ⚠️ monitoringDuration reste à 86400000 : donnez des millisecondes'],
  ['emailTemplate', '<b>', '! ⚠️ emailTemplate reste à error-detected : donnez le nom d’un modèle'],
  ['ticketPriority', 'urgent', '! ⚠️ ticketPriority reste à high : donnez haute, moyenne ou basse'],
] as const)('refuses %s = %s with what to do, and keeps the old one', async (name, value, line) => {
  const before = await stored();
  expect(Reflect.set(config(), name, value)).toBe(true);
  await said(1);
  expect(open.lines[0]).toContain(line);
  expect(await stored()).toEqual(before);
});

it('takes back what the background refuses, and says why', async () => {
  Object.assign(fakeBrowser.runtime, {
    sendMessage: async () => ({ failure: { code: 'busy', detail: '' } }),
  });
  config().autoCreateTicketThreshold = 9;
  expect(config().autoCreateTicketThreshold).toBe(9);
  await said(1);
  expect(config().autoCreateTicketThreshold).toBe(1);
  expect(open.lines).toEqual([
    '! ⚠️ autoCreateTicketThreshold reste à 1 : Vigie est occupée. Réessayez dans un instant.',
  ]);
});

it('holds in the background: below the threshold there is no ticket, and after a restart neither', async () => {
  config().autoCreateTicketThreshold = 3;
  await said(1);
  await open.capture('total is not a function');
  open.profile.restart();
  await open.capture('total is not a function');
  expect(await open.profile.db.cm_support_tickets.count()).toBe(0);
  await open.capture('total is not a function');
  expect(await open.profile.db.cm_support_tickets.count()).toBe(1);
});

it('is, in a team, for its administrators: others are told so, and nothing changes', async () => {
  await joined('agent');
  config().autoCreateTicketThreshold = 5;
  config().ticketPriority = 'low';
  await said(2);
  const reason =
    'Les administrateurs de l’équipe décident de ce réglage. Rien n’a été modifié ; adressez-vous à l’un d’eux.';
  expect(open.lines).toEqual([
    `! ⚠️ autoCreateTicketThreshold reste à 1 : ${reason}`,
    `! ⚠️ ticketPriority reste à high : ${reason}`,
  ]);
  expect((await stored()).tickets).toMatchObject({ threshold: 1, priority: 'haute' });
  await open.profile.fromUi({ type: 'team.sync' });
  expect(open.profile.team.pushes.flatMap(({ commands }) => commands)).toEqual([]);
});

it('is set by an administrator for the whole team', async () => {
  await joined('admin');
  config().autoCreateTicketThreshold = 2;
  await said(1);
  expect(open.lines).toEqual(['✅ autoCreateTicketThreshold = 2']);
  await open.profile.fromUi({ type: 'team.sync' });
  expect((await open.profile.team.team.db.cm_settings.get('tickets'))?.value).toMatchObject({ threshold: 2 });
});

it('that is lowered makes the tickets of what was counted, at the next sweep', async () => {
  config().autoCreateTicketThreshold = 3;
  await said(1);
  await open.capture('total is not a function');
  await open.capture('total is not a function');
  config().autoCreateTicketThreshold = 2;
  await said(2);
  expect(await open.profile.db.cm_support_tickets.count()).toBe(0);
  await open.profile.fromUi({ type: 'monitoring.sweep' });
  expect(await open.profile.db.cm_support_tickets.count()).toBe(1);
});

/** The console's browser belongs to a team from now on. */
async function joined(role: 'agent' | 'admin'): Promise<void> {
  const { profile } = open;
  await profile.fromUi({ type: 'consent.set', scope: 'sending', agreed: true });
  profile.team.role = role;
  await profile.fromUi(joining());
  await profile.fromUi({ type: 'team.sync' });
}
