import { beforeEach, describe, expect, it } from 'vitest';
import { FakeProfile } from '../harness.ts';
import { batchOf, wireRecord } from '../records.ts';

const SECRET = 'of Jane Doe';
const NAMES =
  'fell broke sank burnt froze drowned rusted melted cracked leaked burst bent tore slipped rolled vanished'.split(' ');

let profile: FakeProfile;

beforeEach(async () => {
  profile = new FakeProfile();
  await want({ created: true, reopened: true });
});

async function want(value: object): Promise<void> {
  expect(await profile.fromUi({ type: 'settings.save', key: 'alerts', value })).toBeNull();
}

async function fails(...names: string[]): Promise<void> {
  const timestamp = new Date(profile.now).toISOString();
  const records = names.map((name) =>
    wireRecord({ timestamp, message: `Uncaught Error: basket ${SECRET} ${name}`, stack: `at ${name} (a.js:1:1)` }),
  );
  await profile.fromPage(batchOf(records));
  await profile.background.alerts.tell();
}

async function tickets() {
  return profile.db.cm_support_tickets.toArray();
}

function command(id: string, ticket: string | undefined, what: object) {
  return profile.fromUi({ type: 'ticket.command', id, ticket, command: what });
}

async function closeFirst(): Promise<void> {
  const [ticket] = await tickets();
  await command('11111111-1111-4111-8111-111111111111', ticket?.id, { op: 'close', resolution: 'fixed' });
  await profile.background.alerts.clicked();
  profile.now += 60_000;
}

/** How many each notification told of. */
function counts(): (string | undefined)[] {
  return profile.alerts.shown.map((text) => /\d+/u.exec(text.replace(/V-\w+/u, '1'))?.[0]);
}

it('tells of a new ticket by its number and site, and of nothing that the page said', async () => {
  await fails('fell');
  const [ticket] = await tickets();
  expect(profile.alerts.shown).toEqual([expect.stringContaining(`Nouveau ticket ${ticket?.metadata.number ?? ''}`)]);
  expect(profile.alerts.shown.join()).toContain('Sur localhost');
  expect(profile.alerts.shown.join()).not.toContain(SECRET);
  expect(await profile.background.alerts.clicked()).toBe(`#/tickets/${ticket?.id ?? ''}`);
});

it('tells of an error that is back', async () => {
  await fails('fell');
  await closeFirst();
  await fails('fell');
  expect(profile.alerts.shown.at(-1)).toContain('l’erreur est revenue');
});

it('tells of a storm as one, again only when there are twice as many, whoever of the workers it meets', async () => {
  for (const name of NAMES) {
    profile.wake();
    await fails(name);
  }
  expect(await tickets()).toHaveLength(16);
  expect(counts()).toEqual(['1', '2', '4', '8', '16']);
  expect(await profile.background.alerts.clicked()).toBe('#/tickets');
});

it('begins anew once it has been quiet for a while', async () => {
  await fails('fell');
  profile.now += 600_000;
  await fails('broke');
  expect(profile.alerts.shown).toHaveLength(2);
  expect(profile.alerts.shown[1]).toContain('Nouveau ticket');
});

it('tells nothing unless it is wanted and allowed, nor later what was not wanted when it happened', async () => {
  profile.alerts.granted = false;
  await fails('fell');
  profile.alerts.granted = true;
  await want({});
  await fails('broke');
  await want({ created: true });
  await profile.background.alerts.tell();
  expect(profile.alerts.shown).toEqual([]);
});

it('tells nobody of a ticket that they make themselves', async () => {
  await profile.fromUi({ type: 'ticket.create', id: '22222222-2222-4222-8222-222222222222', sujet: 'A wrong price' });
  await profile.background.alerts.tell();
  expect(await tickets()).toHaveLength(1);
  expect(profile.alerts.shown).toEqual([]);
});

describe('a worker that is killed', () => {
  it('once the ticket is stored, leaves the telling to the next', async () => {
    profile.alerts.dies = 'before';
    await fails('fell');
    expect(profile.alerts.shown).toEqual([]);
    profile.alerts.dies = null;
    profile.wake();
    await profile.background.woke();
    expect(counts()).toEqual(['1']);
  });

  it('once it was shown, has the same shown in its place, and then no more', async () => {
    profile.alerts.dies = 'after';
    await fails('fell');
    profile.alerts.dies = null;
    profile.wake();
    await profile.background.woke();
    expect(new Set(profile.alerts.shown).size).toBe(1);
    const { length } = profile.alerts.shown;
    profile.wake();
    await profile.background.woke();
    expect(profile.alerts.shown).toHaveLength(length);
  });
});
