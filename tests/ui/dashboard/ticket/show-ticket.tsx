import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Command } from '../../../../src/core/commands/command.ts';
import type { TicketRow } from '../../../../src/core/rows.ts';
import { DashboardPage } from '../../../../src/ui/dashboard/dashboard-page.tsx';
import { db } from '../../../../src/ui/data/database.ts';
import { Page } from '../../../../src/ui/shell/page.tsx';
import { different, store } from '../../rows.ts';
import { answerMessages, emptyDatabase, go, says, show, text } from '../../support.tsx';

/** For `beforeEach`: nothing stored, in English. */
export async function readyForTicket(): Promise<void> {
  await emptyDatabase();
  fakeBrowser.i18n.getUILanguage = () => 'en';
}

/** Shows the page of a ticket of which some things are so; the others that are stored are left as they are. */
export async function showTicket(changes: Partial<TicketRow> = {}): Promise<TicketRow> {
  await store(different(3));
  const [ticket] = await db.cm_support_tickets.toArray();
  if (!ticket) throw new Error('no ticket was made');
  const row = { ...ticket, ...changes };
  await db.cm_support_tickets.put(row);
  go(`#/tickets/${row.id}`);
  show(
    <Page>
      <DashboardPage />
    </Page>,
  );
  await says('Quick actions');
  return row;
}

/** Answers every command, and tells which were sent. */
export function commands(ticket: () => TicketRow) {
  const asked = answerMessages(() => ({ ticket: ticket(), created: true }));
  return () =>
    asked.mock.calls.flatMap(([message]): Command[] => (message.type === 'ticket.command' ? [message.command] : []));
}

/** Refuses every message. */
export function refuse(code: string): void {
  answerMessages(() => ({ failure: { code, detail: '' } }));
}

/** What is offered as the next status. */
export function buttons(): string[] {
  return [...document.querySelectorAll('.actions .button-row:first-child button')].map((button) => text(button));
}
