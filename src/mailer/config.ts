import * as v from 'valibot';
import type { TeamConfig } from './team-call.ts';

/** Everything that the service is told from outside. */
export interface MailerConfig {
  smtp: SmtpConfig;
  /** `Name <address>`, as it stands in the mails. */
  from: string;
  replyTo: string | null;
  /** Where `POST /api/send-email` is served. */
  host: string;
  port: number;
  /** Where people outside reach this service, such as "https://mails.example.com"; null: they do not. */
  publicUrl: string | null;
  /** Without one, only programs of this machine are served. */
  token: string | null;
  /** A team whose messages are sent too; null: none. */
  team: TeamConfig | null;
  /** File of the queue. */
  store: string;
}

export interface SmtpConfig {
  host: string;
  port: number;
  /** TLS from the first byte, as on port 465; elsewhere the connection is upgraded. */
  secure: boolean;
  user: string;
  pass: string;
}

/** What is wrong with one variable. The text that says what to do is found by `problem`. */
export interface ConfigProblem {
  variable: string;
  problem: 'missing' | 'invalid-port' | 'invalid-address' | 'invalid-url' | 'line-break';
}

export type ConfigResult = { ok: true; config: MailerConfig } | { ok: false; problems: ConfigProblem[] };

export const DEFAULT_PORT = '3000';

const DEFAULTS = {
  SMTP_PORT: '587',
  PORT: DEFAULT_PORT,
  HOST: '127.0.0.1',
  MAILER_STORE: '.vigie-mailer/queue.sqlite',
};

/** Of `Name <address>` or a bare address. */
const FROM = /^(?:"?[^"<>\r\n]*"?\s*<([^<>\s]+)>|([^<>\s]+))$/;
const address = v.pipe(v.string(), v.email());

/** Reads the environment. All problems at once: one run should be enough to mend them. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const problems: ConfigProblem[] = [];
  const note = (variable: string, problem: ConfigProblem['problem']): void => void problems.push({ variable, problem });

  function read(name: string, fallback = ''): string {
    const value = (env[name] ?? '').trim() || fallback;
    if (/[\r\n]/.test(value)) note(name, 'line-break');
    return value;
  }

  function required(name: string): string {
    const value = read(name);
    if (value === '') note(name, 'missing');
    return value;
  }

  function port(name: 'SMTP_PORT' | 'PORT'): number {
    const value = Number(read(name, DEFAULTS[name]));
    if (!Number.isInteger(value) || value < 1 || value > 65_535) note(name, 'invalid-port');
    return value;
  }

  function mailbox(name: string, written: string): string {
    // `docker --env-file` hands on the quotes of the file.
    const value = /^"[^"]*"$/.test(written) ? written.slice(1, -1) : written;
    if (value !== '' && addressIn(value) === null) note(name, 'invalid-address');
    return value;
  }

  function publicUrl(): string | null {
    const value = read('PUBLIC_URL');
    if (value === '') return null;
    if (!/^https:\/\//i.test(value) || !URL.canParse(value)) note('PUBLIC_URL', 'invalid-url');
    return value.replace(/\/+$/, '');
  }

  function team(): TeamConfig | null {
    const [url, key] = [read('SUPABASE_URL'), read('SUPABASE_SECRET_KEY')];
    if (url === '' && key === '') return null;
    if (url === '') note('SUPABASE_URL', 'missing');
    else if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) note('SUPABASE_URL', 'invalid-url');
    if (key === '') note('SUPABASE_SECRET_KEY', 'missing');
    return { url, key };
  }

  const host = required('SMTP_HOST');
  const smtpPort = port('SMTP_PORT');
  const user = read('SMTP_USER');
  const pass = user === '' ? '' : password(host, required('SMTP_PASS'));
  const from = mailbox('SMTP_FROM', required('SMTP_FROM'));
  const replyTo = mailbox('SMTP_REPLY_TO', read('SMTP_REPLY_TO'));
  const config: MailerConfig = {
    smtp: { host, port: smtpPort, secure: smtpPort === 465, user, pass },
    from,
    replyTo: replyTo === '' ? null : replyTo,
    host: read('HOST', DEFAULTS.HOST),
    port: port('PORT'),
    publicUrl: publicUrl(),
    team: team(),
    token: read('MAILER_TOKEN') || null,
    store: read('MAILER_STORE', DEFAULTS.MAILER_STORE),
  };
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems };
}

/** Google shows its app passwords in groups of four; the spaces are not part of them. */
function password(host: string, pass: string): string {
  return /(?:^|\.)(?:gmail|google|googlemail)\.com$/i.test(host) ? pass.replaceAll(' ', '') : pass;
}

/** The address in `Name <address>` or by itself; null when there is none. */
export function addressIn(mailbox: string): string | null {
  const [, named, bare] = FROM.exec(mailbox) ?? [];
  const found = v.safeParse(address, named ?? bare);
  return found.success ? found.output : null;
}
