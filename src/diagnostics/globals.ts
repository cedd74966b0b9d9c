import type { VigieDatabase } from '../storage/database.ts';
import { AutoTicketDiagnostic } from './auto-ticket-diagnostic.ts';

/** The names that the guide gives to things one types into the dashboard's console. */
export interface ConsoleGlobals {
  diagAutoTicket: AutoTicketDiagnostic;
}

/**
 * Puts the guide's globals on the dashboard page. Only ever call it in a page of the extension: what stands on a web page's global
 * belongs to that page. Returns what takes them away again.
 */
export function installGlobals(db: VigieDatabase, target: object = globalThis): () => void {
  const globals: ConsoleGlobals = { diagAutoTicket: new AutoTicketDiagnostic({ db, now: Date.now }) };
  for (const [name, value] of Object.entries(globals)) {
    // Not writable: a slip in the console ("diagAutoTicket = …") must not take the tool away.
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true });
  }
  return () => {
    for (const name of Object.keys(globals)) Reflect.deleteProperty(target, name);
  };
}
