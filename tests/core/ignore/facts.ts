import type { CapturedFacts } from '../../../src/core/occurrence.ts';

/** An error of the page itself, which no rule covers. */
export function facts(changes: Partial<CapturedFacts> = {}): CapturedFacts {
  return {
    browser: 'chromium',
    error_type: 'js_error',
    message: "Uncaught TypeError: Cannot read properties of undefined (reading 'total')",
    name: 'TypeError',
    source: 'https://app.example.com/assets/app-3f9a2c.js',
    line: 10,
    column: 20,
    stack:
      "TypeError: Cannot read properties of undefined (reading 'total')\n    at total (https://app.example.com/assets/app-3f9a2c.js:10:20)\n    at HTMLButtonElement.onclick (https://app.example.com/:3:5)",
    page_url: 'https://app.example.com:8443/gites?id=3#x',
    ...changes,
  };
}
