import type { ErrorType, HttpFacts } from './rows.ts';

export type BrowserName = 'chromium' | 'firefox' | 'safari' | 'other';

/**
 * One captured thing before anything is derived from it: all that a signature may depend on. The conventions of `message`, `source`
 * and `stack` per kind are those of `WireRecord` in `src/relay/wire.ts`.
 */
export interface CapturedFacts {
  browser: BrowserName;
  error_type: ErrorType;
  message: string;
  /** The error's name where there was an error object, else ''. */
  name: string;
  source: string;
  line: number;
  column: number;
  stack: string;
  /** Address of the page (frame), with query and fragment. */
  page_url: string;
  http?: HttpFacts;
  console_args?: string[];
}
