import { expect } from 'vitest';
import { teamTexts } from '../../../src/platform/texts/team.ts';
import { createMember } from '../../stack/harness/client.ts';
import { createTemplates } from '../../stack/harness/databases.ts';
import { startPostgres } from '../../stack/harness/postgres-server.ts';
import { startStack, type LocalStack } from '../../stack/harness/stack.ts';
import type { BrowserName } from './built.ts';
import { type ExportedData, Ledger } from './exported.ts';
import { fill } from './forms.ts';
import { launchBrowser } from './launch.ts';
import { layLine, type Line } from './line.ts';
import { press, untilReads } from './screens.ts';
import type { TestBrowser } from './test-browser.ts';
import { trusted } from './trusted.ts';

/** A real Postgres with the SQL file run, behind PostgREST, for one test file. */
export async function startTeamServer(): Promise<LocalStack> {
  const postgres = await startPostgres();
  try {
    await createTemplates(postgres.address);
    const stack = await startStack(postgres.address);
    return {
      ...stack,
      async stop() {
        await stack.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** A member of the team at a browser of their own, with a line of their own to its server. */
export class Colleague {
  readonly email: string;
  readonly browser: TestBrowser;
  readonly ledger: Ledger;
  readonly line: Line;

  private constructor(email: string, browser: TestBrowser, line: Line) {
    this.email = email;
    this.browser = browser;
    this.ledger = new Ledger(browser);
    this.line = line;
  }

  static async at(name: BrowserName, built: string, stack: LocalStack, email: string): Promise<Colleague> {
    const [browser, line] = await Promise.all([launchBrowser(name, { built }), layLine(stack.url)]);
    await createMember(stack, email, 'agent');
    return new Colleague(email, browser, line);
  }

  /** Signs in as a person does, on the options page. */
  async connect(key: string): Promise<void> {
    const page = await this.browser.openExtensionPage('options.html');
    await fill(page, teamTexts.url.en, this.line.url);
    await fill(page, teamTexts.key.en, key);
    await press(page, teamTexts.test.en);
    await untilReads(page, teamTexts.testReady.en);
    await fill(page, teamTexts.email.en, this.email);
    await fill(page, teamTexts.password.en, `${this.email} secret`);
    await press(page, teamTexts.connect.en);
    await untilReads(page, `${this.email} at ${this.line.url}`, teamTexts.states.synced.en);
    await page.close();
  }

  /** Asks the background as the extension's own pages do. */
  async ask<Answer>(message: Record<string, unknown>): Promise<Answer> {
    const page = await this.ledger.extensionPage();
    const answer = await page.evaluate(
      async (content) => JSON.stringify(await chrome.runtime.sendMessage(content)),
      trusted<Record<string, string>>(message),
    );
    const parsed: Answer = JSON.parse(answer);
    expect(parsed ?? {}).not.toHaveProperty('failure');
    return parsed;
  }

  /** Sends and takes everything, or finds out that nobody answers. */
  async exchange(): Promise<void> {
    await this.ask({ type: 'team.sync' });
  }

  /** Does something to a ticket that this browser shows, as it shows it. */
  async does(ticket: string, command: Record<string, unknown>): Promise<void> {
    const expected = (await this.ledger.read()).cm_support_tickets.find(({ id }) => id === ticket)?.statut;
    await this.ask({ type: 'ticket.command', id: crypto.randomUUID(), ticket, command, expected });
  }

  /** What every member of a role sees alike. */
  async shared(): Promise<Partial<ExportedData>> {
    const data = await this.ledger.read();
    const { cm_support_tickets, cm_support_ticket_history, cm_error_sightings } = data;
    const { cm_signature_aliases, cm_notifications } = data;
    return {
      cm_support_tickets: cm_support_tickets.toSorted(byId),
      cm_support_ticket_history: cm_support_ticket_history.toSorted(byId),
      cm_error_sightings: cm_error_sightings.toSorted(byId),
      cm_signature_aliases: cm_signature_aliases.toSorted(byId),
      cm_notifications: cm_notifications.toSorted(byId),
    };
  }

  async leave(): Promise<void> {
    await this.browser.close();
    await this.line.cut();
  }
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}
