import { expect, it, vi } from 'vitest';
import { FakeProfile } from '../harness.ts';
import { failedRequest, PAGE, pass } from '../network/profile.ts';

const ADMIN = 'support@example.org';

it('what only the browser saw is told without a message of any page', async () => {
  const profile = new FakeProfile();
  profile.tabs.set(7, { url: PAGE, title: 'Booking' });
  await profile.fromUi({ type: 'settings.save', key: 'notifications', value: { enabled: true, admins: [ADMIN] } });
  await profile.background.network.failed(failedRequest());
  for (const pause of [4_500, 500]) await pass(profile, pause);
  await vi.waitFor(() => expect([...profile.mail.mails.values()].map(({ to }) => to)).toEqual([ADMIN]));
});
