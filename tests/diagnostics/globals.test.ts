import { beforeEach, describe, expect, it } from 'vitest';
import { AutoTicketDiagnostic } from '../../src/diagnostics/auto-ticket-diagnostic.ts';
import { installGlobals, type ConsoleGlobals } from '../../src/diagnostics/globals.ts';
import { VigieDatabase } from '../../src/storage/database.ts';
import { at } from '../background/records.ts';

let db: VigieDatabase;
let made = 0;

beforeEach(async () => {
  made += 1;
  db = new VigieDatabase(`diagnostics-${made}`);
  await db.open();
});

describe('installGlobals', () => {
  it('puts the diagnostic on the page, safe from a slip in the console, and takes it away again', () => {
    const page: Partial<ConsoleGlobals> = {};
    const undo = installGlobals(db, page);
    expect(page.diagAutoTicket).toBeInstanceOf(AutoTicketDiagnostic);
    expect(Reflect.set(page, 'diagAutoTicket', null)).toBe(false);
    expect(Object.keys(page)).toEqual(['diagAutoTicket']);
    undo();
    expect(page).toEqual({});
  });

  it('can be called again, as a page that is reloaded in place does', () => {
    const page: Partial<ConsoleGlobals> = {};
    installGlobals(db, page);
    installGlobals(db, page);
    expect(page.diagAutoTicket).toBeInstanceOf(AutoTicketDiagnostic);
  });

  it('stands on the global of its own page', () => {
    const undo = installGlobals(db);
    expect('diagAutoTicket' in globalThis).toBe(true);
    undo();
    expect('diagAutoTicket' in globalThis).toBe(false);
  });
});

describe('exportData', () => {
  it('gives every shared table by its name, and nothing of the install', async () => {
    const site = { id: 'p', name: 'Shop', patterns: [], enabled: true, created_at: at(0), updated_at: at(0) };
    await db.cm_sites.add(site);
    await db.cm_settings.add({ key: 'language', value: 'fr', updated_at: at(0) });
    await db.meta.add({ key: 'install', value: { install: 'secret-of-this-install', epoch: 1 } });
    const data = await new AutoTicketDiagnostic({ db, now: () => Date.parse(at(0)) }).exportData();
    expect(data).toEqual({
      version: 1,
      exported_at: at(0),
      cm_error_logs: [],
      cm_support_tickets: [],
      cm_support_ticket_history: [],
      cm_error_corrections: [],
      cm_error_sightings: [],
      cm_signature_aliases: [],
      cm_notifications: [],
      cm_sites: [site],
      settings: [{ key: 'language', value: 'fr', updated_at: at(0) }],
    });
    expect(JSON.stringify(data)).not.toContain('secret-of-this-install');
  });

  it('changes nothing', async () => {
    await db.meta.add({ key: 'counters', value: { occurrences: 1 } });
    const before = await db.meta.toArray();
    await new AutoTicketDiagnostic({ db, now: Date.now }).exportData();
    expect(await db.meta.toArray()).toEqual(before);
  });
});
