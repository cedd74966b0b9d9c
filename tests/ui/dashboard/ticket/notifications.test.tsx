// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { NotificationRow } from '../../../../src/core/rows.ts';
import { MailCard } from '../../../../src/ui/dashboard/diagnostic/mail-card.tsx';
import { NotificationsCard } from '../../../../src/ui/dashboard/ticket/notifications/notifications-card.tsx';
import { HeldAddresses } from '../../../../src/ui/options/mail/held-addresses.tsx';
import { DEFAULT_SETTINGS } from '../../../../src/core/settings.ts';
import { TEAM_SQL_VERSION } from '../../../../src/core/sync/protocol.ts';
import { joinTeam } from '../../../../src/storage/membership.ts';
import { noteSync } from '../../../../src/storage/sync-state.ts';
import { writeTeam } from '../../../../src/storage/team.ts';
import { db } from '../../../../src/ui/data/database.ts';
import { uuid } from '../../../core/samples.ts';
import { ProvideSettings, useStoredSettings } from '../../../../src/ui/shell/stored-settings.tsx';
import { NOW } from '../../rows.ts';
import { answerMessages, click, emptyDatabase, find, hide, says, show, text, until } from '../../support.tsx';

const TEAM = { url: 'https://team.supabase.co', key: 'sb_publishable_x', email: 'qa@example.com', joined_at: NOW };

beforeEach(async () => {
  fakeBrowser.reset();
  await emptyDatabase();
});
afterEach(hide);

function row(number: number, change: Partial<NotificationRow>): NotificationRow {
  return {
    id: uuid(number),
    ticket_id: uuid(1),
    event: 'created',
    episode: 1,
    recipient: `client${number}@example.com`,
    status: 'due',
    created_at: NOW,
    updated_at: NOW,
    ...change,
  };
}

describe('what people were told', () => {
  it.each([
    ['sent', undefined, 'en', 'sent'],
    ['queued', 'wrong-password: 535 5.7.8', 'en', 'The server does not take SMTP_USER and SMTP_PASS.'],
    ['queued', 'unreachable: connect ECONNREFUSED', 'fr', 'Personne ne répond à SMTP_HOST et SMTP_PORT.'],
    ['queued', 'tls: wrong version number', 'fr', 'Le port 465 est chiffré dès le début'],
    ['failed', 'refused-recipient: 550', 'en', 'The server does not take this recipient’s address.'],
    ['sent', 'template: html: Unclosed tag at 5', 'en', 'In its words: html: Unclosed tag at 5'],
    ['sent', 'template: html: Unclosed tag at 5', 'fr', 'il est parti dans sa rédaction d’origine'],
    ['skipped', 'late', 'fr', 'Cela datait de plus de 24 heures'],
    ['failed', 'Something <b>odd</b>', 'en', 'In its words: Something <b>odd</b>'],
  ] as const)('%s because of %s is explained in %s', async (status, reason, language, expected) => {
    show(<NotificationsCard notifications={[row(1, { status, ...(reason && { reason }) })]} />, language);
    await says(expected);
    expect(text()).toContain('client1@example.com');
  });

  it('is sent again on demand, unless it is on its way', async () => {
    const asked = answerMessages();
    show(<NotificationsCard notifications={[row(1, { status: 'failed' }), row(2, { status: 'queued' })]} />);
    click('button', 'Send again');
    await until(() => expect(asked).toHaveBeenCalledOnce());
    expect(asked.mock.calls[0]?.[0]).toEqual({
      type: 'ticket.command',
      id: expect.any(String),
      ticket: uuid(1),
      command: { op: 'resend', notification: uuid(1) },
    });
  });
});

describe('an address that a page named', () => {
  const held = row(1, { status: 'held', reason: 'domain' });
  const Held = () => (
    <ProvideSettings value={useStoredSettings()}>
      <NotificationsCard notifications={[held]} />
    </ProvideSettings>
  );

  it('is approved on its ticket, by who is alone', async () => {
    const asked = answerMessages();
    show(<Held />);
    await says('Approve this address');
    click('button', 'Approve this address');
    await until(() => expect(asked).toHaveBeenCalledOnce());
    expect(asked.mock.calls[0]?.[0]).toEqual({ type: 'mail.allow', id: expect.any(String), to: 'client1@example.com' });
  });

  it('is approved, in a team, by its administrators, and the others are told so', async () => {
    await joinTeam(db, { ...TEAM, role: 'agent' });
    show(<Held />);
    await says('Only an administrator of the team can approve it.');
    expect(text()).not.toContain('Approve this address');
    await writeTeam(db, { ...TEAM, role: 'admin' });
    await says('Approve this address');
    await db.cm_settings.put({ key: 'notifications', value: { allowed: ['example.com'] }, updated_at: NOW });
    await says('Approved: the team’s mail service is told with the next exchange.');
  });

  it('is approved in the options with all of its domain, when that is known to be one’s own', async () => {
    const asked = answerMessages();
    await db.cm_notifications.add(held);
    show(<HeldAddresses stored={DEFAULT_SETTINGS.notifications} />);
    await says('Approve all of example.com');
    click('button', 'Approve all of example.com');
    await until(() => expect(asked).toHaveBeenCalledOnce());
    expect(asked.mock.calls[0]?.[0]).toMatchObject({ type: 'mail.allow', to: 'example.com' });
  });
});

