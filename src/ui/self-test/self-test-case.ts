import type { selfTestTexts } from '../../platform/texts/self-test.ts';

/** A case as the page shows it. */
export interface SelfTestCase {
  name: string;
  /** In English: it is a name of the browser tests. */
  title: string;
  /** Why this page cannot show it; null: it can. */
  hidden: keyof typeof selfTestTexts.reason | null;
}

export type SelfTestResult = { state: 'passed' } | { state: 'failed'; want: string; got: string };

/** What the page asks of its surroundings. */
export interface SelfTest<Case extends SelfTestCase = SelfTestCase> {
  load: () => Promise<Case[]>;
  /** Shows the case in `host`. */
  run: (testCase: Case, host: HTMLElement) => Promise<SelfTestResult>;
}

/** How far a case is. */
export type CaseState = SelfTestResult | { state: 'waiting' | 'running' | 'hidden' };
