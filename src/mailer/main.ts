import { existsSync } from 'node:fs';
import { createTranslator, resolveLanguage, type Translator } from '../platform/i18n.ts';
import { mailerTexts as texts } from '../platform/texts/mailer.ts';
import { checkConnection } from './check.ts';
import { DEFAULT_PORT, readConfig, type ConfigProblem, type MailerConfig } from './config.ts';
import { startMailService } from './service.ts';
import { createUnconfiguredServer } from './unconfigured.ts';

/** `npm run mailer`, and `npm run mailer -- --check`, which only tries the connection. */
async function main(args: readonly string[]): Promise<number> {
  const translator = createTranslator(resolveLanguage('auto', languageOf(process.env)));
  if (existsSync('.env')) process.loadEnvFile('.env');
  const read = readConfig(process.env);
  if (!read.ok) {
    say(explainConfig(translator, read.problems));
    return args.includes('--check') ? 1 : waitUnconfigured(translator, read.problems);
  }
  if (args.includes('--check')) {
    const { ok, lines } = await checkConnection(translator, read.config);
    say(lines);
    return ok ? 0 : 1;
  }
  return serve(translator, read.config);
}

/** Lets the extension's screens say what is missing, until somebody mends it and starts the service again. */
async function waitUnconfigured({ t }: Translator, problems: readonly ConfigProblem[]): Promise<number> {
  const server = createUnconfiguredServer(problems);
  const port = Number(process.env['PORT'] || DEFAULT_PORT);
  try {
    await server.listen({ host: '127.0.0.1', port });
  } catch {
    // No port, or somebody else's: the console has said everything.
    return 1;
  }
  say([t(texts.unconfigured, { port: String(port) })]);
  await stopSignal();
  await server.close();
  return 1;
}

async function serve(translator: Translator, config: MailerConfig): Promise<number> {
  const { t } = translator;
  let service;
  try {
    service = await startMailService(config);
  } catch (error) {
    say([explainStart(translator, config, error)]);
    return 1;
  }
  const { smtp } = config;
  say([t(texts.started, { address: service.address, smtp: `${smtp.host}:${String(smtp.port)}` })]);
  await stopSignal();
  say([t(texts.stopping)]);
  await service.stop();
  return 0;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** As POSIX says it: `fr_FR.UTF-8`, the first variable that is set. */
function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string {
  return (LC_ALL || LC_MESSAGES || LANG || '').replace(/[_.].*$/, '');
}

function explainConfig({ t }: Translator, problems: readonly ConfigProblem[]): string[] {
  return [
    t(texts.config.heading),
    ...problems.map(
      ({ variable, problem }) =>
        `- ${t(texts.config.byCode[problem], { variable, form: 'Support <support@example.com>' })}`,
    ),
  ];
}

function explainStart({ t }: Translator, { host, port, store }: MailerConfig, error: unknown): string {
  const { code = '', syscall = '', message = String(error) }: Partial<NodeJS.ErrnoException> = Object(error);
  if (code === 'EADDRINUSE') return t(texts.portBusy, { port: String(port) });
  // Of the address, or of the name that is looked up for it.
  if (syscall === 'listen' || syscall === 'getaddrinfo')
    return t(texts.cannotListen, { host, port: String(port), detail: message });
  return t(texts.storeBroken, { file: store, detail: message });
}

function say(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
}

process.exitCode = await main(process.argv.slice(2));
