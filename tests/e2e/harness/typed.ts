import type { Page } from 'puppeteer-core';
import { trusted } from './trusted.ts';

/** What came of something typed into a console. */
export interface Typed<T> {
  /** The awaited value; undefined when it was refused. */
  value: T;
  /** What was printed, with plain spaces. */
  lines: string[];
  /** The words of the refusal; '' when there was none. */
  refused: string;
}

/** Types an expression into the page's console, waits for its promise, and reads what it printed. */
export async function typed<T = unknown>(page: Page, expression: string): Promise<Typed<T>> {
  const answer = await page.evaluate(`(async () => {
    const lines = [];
    const { log, warn } = console;
    console.log = console.warn = (line) => lines.push(String(line).replace(/[\\u00A0\\u202F]/g, ' '));
    try {
      return JSON.stringify({ value: await (${expression}), lines, refused: '' });
    } catch (error) {
      return JSON.stringify({ lines, refused: String(error.message).replace(/[\\u00A0\\u202F]/g, ' ') });
    } finally {
      Object.assign(console, { log, warn });
    }
  })()`);
  return trusted<Typed<T>>(JSON.parse(trusted<string>(answer)));
}
