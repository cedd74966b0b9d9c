import 'fake-indexeddb/auto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { restoreTemplate, saveTemplate } from '../../src/storage/mail-templates.ts';
import { saveSetting } from '../../src/storage/preferences.ts';
import { settings } from '../../src/storage/queries.ts';
import { changeSite, ensureSite } from '../../src/storage/sites.ts';
import { teamView } from '../../src/storage/sync-queries.ts';
import { browserOf, joinAs, type TeamBrowser } from './harness/browser.ts';
import { startStack, type LocalStack } from './harness/stack.ts';

const ADDRESS = 'https://bank.example/';

let stack: LocalStack;
let admin: TeamBrowser;
let agent: TeamBrowser;

beforeAll(async () => {
  stack = await startStack(inject('postgres'));
  admin = await joinAs(browserOf(stack, 1), stack, 'admin@example.com', 'admin');
  agent = await joinAs(browserOf(stack, 2), stack, 'agent@example.com', 'agent');
});

afterAll(() => stack.stop());

const now = () => new Date().toISOString();
const by = (author: string) => ({ id: crypto.randomUUID(), author });

async function exchanged(...browsers: TeamBrowser[]): Promise<void> {
  for (const browser of browsers) await browser.exchange();
}

it('an administrator’s rules of tickets hold for everybody, and for the database', async () => {
  await saveSetting(admin.db, 'tickets', { threshold: 2 }, now(), by('admin@example.com'));
  await exchanged(admin, agent);
  for (const { db } of [admin, agent]) expect((await settings(db)).settings.tickets.threshold).toBe(2);
  await agent.happens(1, 'once');
  await exchanged(agent);
  expect(await agent.db.cm_support_tickets.count()).toBe(0);
  await agent.happens(2, 'once');
  await exchanged(agent, admin);
  expect(await admin.db.cm_support_tickets.count()).toBe(1);
});

it('whoever is none asks in vain, and is told why', async () => {
  const asked = by('agent@example.com');
  await saveSetting(agent.db, 'tickets', { threshold: 50 }, now(), asked);
  await exchanged(agent);
  expect((await settings(agent.db)).settings.tickets.threshold).toBe(2);
  expect((await teamView(agent.db))?.refused).toMatchObject([{ id: asked.id, code: 'role-required', detail: 'admin' }]);
});

it('a site is what administrators say about it; whether it is watched is each browser’s own', async () => {
  const { id } = await ensureSite(agent.db, ADDRESS, now());
  await changeSite(agent.db, id, { name: 'Mine', quiet_statuses: ['401'], account: ACCOUNT }, now());
  await exchanged(agent);
  await ensureSite(admin.db, ADDRESS, now());
  await exchanged(admin);
  const told = { name: 'Mine', quiet_statuses: ['401'], account: { ...ACCOUNT, accepted: false } };
  expect(await admin.db.cm_sites.get(id)).toMatchObject(told);

  await changeSite(agent.db, id, { name: 'Still mine', enabled: false }, now());
  await changeSite(admin.db, id, { name: 'Shop', environment: 'staging' }, now());
  await exchanged(agent, admin, agent);
  const shop = { name: 'Shop', environment: 'staging', quiet_statuses: ['401'] };
  expect(await agent.db.cm_sites.get(id)).toMatchObject({ ...shop, enabled: false, account: ACCEPTED });
  expect(await admin.db.cm_sites.get(id)).toMatchObject({ ...shop, enabled: true });
});

it('a rule that an administrator takes away from a site is gone in every browser; what nobody decided stays', async () => {
  const { id } = await ensureSite(admin.db, 'https://rules.example/', now());
  await exchanged(admin, agent);
  await changeSite(agent.db, id, { environment: 'mine', enabled: false }, now());
  await exchanged(agent, admin, agent);
  expect(await agent.db.cm_sites.get(id)).toMatchObject({ environment: 'mine', enabled: false });

  const release = { read: 'meta', name: 'version' } as const;
  await changeSite(admin.db, id, { environment: 'staging', account: ACCOUNT, release }, now());
  await exchanged(admin, agent);
  expect(await agent.db.cm_sites.get(id)).toMatchObject({ environment: 'staging', account: ACCOUNT, release });
  await changeSite(admin.db, id, { account: null, release: null }, now());
  await exchanged(admin, agent);
  for (const { db } of [admin, agent]) {
    const site = await db.cm_sites.get(id);
    expect(site).toMatchObject({ environment: 'staging' });
    expect(site).not.toHaveProperty('account');
    expect(site).not.toHaveProperty('release');
  }
  expect(await agent.db.cm_sites.get(id)).toMatchObject({ enabled: false });
});

const ACCOUNT = { read: 'meta', name: 'user-id', field: 'client_id' } as const;
const ACCEPTED = { ...ACCOUNT, accepted: true };

it('the team’s own wording of a mail comes to everybody, and goes again', async () => {
  const key = { name: 'error-detected', audience: 'client', language: 'fr' } as const;
  const id = 'error-detected/client/fr';
  const words = { subject: 'Bonjour', text: 'Texte', html: '<p>Texte</p>' };
  await saveTemplate(admin.db, { id, ...key, ...words, updated_at: now() }, by('admin@example.com'));
  await exchanged(admin, agent);
  expect(await agent.db.cm_notification_templates.get(id)).toMatchObject({ ...key, ...words });
  await restoreTemplate(admin.db, id, now(), by('admin@example.com'));
  await exchanged(admin, agent);
  for (const { db } of [admin, agent]) expect(await db.cm_notification_templates.count()).toBe(0);
  expect(await admin.db.provisional.count()).toBe(0);
});
