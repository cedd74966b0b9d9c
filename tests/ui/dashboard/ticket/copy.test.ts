import { expect, test } from 'vitest';
import { createTranslator } from '../../../../src/platform/i18n.ts';
import { curlCommand } from '../../../../src/ui/dashboard/ticket/copy/curl.ts';
import { ticketMarkdown } from '../../../../src/ui/dashboard/ticket/copy/markdown.ts';
import type { TicketFacts } from '../../../../src/ui/dashboard/ticket/read-ticket.ts';
import { occurrence, uuid } from '../../../core/samples.ts';
import { ticketRow } from '../../tickets.ts';

const request = { method: 'GET', url: 'https://shop.example/api?a=1', status: 500, duration_ms: 12, error: null };

test('a request becomes one line for a shell', () => {
  expect(curlCommand(request)).toBe("curl --globoff --url 'https://shop.example/api?a=1'");
  expect(curlCommand({ ...request, method: 'POST' })).toBe(
    "curl --globoff --request POST --url 'https://shop.example/api?a=1'",
  );
  expect(curlCommand({ ...request, method: 'HEAD' })).toContain(' --head ');
});

test('no address and no method gets out of its quotes', () => {
  const url = "https://shop.example/'; rm -rf ~ #\n\u001B[201~\u202E$(id)`id`\uD800";
  const command = curlCommand({ ...request, method: 'GET; id', url });
  expect(command).toBe(
    String.raw`curl --globoff --url 'https://shop.example/'\'';%20rm%20-rf%20~%20#%0A%1B[201~%E2%80%AE$(id)` +
      "`id`%EF%BF%BD'",
  );
});

function facts(changes: Partial<TicketFacts> = {}): TicketFacts {
  return {
    ticket: ticketRow(),
    evidence: occurrence(1),
    signatures: [],
    corrections: [],
    attachments: [],
    history: [],
    clients: [
      { client_id: uuid(9), client_email: 'lea@example.com', count: 2, first_seen: '', last_seen: '' },
      { client_id: null, client_email: null, count: 1, first_seen: '', last_seen: '' },
    ],
    notifications: [],
    mergedInto: undefined,
    mergedHere: [],
    site: 'Shop',
    ...changes,
  };
}

test('the ticket in Markdown has what a tracker needs, and names no client', () => {
  const text = ticketMarkdown(facts(), createTranslator('en'));
  expect(text).toContain('### V-TEST01: `total is not a function (cart.js:12)`');
  expect(text).toContain('- **Status**: Open');
  expect(text).toContain('- **Affected clients**: 1');
  expect(text).toContain('`https://shop.example/js/cart.js:12`');
  expect(text).not.toContain('lea@example.com');
});

test('a text of a page stays text in Markdown', () => {
  const message = '```\n# heading\n@everyone ![x](https://evil.example)\n````';
  const evidence = { ...occurrence(1), message };
  const text = ticketMarkdown(facts({ evidence, site: '`x`' }), createTranslator('fr'));
  expect(text).toContain(`\`\`\`\`\`text\n${message}\n\`\`\`\`\``);
  expect(text).toContain('`` `x` ``');
});
