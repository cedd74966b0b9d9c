import { beforeEach, expect, it } from 'vitest';
import { SWEEP_ALARM } from '../../src/background/monitoring/monitoring.ts';
import { WIRE_VERSION } from '../../src/relay/wire.ts';
import { FakeProfile } from './harness.ts';
import { at, batchOf, NOW, wireRecord } from './records.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHOWN = { type: 'capture.page', wire: WIRE_VERSION };

let profile: FakeProfile;

beforeEach(() => {
  profile = new FakeProfile();
});

async function ticket() {
  const [row] = await profile.db.cm_support_tickets.toArray();
  return row;
}

it('closes at the start what became due while nobody ran, in the browser’s language', async () => {
  await profile.fromPage(SHOWN);
  await profile.fromPage(batchOf([wireRecord()]));
  profile.now = NOW + HOUR;
  await profile.fromPage(SHOWN);
  profile.now = NOW + 3 * DAY;
  profile.restart();
  await profile.background.woke();
  expect(await ticket()).toMatchObject({ statut: 'ferme', closed_at: at(3 * DAY) });
  const resolution = (await ticket())?.resolution ?? '';
  expect(resolution).toContain('L’erreur n’est pas réapparue depuis 3 jours.');
  expect(resolution).toContain('Depuis, la page a été consultée 1 fois sans erreur, par 1 client.');
});

it('says so when nobody came by the page, in the language of the settings', async () => {
  await profile.fromUi({ type: 'settings.save', key: 'language', value: 'en' });
  await profile.fromPage(batchOf([wireRecord()]));
  profile.now = NOW + DAY;
  await profile.background.woke();
  expect((await ticket())?.resolution).toContain('The error has not come back for 24 hours.');
  expect((await ticket())?.resolution).toContain('No visit of the page has been observed since then.');
});

/** The error on that line, so many milliseconds after NOW. */
function onLine(line: number, offset: number) {
  const stack = `RangeError: no rates for this date\n    at quote (http://localhost:3000/app.js:${line}:7)`;
  return batchOf([wireRecord({ timestamp: at(offset), line, stack })]);
}

it('says within seconds what became of an error that a redeploy moved', async () => {
  await profile.fromPage(onLine(12, -1_000));
  await profile.background.monitoring.sweep();
  profile.now = NOW + HOUR;
  await profile.fromPage(SHOWN);
  await profile.fromPage(onLine(20, HOUR - 1_000));
  await profile.fromPage(onLine(20, HOUR - 500));
  expect(await profile.db.cm_signature_aliases.count()).toBe(1);
  const [soon, ...more] = profile.timers.filter(({ delay }) => delay === 5_000);
  expect(more).toEqual([]);
  soon?.work();
  await expect.poll(() => profile.db.cm_signature_aliases.count()).toBe(2);
  expect(await profile.db.cm_support_tickets.count()).toBe(1);
});

it('asks for its alarm at every start', async () => {
  await profile.background.woke();
  expect([...profile.alarms]).toEqual([[SWEEP_ALARM, 5]]);
});

it('sweeps and resumes on demand', async () => {
  await profile.fromPage(batchOf([wireRecord()]));
  expect(await profile.fromUi({ type: 'monitoring.resume' })).toEqual({ active: 1 });
  expect(await profile.fromUi({ type: 'monitoring.sweep' })).toEqual({ closed: [], woken: [] });
  profile.now = NOW + DAY;
  const id = (await ticket())?.id;
  expect(await profile.fromUi({ type: 'monitoring.sweep' })).toEqual({ closed: [id], woken: [] });
  expect(await profile.fromUi({ type: 'monitoring.resume' })).toEqual({ active: 0 });
});

it('counts visits of watched pages only, of top pages only, and of sites that are on', async () => {
  await profile.fromPage(SHOWN);
  expect(await profile.db.cm_visits.count()).toBe(0);
  await profile.fromPage(batchOf([wireRecord()]));
  await profile.fromPage(SHOWN, { frameId: 3 });
  await profile.fromPage(SHOWN, {
    url: 'http://localhost:3000/other',
    tab: { id: 7, url: 'http://localhost:3000/other' },
  });
  expect(await profile.db.cm_visits.count()).toBe(0);
  await profile.fromPage(SHOWN);
  await profile.fromPage(SHOWN);
  expect(await profile.db.cm_visits.toArray()).toMatchObject([{ count: 2, client_id: null, day: at(0).slice(0, 10) }]);
  const [site] = await profile.db.cm_sites.toArray();
  await profile.fromUi({ type: 'site.update', id: site?.id, enabled: false });
  await profile.fromPage(SHOWN);
  expect(await profile.db.cm_visits.toArray()).toMatchObject([{ count: 2 }]);
});

it('notices a clock that jumped back before an error bears its time, and closes nothing early', async () => {
  await profile.background.woke();
  profile.now = NOW - 2 * DAY;
  await profile.fromPage(batchOf([wireRecord({ timestamp: at(-2 * DAY) })]));
  profile.now = NOW + HOUR;
  await profile.background.woke();
  expect(await ticket()).toMatchObject({ statut: 'ouvert', metadata: { monitoring_until: at(HOUR + DAY) } });
  profile.now = NOW + HOUR + DAY;
  await profile.background.woke();
  expect(await ticket()).toMatchObject({ statut: 'ferme' });
});
