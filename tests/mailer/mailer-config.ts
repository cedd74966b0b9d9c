import type { MailerConfig } from '../../src/mailer/config.ts';

/** A service of this machine on any free port, which sends to the SMTP server on `smtpPort` and has no queue yet. */
export function mailerConfig(smtpPort: number, change: Partial<MailerConfig> = {}): MailerConfig {
  return {
    smtp: { host: '127.0.0.1', port: smtpPort, secure: false, user: '', pass: '' },
    from: 'Support Gîtes <support@gites.example>',
    replyTo: null,
    host: '127.0.0.1',
    port: 0,
    token: null,
    publicUrl: null,
    team: null,
    store: '',
    ...change,
  };
}
