import { setTimeout as sleep } from 'node:timers/promises';
import type { ParsedMail } from 'mailparser';
import type { Page } from 'puppeteer-core';
import { recipientOf } from '../tools/mailbox/recipient.ts';
import { saveSetting } from './ask.ts';
import type { Ticket } from './backup.ts';
import { oneLine } from './report.ts';

/** Who is told of everything in the demonstration, and whom its errors happen to. Both are nobody: `.example` is reserved. */
export const ADMIN = 'equipe@gites.example';
export const CLIENT = 'zoe@client.example';

/** How long no mail may come before what is still missing is given up, in milliseconds: far beyond what a slow machine needs. */
const PATIENCE = 60_000;

/** Turns e-mails on as a person does in the options, and says who sits at this browser. */
export async function turnMailsOn(extensionPage: Page, service: string): Promise<void> {
  await saveSetting(extensionPage, 'identity', { client_id: '', client_email: CLIENT });
  await saveSetting(extensionPage, 'notifications', {
    enabled: true,
    service,
    admins: [ADMIN],
    allowed: ['client.example'],
    language: 'fr',
  });
}

/** Waits until the client and the admin were told of every ticket, or no mail has come for a long time. */
export async function waitForMails(mails: readonly ParsedMail[], tickets: readonly Ticket[]): Promise<void> {
  let before = mails.length;
  for (let end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
    if (missing(mails, tickets).length === 0) return;
    if (mails.length !== before) end = Date.now() + PATIENCE;
    before = mails.length;
  }
}

/** One sentence per difference between the mails that must have come and those that did; empty when all is well. */
export function judgeMails(mails: readonly ParsedMail[], tickets: readonly Ticket[]): string[] {
  const keys = mails.map(keyOf);
  const wanted = new Set(wantedMails(tickets));
  const twice = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  const strange = keys.filter((key) => !wanted.has(key) && !isOfFrequency(key));
  return [
    ...missing(mails, tickets).map((key) => `no mail: ${key}`),
    ...[...twice].map((key) => `a mail that came more than once: ${key}`),
    ...strange.map((key) => `a mail that nobody expected: ${key}`),
    ...mails.filter(({ text, html }) => !text || html === false).map((mail) => `without text or HTML: ${keyOf(mail)}`),
  ];
}

function missing(mails: readonly ParsedMail[], tickets: readonly Ticket[]): string[] {
  const there = new Set(mails.map(keyOf));
  return wantedMails(tickets).filter((key) => !there.has(key));
}

function wantedMails(tickets: readonly Ticket[]): string[] {
  return tickets.flatMap(({ metadata: { number } }) =>
    [ADMIN, CLIENT].map((person) => `${person} [Nouveau] ${number}`),
  );
}

/** Recipient, state and ticket. */
function keyOf(mail: ParsedMail): string {
  const { subject = '' } = mail;
  const [state] = /^\[[^\]]*\]/.exec(subject) ?? [''];
  const [number] = /V-[0-9A-Z]{6}/.exec(subject) ?? [''];
  return `${recipientOf(mail)} ${state} ${number}`;
}

/** Ten errors at once are one or several deliveries; only of the latter is the tenth news. */
function isOfFrequency(key: string): boolean {
  return key.startsWith(`${ADMIN} [Fréquent] `);
}

/** The mails for people: recipient and subject, in the order of arrival. */
export function mailReport(mails: readonly ParsedMail[]): string {
  return mails
    .map((mail) => `  ${recipientOf(mail).padEnd(ADMIN.length)}  ${oneLine(mail.subject ?? '', 100)}`)
    .join('\n');
}
