import { spawn } from 'node:child_process';

export interface ProcessOutcome {
  /** Exit code; null when a signal ended the process or it could not be started. */
  code: number | null;
  /** Both streams in the order of arrival. */
  output: string;
  /** True when the program does not exist or may not be run. */
  unstartable: boolean;
}

export interface ProcessOptions {
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** Called with every piece of output as it comes. */
  onOutput?: (text: string) => void;
  /** Ends the process. */
  signal?: AbortSignal;
  /** Milliseconds; none by default, because a slow machine is no error. */
  timeout?: number;
}

/** Runs a program to its end without a shell. Never rejects: a program that cannot be started is an outcome too. */
export function runProcess(file: string, args: string[], options: ProcessOptions = {}): Promise<ProcessOutcome> {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.signal && { signal: options.signal }),
      ...(options.timeout && { timeout: options.timeout }),
    });
    const take = (chunk: string) => {
      output += chunk;
      options.onOutput?.(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.once('error', (error: NodeJS.ErrnoException) => {
      const unstartable = error.code === 'ENOENT' || error.code === 'EACCES';
      resolve({ code: null, output: output || error.message, unstartable });
    });
    child.once('close', (code) => resolve({ code, output, unstartable: false }));
  });
}
