import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { ticketsCsv, ticketsFileName, ticketsJson } from '../../../src/ui/dashboard/tickets/ticket-files.ts';
import { ticketRow } from '../tickets.ts';

test('the spreadsheet has one line for each ticket, whatever stands in its texts', async () => {
  const description = 'two\r\nlines, "quoted"; and\ta tab';
  const text = await ticketsCsv([ticketRow({ description }), ticketRow({ sujet: '\u202Egpj.exe' })]).text();
  const { data } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
  expect(data).toHaveLength(2);
  expect(data[0]).toMatchObject({ number: 'V-TEST01', statut: 'ouvert', description, client_email: '' });
  expect(data[1]?.['sujet']).toBe('\u202Egpj.exe');
});

test.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1+1', ' =1+1', '＝1+1', '|calc', '\n=1'])(
  'a spreadsheet shows %j and does not run it',
  async (sujet) => {
    const text = await ticketsCsv([ticketRow({ sujet })]).text();
    const { data } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
    expect(data[0]?.['sujet']).toBe(`'${sujet}`);
  },
);

test('programs get the rows as they are', async () => {
  const rows = [ticketRow({ sujet: '=1' })];
  expect(JSON.parse(await ticketsJson(rows).text())).toEqual(rows);
  expect(ticketsFileName(new Date(2026, 2, 5), 'json')).toBe('vigie-tickets-2026-03-05.json');
});
