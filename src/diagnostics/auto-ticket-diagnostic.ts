import type { BackupFile } from '../core/backup.ts';
import type { VigieDatabase } from '../storage/database.ts';
import { exportTables } from '../storage/export.ts';

/** What the diagnostic commands stand on. */
export interface DiagnosticPorts {
  db: VigieDatabase;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** The guide's `diagAutoTicket`: commands to type into the console of the dashboard page. */
export class AutoTicketDiagnostic {
  readonly #ports: DiagnosticPorts;

  constructor(ports: DiagnosticPorts) {
    this.#ports = ports;
  }

  /** Everything that is stored, as one object: the content of a backup file. Reads only. */
  exportData(): Promise<BackupFile> {
    const { db, now } = this.#ports;
    return exportTables(db, new Date(now()).toISOString());
  }
}
