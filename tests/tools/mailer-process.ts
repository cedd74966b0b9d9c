import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { closedPort } from './loopback.ts';
import { ROOT } from './root.ts';

/** The mail service as `npm run mailer` starts it, in a process of its own. */
export interface MailerProcess {
  /** Where it listens: `http://127.0.0.1:34567`. */
  address: string;
  /** What it wrote so far. */
  said: () => string;
  /** Ends it in the middle of whatever it does. */
  kill: () => Promise<void>;
  /** Asks it to end, and waits until it has finished what is under way. Safe after it was killed. */
  stop: () => Promise<void>;
}

/** What a developer's own environment must not decide: a team's real messages would go out by it. */
const NOTHING = {
  SMTP_USER: '',
  SMTP_PASS: '',
  SMTP_REPLY_TO: '',
  SUPABASE_URL: '',
  SUPABASE_SECRET_KEY: '',
  PUBLIC_URL: '',
  MAILER_TOKEN: '',
};

/**
 * Starts it on a free port, with a queue of its own and without any `.env`, and waits until it answers.
 *
 * @throws Error with what it said when it ends instead.
 */
export async function startMailerProcess(smtpPort: number, env: Record<string, string> = {}): Promise<MailerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-mailer-'));
  const port = await closedPort();
  const smtp = {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(smtpPort),
    SMTP_FROM: 'Support Gîtes <support@gites.example>',
  };
  const own = { HOST: '127.0.0.1', PORT: String(port), MAILER_STORE: join(folder, 'queue.sqlite') };
  const child = spawn(process.execPath, [join(ROOT, 'src', 'mailer', 'main.ts')], {
    cwd: folder,
    env: { ...process.env, ...NOTHING, ...smtp, ...own, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'exit');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  async function end(signal: NodeJS.Signals): Promise<void> {
    child.kill(signal);
    await ended;
  }

  const address = `http://127.0.0.1:${port}`;
  while (!(await answers(address))) {
    if (hasEnded()) throw new Error(`The mail service ended: ${said}`);
    await sleep(50);
  }
  return {
    address,
    said: () => said,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(address: string): Promise<boolean> {
  try {
    await (await fetch(`${address}/health`)).body?.cancel();
    return true;
  } catch {
    return false;
  }
}
