import { type BrowserCase, uncaught } from '../../harness/case.ts';

const WORDS = ['lamp', 'door', 'roof', 'wall', 'desk', 'bed'];

/** As the page names its errors. */
function nameOf(index: number): string {
  return [index % 6, Math.floor(index / 6) % 6, Math.floor(index / 36)].map((word) => WORDS[word]).join('');
}

export const testCase: BrowserCase = {
  title: 'a hundred and fifty different errors at once are a hundred and fifty tickets',
  expect: Array.from({ length: 150 }, (_, index) => ({
    type: 'js_error',
    message: uncaught(`Error: broken ${nameOf(index)}`),
    at: 'storm-of-different-errors.js@throw',
    ticket: true,
  })),
};
