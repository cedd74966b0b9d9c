// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { AlertsSection } from '../../../src/ui/options/alerts-section.tsx';
import { fakeGrants } from '../fake-grants.ts';
import { answerMessages, click, find, hide, says, show, text, until } from '../support.tsx';

afterEach(hide);

it('asks the browser before it saves that somebody wants notifications, and not when they want them no more', async () => {
  const grants = fakeGrants();
  const asked = answerMessages();
  show(<AlertsSection stored={DEFAULT_SETTINGS.alerts} />);
  click('label', 'A new ticket');
  expect(grants.request).toHaveBeenCalledWith({ permissions: ['notifications'] });
  const value = { created: true, reopened: false };
  await until(() => expect(asked).toHaveBeenCalledWith({ type: 'settings.save', key: 'alerts', value }));
  hide();
  show(<AlertsSection stored={value} />);
  click('label', 'A new ticket');
  await until(() => expect(asked).toHaveBeenCalledTimes(2));
  expect(grants.request).toHaveBeenCalledTimes(1);
});

it('says how to go on when the browser does not allow them, and saves nothing', async () => {
  fakeGrants().answer = false;
  const asked = answerMessages();
  show(<AlertsSection stored={DEFAULT_SETTINGS.alerts} />);
  click('label', 'An error that is back');
  await says('The browser did not allow notifications');
  expect(text(find('[role=alert]'))).toContain('Tick the box again');
  expect(asked).not.toHaveBeenCalled();
});

it('says that the browser has taken the permission back, asks for it again, and leaves the focus where it was', async () => {
  const grants = fakeGrants();
  grants.permissions = false;
  answerMessages();
  show(<AlertsSection stored={DEFAULT_SETTINGS.alerts} />);
  expect(text()).not.toContain('Allow notifications');
  show(<AlertsSection stored={{ created: true, reopened: false }} />);
  await says('This browser shows no notifications of Vigie');
  find('button', 'Allow notifications').focus();
  click('button', 'Allow notifications');
  await until(() => expect(text()).not.toContain('Allow notifications'));
  expect(document.activeElement).not.toBe(document.body);
});
