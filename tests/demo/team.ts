import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import type { Credentials, Stack } from '../tools/stack/stack.ts';
import { ask, saveSetting } from './ask.ts';
import { type Backup, readBackup } from './backup.ts';
import { CLIENT } from './mails.ts';
import type { DemoSites } from './site-server.ts';
import { judgeTeam } from './team-verdict.ts';
import { visit } from './tour.ts';

/** How long two browsers may differ before that is a finding, in milliseconds: far beyond what a slow machine needs. */
const PATIENCE = 90_000;

/** Whom the errors of the second browser happen to. */
export const OTHER_CLIENT = 'paul@client.example';

/** Lets a browser share its tickets from now on, as a person does in the options; what it has already comes along. */
export async function joinTeam(
  extensionPage: Page,
  { url, key }: Stack,
  { email, password }: Credentials,
): Promise<void> {
  await ask(extensionPage, { type: 'consent.set', scope: 'sending', agreed: true });
  await ask(extensionPage, { type: 'team.join', url, key, email, password, code: '' });
}

/** Says whom this browser's errors happen to. */
export async function sitsThere(extensionPage: Page, client_email: string): Promise<void> {
  await saveSetting(extensionPage, 'identity', { client_id: '', client_email });
}

/** Takes a ticket in hand, in the browser that shows this page. */
async function takeInHand(dashboard: Page, ticket: string): Promise<void> {
  await ask(dashboard, {
    type: 'ticket.command',
    id: crypto.randomUUID(),
    ticket,
    command: { op: 'status', to: 'en_cours' },
    expected: 'ouvert',
  });
}

export interface Shared {
  backup: Backup;
  /** One sentence per difference; empty when both show the same. */
  problems: string[];
}

/**
 * Until two browsers show the same tickets, and `clients` were seen with the errors of each of `common`; or until what they show has not
 * changed for a long time.
 */
async function untilShared(
  pages: [Page, Page],
  common: readonly string[],
  clients: readonly string[],
): Promise<Shared> {
  let before = '';
  for (let end = Date.now() + PATIENCE; ; await sleep(500)) {
    // What the second one sends is news for the first.
    for (const page of [...pages, pages[0]]) await ask(page, { type: 'team.sync' });
    const [one, other] = [await readBackup(pages[0]), await readBackup(pages[1])];
    const problems = judgeTeam([one, other], common, clients);
    if (problems.length === 0 || Date.now() > end) return { backup: one, problems };
    const now = JSON.stringify([one.cm_support_tickets, other.cm_support_tickets]);
    if (now !== before) end = Date.now() + PATIENCE;
    before = now;
  }
}

/** The demonstration's second act: what the tour's browser found is shared with a colleague at another one. */
export interface Act {
  sites: DemoSites;
  stack: Stack;
  /** The tour's own page of the extension, and the colleague's. */
  pages: [Page, Page];
  colleague: Browser;
  /** Tickets of errors that the colleague meets as well. */
  common: readonly string[];
}

/** Both join, the colleague meets some of the errors and takes one in hand. Resolves to what both show then. */
export async function shareTickets({ sites, stack, pages, colleague, common }: Act): Promise<Shared> {
  await sitsThere(pages[1], OTHER_CLIENT);
  await joinTeam(pages[0], stack, stack.members.admin);
  await joinTeam(pages[1], stack, stack.members.agent);
  await visit(colleague, sites, 'hotes');
  const clients = [CLIENT, OTHER_CLIENT];
  const met = await untilShared(pages, common, clients);
  if (met.problems.length > 0 || common[0] === undefined) return met;
  await takeInHand(pages[1], common[0]);
  return untilShared(pages, common, clients);
}
