import type { Browser } from 'puppeteer-core';
import { trusted } from './trusted.ts';

/** The part of puppeteer's own BiDi connection that is used here; `--remote-allow-system-access` opens the browser's own scope. */
interface BidiConnection {
  send(method: string, params: unknown): Promise<{ result: unknown }>;
}

interface Tree {
  contexts: { context: string }[];
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

export function bidi(browser: Browser): BidiConnection {
  return trusted<{ connection: BidiConnection }>(browser).connection;
}

/** Runs an expression with the browser's own rights and returns its value, which must be a string or undefined. */
export async function runPrivileged(browser: Browser, expression: string): Promise<string | undefined> {
  const connection = bidi(browser);
  const tree = trusted<Tree>((await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result);
  const { result } = await connection.send('script.evaluate', {
    expression,
    awaitPromise: true,
    target: { context: tree.contexts[0]!.context },
  });
  const answer = trusted<Evaluated>(result);
  if (answer.type === 'exception') throw new Error(`in the browser's own scope: ${answer.exceptionDetails?.text}`);
  return answer.result?.value;
}
