import { AutoTicketDiagnostic } from './auto-ticket-diagnostic.ts';
import { AutoTicketSystem } from './auto-ticket-system.ts';
import { createConfig } from './config.ts';
import { followState } from './live-state.ts';
import { createCorrectionCommands, type CorrectionCommands } from './corrections.ts';
import { loadMonitoringData, type MonitoringData, type MonitoringQuestion } from './monitoring-data.ts';
import { createMonitoringCommands, type MonitoringCommands } from './monitoring-commands.ts';
import { createSpeaker } from './speaker.ts';
import type { Surroundings } from './surroundings.ts';
import { TicketWorkflow } from './ticket-workflow.ts';
import { tellingSend } from './told.ts';

/** The names that the guide gives to things one types into the dashboard's console. */
export interface ConsoleGlobals extends MonitoringCommands, CorrectionCommands {
  diagAutoTicket: AutoTicketDiagnostic;
  autoTicketSystemInstance: AutoTicketSystem;
  AutoTicketSystem: new () => AutoTicketSystem;
  AutoTicketDiagnostic: new () => AutoTicketDiagnostic;
  TicketWorkflow: new (ticketId: string) => TicketWorkflow;
  loadMonitoringData: (question?: MonitoringQuestion | null) => Promise<MonitoringData>;
}

/**
 * Puts the guide's globals on the dashboard page. Only ever call it in a page of the extension: what stands on a web page's global
 * belongs to that page. Returns what takes them away again.
 */
export function installGlobals(surroundings: Surroundings, target: object = globalThis): () => void {
  const live = followState(surroundings.db, surroundings.whenIdle);
  const globals = consoleGlobals(surroundings, live);
  for (const [name, value] of Object.entries(globals)) {
    // Not writable: a slip in the console ("diagAutoTicket = …") must not take the tool away.
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true });
  }
  return () => {
    live.stop();
    for (const name of Object.keys(globals)) Reflect.deleteProperty(target, name);
  };
}

function consoleGlobals(surroundings: Surroundings, live: ReturnType<typeof followState>): ConsoleGlobals {
  const { printer, browserLanguage } = surroundings;
  const speaker = createSpeaker(printer, () => live.settings, browserLanguage);
  const base = { ...surroundings, send: tellingSend(surroundings, speaker), live, speaker };
  const ports = { ...base, config: createConfig(base) };
  const system = new AutoTicketSystem(ports);
  return {
    diagAutoTicket: new AutoTicketDiagnostic({ ...ports, system }),
    autoTicketSystemInstance: system,
    // Bound to this page, so that they are made as in the guide.
    AutoTicketSystem: class extends AutoTicketSystem {
      constructor() {
        super(ports);
      }
    },
    AutoTicketDiagnostic: class extends AutoTicketDiagnostic {
      constructor() {
        super({ ...ports, system });
      }
    },
    TicketWorkflow: class extends TicketWorkflow {
      constructor(ticketId: string) {
        super(ticketId, ports);
      }
    },
    ...createCorrectionCommands(ports),
    loadMonitoringData: (question) => loadMonitoringData(ports, question),
    ...createMonitoringCommands(ports),
  };
}
