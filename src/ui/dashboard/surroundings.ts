import type { Surroundings } from '../../diagnostics/surroundings.ts';
import { consolePrinter } from '../../diagnostics/printer.ts';
import { mailHealth } from '../../diagnostics/troubleshoot/mail-service.ts';
import { send } from '../../messages/client.ts';
import { browserLanguage } from '../../platform/browser-language.ts';
import { browser } from '../../platform/browser.ts';
import { grantedPages } from '../../platform/granted-pages.ts';
import { db } from '../data/database.ts';
import { failureSentence } from '../data/use-command.ts';
import { errorHref, ticketHref } from '../shell/links.ts';
import { errorsOnScreen } from './monitoring/on-screen.ts';
import { workflowHtml } from './ticket/workflow-html.tsx';

/** A screen has been painted by then; milliseconds. */
const PAINTED = 1_000;

/** The dashboard as the commands of its console see it. */
export function dashboardSurroundings(): Surroundings {
  return {
    db,
    send,
    now: Date.now,
    // While the database is being read the page is idle too: that alone does not tell that the screen stands.
    whenIdle: (run) => void setTimeout(() => requestIdleCallback(run, { timeout: PAINTED }), PAINTED),
    newId: () => crypto.randomUUID(),
    printer: consolePrinter,
    browserLanguage,
    failureSentence,
    granted: grantedPages,
    alarms: async () => (await browser.alarms.getAll()).map(({ name }) => name),
    mailHealth: (service) => mailHealth(service),
    errorsOnScreen,
    show: {
      ticket: (id) => location.assign(ticketHref(id)),
      error: (occurrenceId) => location.assign(errorHref(occurrenceId)),
    },
    html: workflowHtml,
  };
}
