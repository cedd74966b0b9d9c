// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { db } from '../../../src/ui/data/database.ts';
import { TemplatesSection } from '../../../src/ui/options/templates/templates-section.tsx';
import { NOW } from '../rows.ts';
import {
  answerMessages,
  click,
  emptyDatabase,
  find,
  hide,
  labelled,
  says,
  show,
  submit,
  type,
  until,
} from '../support.tsx';
import { ticketRow } from '../tickets.ts';

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabase();
  await db.cm_support_tickets.put(ticketRow({ sujet: 'total <i>is not</i> a function' }));
});
afterEach(hide);

const stored = DEFAULT_SETTINGS.notifications;
const frame = () => find('iframe').getAttribute('srcdoc') ?? '';

it('a template is looked at with a real ticket while it is changed, saved, and sent as a test', async () => {
  const asked = answerMessages();
  show(<TemplatesSection stored={stored} />);
  await says('Preview with the ticket');
  await until(() => expect(frame()).toContain('We have detected a problem'));
  expect(find('iframe').getAttribute('sandbox')).toBe('');
  type(labelled('Subject'), 'Yours: {{number}}');
  type(labelled('Body (HTML)'), '<p>{{title}}</p>');
  await says('Yours: V-TEST01');
  expect(frame()).toContain('total &lt;i&gt;is not');
  submit('form:has(textarea)');
  await until(() => expect(asked).toHaveBeenCalledOnce());
  expect(asked.mock.calls[0]?.[0]).toMatchObject({
    type: 'template.save',
    name: 'error-detected',
    audience: 'client',
    language: 'en',
    subject: 'Yours: {{number}}',
  });
  type(labelled('Send the preview to'), 'me@example.com');
  submit('form:has([type="email"])');
  await until(() => expect(asked).toHaveBeenCalledTimes(2));
  expect(asked.mock.calls[1]?.[0]).toMatchObject({ type: 'mail.test', subject: 'Yours: V-TEST01' });
});

it('one that is not whole says where, and is not sent', async () => {
  const asked = answerMessages();
  show(<TemplatesSection stored={stored} />);
  await says('Preview with the ticket');
  type(labelled('Body (HTML)'), '{{#title}} open');
  await says('Unclosed section');
  submit('form:has(textarea)');
  expect(asked).not.toHaveBeenCalled();
  expect(document.querySelector('iframe')).toBeNull();
});

it('the team’s own words are shown, and taken back', async () => {
  const own = { name: 'error-detected', audience: 'client', language: 'en' } as const;
  await db.cm_notification_templates.put({
    id: 'error-detected/client/en',
    ...own,
    subject: 'Ours {{number}}',
    text: 'x',
    html: 'x',
    updated_at: NOW,
  });
  const asked = answerMessages();
  show(<TemplatesSection stored={stored} />);
  await says('In your own words');
  expect(find(labelled('Subject'))).toHaveProperty('value', 'Ours {{number}}');
  click('button', 'Restore the original');
  await until(() =>
    expect(asked.mock.calls[0]?.[0]).toEqual({ type: 'template.restore', id: 'error-detected/client/en' }),
  );
});
