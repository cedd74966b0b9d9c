import type { BackupFile } from '../core/backup.ts';
import type { TicketRow } from '../core/rows.ts';
import type { SystemTestStep } from '../messages/protocol.ts';
import { consoleTexts } from '../platform/texts/console.ts';
import { exportTables } from '../storage/export.ts';
import type { AutoTicketPorts, AutoTicketSystem } from './auto-ticket-system.ts';
import { checkStatus, type SystemStatus } from './check-status.ts';
import { createTicket } from './monitoring-commands.ts';
import { testSystem } from './test-system.ts';
import type { CaseReport } from './troubleshoot/finding.ts';
import { troubleshoot } from './troubleshoot/troubleshoot.ts';

export interface DiagnosticPorts extends AutoTicketPorts {
  system: AutoTicketSystem;
}

/** The guide's `diagAutoTicket`: commands to type into the console of the dashboard page. */
export class AutoTicketDiagnostic {
  readonly #ports: DiagnosticPorts;

  constructor(ports: DiagnosticPorts) {
    this.#ports = ports;
  }

  /** Prints whether everything is there and works. */
  async checkStatus(): Promise<SystemStatus> {
    return checkStatus(await this.#ready());
  }

  /** Leads a marked error through its whole life, prints each step, and removes it. */
  async testSystem(): Promise<SystemTestStep[]> {
    return testSystem(await this.#ready());
  }

  /** The ticket of an error: the one its signature has, else a new one. */
  async forceCreateTicket(errorId: string): Promise<TicketRow> {
    return createTicket(await this.#ready(), errorId);
  }

  /** Sets everything up again that a start sets up, counters included. Deletes nothing. */
  async reinit(): Promise<SystemStatus> {
    const ports = await this.#ready();
    const { send, speaker, system } = ports;
    await send({ type: 'system.reinit' });
    await system.init();
    speaker.say(consoleTexts.reinit.done);
    return checkStatus(ports);
  }

  /** Goes through the problems that the guide knows and says which of them are there. */
  async troubleshoot(): Promise<CaseReport[]> {
    return troubleshoot(await this.#ready());
  }

  /** Everything that is stored, as one object: the content of a backup file. Reads only. */
  exportData(): Promise<BackupFile> {
    const { db, now } = this.#ports;
    return exportTables(db, new Date(now()).toISOString());
  }

  /** Typed at once after opening the page, the answer would be in another language and of default settings. */
  async #ready(): Promise<DiagnosticPorts> {
    await this.#ports.live.refresh();
    return this.#ports;
  }
}
