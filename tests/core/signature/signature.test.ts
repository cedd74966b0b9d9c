import { expect, test } from 'vitest';
import type { CapturedFacts } from '../../../src/core/occurrence.ts';
import { signatureOf } from '../../../src/core/signature/signature.ts';

const GUIDE: CapturedFacts = {
  browser: 'chromium',
  error_type: 'js_error',
  message: "Uncaught TypeError: Cannot read properties of undefined (reading 'id')",
  name: 'TypeError',
  source: 'https://app.example.fr/js/auto-ticket-system.js',
  line: 579,
  column: 21,
  stack:
    "TypeError: Cannot read properties of undefined (reading 'id')\n" +
    '    at AutoTicketSystem.createTicket (https://app.example.fr/js/auto-ticket-system.js:579:21)\n' +
    '    at https://app.example.fr/js/auto-ticket-system.js:120:9',
  page_url: 'https://app.example.fr/admin-monitoring.html',
};

test("gives the guide's example exactly", () => {
  expect(signatureOf(GUIDE).signature).toBe('auto-ticket-system.js|Cannot read properties of undefined|579');
});
