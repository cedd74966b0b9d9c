import { beforeEach, expect, it } from 'vitest';
import { applyOccurrences } from '../../../src/storage/apply.ts';
import { createTicket } from '../../../src/storage/create-ticket.ts';
import { ago, context, HOUR, NOW as THEN, occurrence, settings, uuid } from '../../core/samples.ts';
import { captured } from '../../storage/support.ts';
import { FakeProfile } from '../harness.ts';

/* What others of a team met, told on the screen of this browser. */

const OTHER = uuid(700);
const DAY = 24 * HOUR;
const JOIN = { type: 'team.join', url: 'https://team.supabase.co/', key: 'sb_publishable_x', code: '' };

let profile: FakeProfile;

beforeEach(async () => {
  profile = new FakeProfile();
  profile.now = Date.parse(THEN);
  await profile.fromUi({ type: 'consent.set', scope: 'sending', agreed: true });
  await profile.fromUi({ type: 'settings.save', key: 'alerts', value: { created: true, reopened: true } });
});

async function joins(): Promise<void> {
  await profile.fromUi({ ...JOIN, email: 'qa@example.com', password: 'right' });
  await brings();
}

/** Exchanges, and waits until whatever there is was told. */
async function brings(): Promise<void> {
  await profile.fromUi({ type: 'team.sync' });
  await profile.background.alerts.tell();
}

/** In somebody else's browser, so long before now. */
async function happensElsewhere(message: string, before = 0): Promise<void> {
  const timestamp = ago(before);
  await profile.team.team.change((db) =>
    applyOccurrences(db, [captured(occurrence(message.length, { message, timestamp }))], {
      ...context({}, timestamp),
      install: OTHER,
    }),
  );
}

it('tells of a ticket that came from the team, once', async () => {
  await joins();
  await happensElsewhere('Uncaught Error: a');
  await brings();
  const [ticket] = await profile.db.cm_support_tickets.toArray();
  expect(profile.alerts.shown).toEqual([expect.stringContaining(`Nouveau ticket ${ticket?.metadata.number ?? ''}`)]);
  await brings();
  expect(profile.alerts.shown).toHaveLength(1);
});

it('tells without being asked: the exchange of an alarm is enough', async () => {
  await joins();
  await happensElsewhere('Uncaught Error: a');
  await profile.background.team.exchange();
  await expect.poll(() => profile.alerts.shown).toHaveLength(1);
});

it('tells nothing of what the team had before this browser came', async () => {
  await happensElsewhere('Uncaught Error: a');
  await joins();
  expect(await profile.db.cm_support_tickets.count()).toBe(1);
  expect(profile.alerts.shown).toEqual([]);
});

it('tells nothing of what is a day old when it comes', async () => {
  await joins();
  await happensElsewhere('Uncaught Error: a', DAY);
  await brings();
  expect(await profile.db.cm_support_tickets.count()).toBe(1);
  expect(profile.alerts.shown).toEqual([]);
});

it('tells of a colleague’s ticket', async () => {
  await joins();
  const at = { id: uuid(900), now: THEN, author: 'lea@example.com', onBehalfOf: '', settings: settings() };
  await profile.team.team.change((db) => createTicket(db, { sujet: 'A wrong price' }, at));
  await brings();
  expect(profile.alerts.shown).toHaveLength(1);
});

it('tells once of an error of this browser’s own, whatever the team says of it', async () => {
  await joins();
  await applyOccurrences(profile.db, [captured(occurrence(1))], context());
  await profile.background.alerts.tell();
  expect(profile.alerts.shown).toHaveLength(1);
  await brings();
  expect(profile.alerts.shown).toHaveLength(1);
});
