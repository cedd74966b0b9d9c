import { spawn } from 'node:child_process';

export interface ProcessOutcome {
  /** Exit code; null when a signal ended the process or it could not be started. */
  code: number | null;
  /** What the process wrote to both streams, in the order of arrival. */
  output: string;
  /** The part of it that went to the standard output. */
  stdout: string;
}

export interface ProcessOptions {
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** Asks the process to end (SIGTERM); its outcome comes once it has. */
  signal?: AbortSignal;
  /** Milliseconds; none by default, because a slow machine is no error. */
  timeout?: number;
}

/** Runs a program to its end without a shell. Never rejects: a program that cannot be started is an outcome too. */
export function runProcess(file: string, args: string[], options: ProcessOptions = {}): Promise<ProcessOutcome> {
  return new Promise((resolve) => {
    const { cwd, env, signal, timeout } = options;
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(timeout && { timeout }),
    });
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    const stop = () => child.kill();
    const finish = (outcome: ProcessOutcome) => {
      signal?.removeEventListener('abort', stop);
      resolve(outcome);
    };
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    child.once('error', (error) => finish({ code: null, output: `${output}${error.message}`, stdout }));
    child.once('close', (code) => finish({ code, output, stdout }));
  });
}
