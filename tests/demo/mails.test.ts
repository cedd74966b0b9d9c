import { simpleParser, type ParsedMail } from 'mailparser';
import { expect, it } from 'vitest';
import type { Ticket } from './backup.ts';
import { ADMIN, CLIENT, judgeMails, mailReport } from './mails.ts';

const ticket: Ticket = {
  id: 't',
  statut: 'ouvert',
  priorite: 'haute',
  source: 'auto_detection',
  error_signature: 's',
  metadata: { project: 'p', number: 'V-7K3FQ2' },
};

const mail = (to: string, subject: string, html = '<p>x'): Promise<ParsedMail> =>
  simpleParser(
    `To: ${to}\r\nSubject: ${subject}\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n` +
      `--b\r\nContent-Type: text/plain\r\n\r\nx\r\n${html && `--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n`}--b--`,
  );

const toAdmin = await mail(ADMIN, '[Nouveau] V-7K3FQ2 boum');
const toClient = await mail(CLIENT, '[Nouveau] Gites (V-7K3FQ2)');

it('has no objection when client and admin were told of each ticket, and the admin that it is frequent', async () => {
  const frequent = await mail(ADMIN, '=?UTF-8?Q?[Fr=C3=A9quent]?= V-7K3FQ2 10 fois');
  expect(judgeMails([toAdmin, toClient, frequent], [ticket])).toEqual([]);
});

it.each<[string, readonly ParsedMail[], string]>([
  ['a mail is missing', [toAdmin], `no mail: ${CLIENT} [Nouveau] V-7K3FQ2`],
  ['one came twice', [toAdmin, toClient, toClient], 'more than once'],
  ['a stranger was told', [toAdmin, toClient, await mail('eve@example.com', '[Nouveau] V-7K3FQ2')], 'nobody expected'],
  ['the ticket is another', [toAdmin, await mail(CLIENT, '[Nouveau] V-000000')], 'no mail'],
  ['a part is missing', [toAdmin, await mail(CLIENT, '[Nouveau] V-7K3FQ2', '')], 'without text or HTML'],
])('objects when %s', (_, mails, problem) => {
  expect(judgeMails(mails, [ticket])).toContainEqual(expect.stringContaining(problem));
});

it('prints no control character of a subject', async () => {
  expect(mailReport([await mail(ADMIN, '=?UTF-8?Q?a=1B[31mb?=')])).toContain('a [31mb');
});