describe('the mail service', () => {
  const counts = { due: 2, held: 1, queued: 0, failed: 3 };
  const on = { ...DEFAULT_SETTINGS.notifications, enabled: true };

  it('is asked how it does, and its failure explained with the cure', async () => {
    const queue = { waiting: 4, sent: 10, failed: 1 };
    const answers = [{ state: 'fails', code: 'tls', detail: 'certificate has expired', queue }, { state: 'silent' }];
    answerMessages(() => answers.shift());
    show(<MailCard settings={on} counts={counts} />);
    await says('A certificate that is out of date');
    await says('4 waiting, 10 sent, 1 given up');
    await says('2 to be sent, 1 awaiting approval, 0 with the service, 3 failed');
    click('button', 'Ask again');
    await says('No mail service answers at http://localhost:3000');
  });

  it('names each variable that it lacks', async () => {
    const queue = { waiting: 0, sent: 0, failed: 0 };
    const detail = 'SMTP_HOST (missing), SMTP_PORT (invalid-port), SMTP_ODD (of-tomorrow)';
    answerMessages(() => ({ state: 'fails', code: 'not-configured', detail, queue }));
    show(<MailCard settings={on} counts={counts} />, 'fr');
    await says('Complétez ces variables dans son .env');
    await says(
      'SMTP_HOST est absent, SMTP_PORT doit être un port, un nombre entier de 1 à 65535, SMTP_ODD (of-tomorrow)',
    );
  });

  it.each([
    ['en', 'The mail service sends.', 'Paste sql/create_auto_ticket_tables_v2.sql into the SQL editor'],
    ['fr', 'Le service d’e-mail envoie.', 'Collez de nouveau sql/create_auto_ticket_tables_v2.sql dans le SQL Editor'],
  ] as const)('says what to mend though it sends, in %s', async (language, sends, cure) => {
    const queue = { waiting: 0, sent: 1, failed: 0 };
    answerMessages(() => ({ state: 'sends', code: 'team-sql-older', detail: 'PGRST202', queue }));
    show(<MailCard settings={on} counts={counts} />, language);
    await says(sends);
    expect(text()).toContain(cure);
    expect(find('.notice').dataset['tone']).toBe('warning');
  });

  it('says in a team that its SQL is older than the mail service needs, until it is not', async () => {
    await joinTeam(db, { ...TEAM, role: 'agent' });
    await noteSync(db, { sql_version: 1 });
    show(<MailCard settings={on} counts={counts} />, 'fr');
    await says('Collez de nouveau sql/create_auto_ticket_tables_v2.sql dans le SQL Editor');
    await noteSync(db, { sql_version: TEAM_SQL_VERSION });
    await until(() => expect(text()).not.toContain('Collez de nouveau'));
    expect(text()).toContain('En équipe, ces e-mails partent par son service d’e-mail');
  });

  it('is, in a team, known by what becomes of the messages', async () => {
    const asked = answerMessages();
    await joinTeam(db, { ...TEAM, role: 'agent' });
    show(<MailCard settings={{ ...on, admins: ['boss@example.org'], digest: '08:00' }} counts={counts} />);
    await says('In a team, its mail service sends these e-mails');
    const recent = new Date().toISOString();
    await db.cm_notifications.add(row(1, { recipient: 'boss@example.org' }));
    await db.cm_notifications.add(row(2, { updated_at: recent, reason: 'tls: certificate has expired' }));
    await says('A certificate that is out of date');
    await db.cm_notifications.add(row(3, {}));
    await says('1 e-mail of the team is waiting: no mail service fetches them.');
    await says('“npm run mailer -- --check” says what is in the way');
    expect(asked).not.toHaveBeenCalled();
  });

  it('is not asked while mails are off', () => {
    const asked = answerMessages();
    show(<MailCard settings={{ ...on, enabled: false }} counts={counts} />);
    expect(text(find('.card'))).toContain('E-mails are off.');
    expect(asked).not.toHaveBeenCalled();
  });
});
