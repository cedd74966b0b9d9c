import { describe, expect, it } from 'vitest';
import { addressIn, readConfig } from '../../src/mailer/config.ts';

/** As the guide writes it. */
const GUIDE = {
  SMTP_HOST: 'smtp.gmail.com',
  SMTP_PORT: '587',
  SMTP_USER: 'votre@email.com',
  SMTP_PASS: 'abcd efgh ijkl mnop',
  SMTP_FROM: 'Support Gîtes <votre@email.com>',
};

function problemsOf(change: Record<string, string | undefined>): string[] {
  const read = readConfig({ ...GUIDE, ...change });
  return read.ok ? [] : read.problems.map(({ variable, problem }) => `${variable} ${problem}`);
}

describe('the environment', () => {
  it("needs no more than the guide's five variables", () => {
    expect(readConfig(GUIDE)).toEqual({
      ok: true,
      config: {
        smtp: { host: 'smtp.gmail.com', port: 587, secure: false, user: 'votre@email.com', pass: 'abcdefghijklmnop' },
        from: 'Support Gîtes <votre@email.com>',
        replyTo: null,
        host: '127.0.0.1',
        port: 3000,
        publicUrl: null,
        team: null,
        token: null,
        store: '.vigie-mailer/queue.sqlite',
      },
    });
  });

  it('keeps the spaces of a password that is not Google’s', () => {
    const read = readConfig({ ...GUIDE, SMTP_HOST: 'mail.example.com' });
    expect(read.ok && read.config.smtp.pass).toBe('abcd efgh ijkl mnop');
  });

  it('takes a sender in quotes, as containers hand it on', () => {
    const read = readConfig({ ...GUIDE, SMTP_FROM: `"${GUIDE.SMTP_FROM}"`, SMTP_REPLY_TO: '"qa@b.example"' });
    expect(read.ok && [read.config.from, read.config.replyTo]).toEqual([GUIDE.SMTP_FROM, 'qa@b.example']);
    expect(problemsOf({ SMTP_FROM: '"Gîtes, Support" <a@b.example>' })).toEqual([]);
  });

  it('encrypts port 465 from the start', () => {
    const read = readConfig({ ...GUIDE, SMTP_PORT: '465' });
    expect(read.ok && read.config.smtp.secure).toBe(true);
  });

  it('wants no password where there is no user', () => {
    expect(problemsOf({ SMTP_USER: undefined, SMTP_PASS: undefined })).toEqual([]);
  });

  it('names every problem at once', () => {
    const missing = readConfig({});
    expect(missing.ok ? [] : missing.problems.map(({ variable }) => variable)).toEqual(['SMTP_HOST', 'SMTP_FROM']);
    expect(problemsOf({ SMTP_PASS: '', SMTP_PORT: 'x', PORT: '70000', SMTP_FROM: 'nobody' })).toEqual([
      'SMTP_PORT invalid-port',
      'SMTP_PASS missing',
      'SMTP_FROM invalid-address',
      'PORT invalid-port',
    ]);
    expect(problemsOf({ SMTP_FROM: 'a@b.example\r\nBcc: all@b.example' })).toContain('SMTP_FROM line-break');
  });

  it('wants both of a team’s variables, or none', () => {
    const both = { SUPABASE_URL: 'https://team.supabase.example', SUPABASE_SECRET_KEY: 'sb_secret_x' };
    expect(problemsOf(both)).toEqual([]);
    expect(problemsOf({ SUPABASE_SECRET_KEY: 'x' })).toEqual(['SUPABASE_URL missing']);
    expect(problemsOf({ SUPABASE_URL: both.SUPABASE_URL })).toEqual(['SUPABASE_SECRET_KEY missing']);
    expect(problemsOf({ ...both, SUPABASE_URL: 'team' })).toEqual(['SUPABASE_URL invalid-url']);
    expect(problemsOf({ PUBLIC_URL: 'http://mails.example.com' })).toEqual(['PUBLIC_URL invalid-url']);
  });

  it.each([
    ['a@b.example', 'a@b.example'],
    ['Support <a@b.example>', 'a@b.example'],
    ['"Gîtes, Support" <a@b.example>', 'a@b.example'],
    ['Support a@b.example', null],
    ['<>', null],
    ['', null],
  ])('finds the address in %j', (mailbox, address) => {
    expect(addressIn(mailbox)).toBe(address);
  });
});
