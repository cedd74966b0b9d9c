import { beforeEach, expect, it, vi } from 'vitest';
import { FakeProfile } from '../harness.ts';
import { batchOf, newId, wireRecord } from '../records.ts';

let profile: FakeProfile;
const ADMIN = 'support@example.org';
const OWN = { type: 'template.save', name: 'maison', audience: 'admin', language: 'fr' };
const WORDS = { subject: 'Alerte {{number}}', text: 'Voir {{title}}', html: '<p>{{title}}</p>' };

beforeEach(() => {
  profile = new FakeProfile();
});

async function subjectAfter(emailTemplate: string): Promise<string | undefined> {
  const value = { enabled: true, admins: [ADMIN], emailTemplate };
  expect(await profile.fromUi({ type: 'settings.save', key: 'notifications', value })).toBeNull();
  const message = `Uncaught Error: <b>cart ${emailTemplate}</b>`;
  await profile.fromPage(batchOf([wireRecord({ id: newId(), message, stack: '' })]));
  await profile.background.mails.deliver();
  return [...profile.mail.mails.values()].at(-1)?.subject;
}

it('new errors are told with the template that the setting names', async () => {
  expect(await profile.fromUi({ ...OWN, ...WORDS })).toBeNull();
  expect(await subjectAfter('maison')).toMatch(/^Alerte V-/);
  expect([...profile.mail.mails.values()][0]?.html).toContain('&lt;b&gt;cart');
});

it('a name that nobody wrote falls back to the words for new errors', async () => {
  await profile.fromUi({ ...OWN, ...WORDS, name: 'error-detected', subject: 'Les nôtres {{number}}' });
  expect(await subjectAfter('nowhere')).toMatch(/^Les nôtres V-/);
});

it('the original is restored', async () => {
  await profile.fromUi({ ...OWN, ...WORDS, name: 'error-detected' });
  expect(await profile.fromUi({ type: 'template.restore', id: 'error-detected/admin/fr' })).toBeNull();
  expect(await subjectAfter('error-detected')).toMatch(/^\[Nouveau\]/);
});

it('one that was broken elsewhere keeps no mail back: the original goes out, and the message says why', async () => {
  await profile.fromUi({ ...OWN, ...WORDS, name: 'error-detected' });
  // As an import, or a hand in the database, can leave it.
  await profile.db.cm_notification_templates.toCollection().modify({ html: '<p>{{/title}}</p>' });
  expect(await subjectAfter('error-detected')).toMatch(/^\[Nouveau\]/);
  const notes = async () => (await profile.db.cm_notifications.toArray()).map(({ status, reason }) => [status, reason]);
  const flaw = expect.stringMatching(/^template: html: Unopened section "title"/);
  await vi.waitFor(async () => expect(await notes()).toEqual([['sent', flaw]]));
});

it.each([
  ['that is no Mustache', { text: '{{#title}} open' }, 'invalid-template'],
  ['without a subject', { subject: '' }, 'malformed'],
  ['of a name that no setting takes', { name: '../x' }, 'malformed'],
  ['of no audience', { audience: 'everybody' }, 'malformed'],
])('one %s is refused', async (_name, change, code) => {
  expect(await profile.fromUi({ ...OWN, ...WORDS, ...change })).toMatchObject({ failure: { code } });
  expect(await profile.db.cm_notification_templates.count()).toBe(0);
});
