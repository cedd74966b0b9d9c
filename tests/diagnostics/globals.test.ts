import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AutoTicketDiagnostic } from '../../src/diagnostics/auto-ticket-diagnostic.ts';
import { AutoTicketSystem } from '../../src/diagnostics/auto-ticket-system.ts';
import { at } from '../background/records.ts';
import { FakeConsole } from './console.ts';

let open: FakeConsole;

beforeEach(() => {
  open = new FakeConsole();
});

afterEach(() => open.close());

describe('installGlobals', () => {
  it('puts the names of the guide on the page, safe from a slip in the console, and takes them away again', () => {
    const { page } = open;
    expect(page.diagAutoTicket).toBeInstanceOf(AutoTicketDiagnostic);
    expect(page.autoTicketSystemInstance).toBeInstanceOf(AutoTicketSystem);
    expect(Object.keys(page).toSorted()).toEqual([
      'AutoTicketDiagnostic',
      'AutoTicketSystem',
      'TicketWorkflow',
      'autoTicketSystemInstance',
      'createTicketForError',
      'diagAutoTicket',
      'loadMonitoringData',
      'logAllCorrections',
      'logCorrection',
      'openTicket',
      'showErrorTickets',
      'updateTicketStatus',
    ]);
    expect(Reflect.set(page, 'diagAutoTicket', null)).toBe(false);
    open.close();
    expect(page).toEqual({});
  });

  it('makes the classes of the guide without arguments', async () => {
    const system = new open.page.AutoTicketSystem();
    await system.init();
    expect(system.config.autoCreateTicketThreshold).toBe(1);
    const status = await new open.page.AutoTicketDiagnostic().checkStatus();
    expect(status.active).toBe(true);
  });
});

describe('exportData', () => {
  it('gives every shared table by its name, and nothing of the install', async () => {
    const { db } = open.profile;
    const site = { id: 'p', name: 'Shop', patterns: [], enabled: true, created_at: at(0), updated_at: at(0) };
    await db.cm_sites.add(site);
    await db.cm_settings.add({ key: 'language', value: 'fr', updated_at: at(0) });
    await db.meta.add({ key: 'install', value: { install: 'secret-of-this-install', epoch: 1 } });
    const data = await open.page.diagAutoTicket.exportData();
    expect(data).toEqual({
      version: 2,
      exported_at: at(0),
      cm_error_logs: [],
      cm_support_tickets: [],
      cm_support_ticket_history: [],
      cm_error_corrections: [],
      cm_notification_templates: [],
      cm_attachments: [],
      cm_error_sightings: [],
      cm_signature_aliases: [],
      cm_signature_states: [],
      cm_commands: [],
      cm_visits: [],
      cm_notifications: [],
      cm_sites: [site],
      settings: [{ key: 'language', value: 'fr', updated_at: at(0) }],
    });
    expect(JSON.stringify(data)).not.toContain('secret-of-this-install');
  });

  it('changes nothing', async () => {
    const { db } = open.profile;
    await db.meta.add({ key: 'counters', value: { occurrences: 1 } });
    const before = await db.meta.toArray();
    await open.page.diagAutoTicket.exportData();
    expect(await db.meta.toArray()).toEqual(before);
  });
});
