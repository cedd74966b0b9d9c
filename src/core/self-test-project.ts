import { deterministicId } from './ids.ts';

/** Address of the page that the automated test's errors come from. No such host can exist (RFC 2606), so no real row is ever taken for one. */
export const SELF_TEST_PAGE = 'https://self-test.invalid/';

/** The project that marks every row of the test. */
export const SELF_TEST_PROJECT = deterministicId('project', new URL(SELF_TEST_PAGE).host);

/** Whether rows of a project are the team's business. */
export function isShared(project: string): boolean {
  return project !== SELF_TEST_PROJECT;
}
