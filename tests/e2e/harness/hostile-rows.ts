import { expect } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { TicketRow } from '../../../src/core/rows.ts';
import type { Seeded } from './seed.ts';
import type { Setting } from './setting.ts';
import { saveSetting, send } from './surfaces.ts';

/** A mark that only an element made of a page's text could bear. */
const MARK = 'data-escaped';

/** Runs, styles and nests whatever it can, wherever it is taken for markup. */
const MARKUP = `</p></bdi></td></main><b ${MARK}>bold</b><img ${MARK} src=x onerror="document.title='owned'"><script>document.title='owned'</script><style ${MARK}>*{display:none!important}</style><svg ${MARK} onload="document.title='owned'">`;

/** What a page could say to break how it is shown; letters only, so that each is an error of its own. */
const SAYS = {
  markup: MARKUP,
  formula: '=HYPERLINK("http://evil.example","Click me")',
  long: 'W'.repeat(5_000),
  huge: 'All work and no play makes a long message. '.repeat(2_500),
  turned: '\u202Egnirts desrever a \u2066and\u2069 \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 \u200F!',
  unseen: `zero\u200Bwidth\u2060and\uFEFFmarks${'\u00AD'.repeat(50)}`,
  stacked: `Z${'\u0310\u0335\u0352'.repeat(150)}algo`,
} as const;

/** No space in it, as people's names of files and sites may be. */
const WORD = `${MARKUP.slice(0, 90)}${'W'.repeat(200)}`;

/** What a page of ours looks like that took none of it for more than text. */
export async function expectHarmless(page: Page): Promise<void> {
  const { title, elements } = await page.evaluate(
    (mark) => ({ title: document.title, elements: document.querySelectorAll(`[${mark}]`).length }),
    MARK,
  );
  expect(title).not.toContain('owned');
  expect(elements).toBe(0);
}

/**
 * Has a page fail with the worst that it could say, and writes the same wherever a person can write something. Resolves to what is stored then:
 * the first error says markup and is that of the first ticket, which bears everything else.
 */
export async function seedHostile(setting: Setting, { page, tab }: Seeded): Promise<Seeded> {
  await saveSetting(setting, 'identity', { client_id: WORD, client_email: `${'w'.repeat(60)}@example.com` });
  const texts = Object.values(SAYS);
  await page.evaluate((all) => {
    document.title = all[0] ?? '';
    for (const text of all) failOnDemand.throws(text);
    console.error(...all, { key: all[0] });
    void fetch(`/status/500/${all[2] ?? ''}?${all[0] ?? ''}`);
  }, texts);
  const data = await setting.ledger.until('what the page said', ({ cm_error_logs: rows }) =>
    texts.every((text) => rows.some(({ message }) => message.includes(text.slice(0, 20)))),
  );
  const row = data.cm_error_logs.find(({ message }) => message.includes(MARK));
  const ticket = data.cm_support_tickets.find(({ error_signature: one }) => one === row?.metadata.signature);
  if (!row || !ticket) throw new Error('no ticket of the markup');
  await writeEverywhere(setting, ticket, row.id, data.cm_sites[0]?.id ?? '');
  const read = await setting.ledger.read();
  return {
    page,
    tab,
    data: {
      ...read,
      cm_error_logs: [row, ...read.cm_error_logs],
      cm_support_tickets: [ticket, ...read.cm_support_tickets],
    },
  };
}

/** As the extension's own pages ask for it; the id is made here. */
async function ask(setting: Setting, message: { type: string; [field: string]: unknown }): Promise<void> {
  const answer = await send(setting, message);
  if (answer.includes('"failure"')) throw new Error(`${message.type} was refused: ${answer}`);
}

async function writeEverywhere(setting: Setting, { id, statut }: TicketRow, error: string, site: string) {
  const command = (what: { op: string; [field: string]: unknown }) =>
    ask(setting, { type: 'ticket.command', id: crypto.randomUUID(), ticket: id, command: what, expected: statut });
  for (const text of Object.values(SAYS)) await command({ op: 'comment', text: text.slice(0, 20_000) });
  await command({ op: 'category', to: WORD.slice(0, 100) });
  await command({ op: 'assign', to: WORD, note: SAYS.turned });
  await command({ op: 'history', action: WORD.slice(0, 100), description: MARKUP });
  await command({ op: 'notify', message: MARKUP });
  await ask(setting, {
    type: 'corrections.log',
    corrections: [
      {
        id: crypto.randomUUID(),
        errorId: error,
        filePath: WORD,
        oldCode: `${SAYS.long}\n${MARKUP}`,
        newCode: `${MARKUP}\n${SAYS.turned}`,
        description: SAYS.stacked,
        testStatus: WORD,
        testResults: { [WORD]: MARKUP },
        appliedBy: WORD,
      },
    ],
  });
  const client = { client_id: WORD, client_email: `${'w'.repeat(60)}@example.com` };
  await ask(setting, {
    type: 'ticket.create',
    id: crypto.randomUUID(),
    sujet: SAYS.formula,
    categorie: 'W',
    ...client,
  });
  await ask(setting, { type: 'site.update', id: site, name: WORD.slice(0, 200) });
  await saveSetting(setting, 'ticketViews', [{ id: crypto.randomUUID(), name: WORD.slice(0, 80), query: 'q=W' }]);
}
