import 'fake-indexeddb/auto';
import { maskSignature } from '../../src/core/redact/secrets.ts';
import { defaultSite } from '../../src/core/project.ts';
import type { ErrorLogRow } from '../../src/core/rows.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { signatureOf } from '../../src/core/signature/signature.ts';
import { deterministicId } from '../../src/core/ids.ts';
import { applyOccurrences } from '../../src/storage/apply.ts';
import { VigieDatabase } from '../../src/storage/database.ts';
import { sweep } from '../../src/storage/sweep.ts';
import { factsOf, type LabelledEvent } from './labelled-events.ts';

/** One application, whichever of its hosts an event is from. */
const SITE = defaultSite('https://corpus.example/', '2026-01-05T08:00:00.000Z');
const START = Date.parse('2026-01-05T08:00:00.000Z');
/** Between one event and the next. */
const STEP = 600_000;
const INSTALL = '7b1f6f0e-3b1c-4d6e-9d5a-2f7f4f1c9a10';

/**
 * The ticket that each event ends up with when they are fed to the engine one after another, as they stand in the file, with a sweep
 * after each. No label is looked at.
 */
export async function ticketsOf(events: readonly LabelledEvent[]): Promise<Map<LabelledEvent, string>> {
  const db = new VigieDatabase(`corpus-${events.length}`);
  // Everything makes a ticket here: it is grouping that is measured.
  const tickets = { ...DEFAULT_SETTINGS.tickets, types: [...EVERY_TYPE], httpStatuses: ['100-999'] };
  const settings = { ...DEFAULT_SETTINGS, tickets };
  for (const [number, event] of events.entries()) {
    const now = new Date(START + number * STEP).toISOString();
    const item = { row: rowOf(event, number, now), site: SITE, tab: null, origin: '' };
    await applyOccurrences(db, [item], { settings, install: INSTALL, epoch: 1, now });
    await sweep(db, { tickets, now, words: () => '' });
  }
  const groups = await db.groups.toArray();
  const ticketOf = new Map(groups.map(({ signature, ticket_id }) => [signature, ticket_id ?? signature]));
  await db.delete();
  return new Map(
    events.map((event) => {
      const signature = storedSignature(event);
      return [event, ticketOf.get(signature) ?? signature];
    }),
  );
}

const EVERY_TYPE = [
  'js_error',
  'unhandled_rejection',
  'console_error',
  'console_warn',
  'http_error',
  'network_error',
  'resource_error',
  'csp_violation',
  'worker_error',
] as const;

/** As it is stored: see `derive` and `redactRow`. */
export function storedSignature(event: LabelledEvent): string {
  return maskSignature(signatureOf(factsOf(event)).signature);
}

/** The event as it is stored, its fields masked by nobody. */
export function rowOf(event: LabelledEvent, number: number, timestamp: string): ErrorLogRow {
  const facts = factsOf(event);
  const { source, line, column, version, parts, lineless } = signatureOf(facts);
  return {
    id: deterministicId('corpus', String(number)),
    error_type: event.error_type,
    message: event.message,
    source,
    stack_trace: event.stack,
    resolved: false,
    timestamp,
    metadata: {
      signature: storedSignature(event),
      signature_version: version,
      signature_parts: parts,
      lineless: maskSignature(lineless),
      name: event.name,
      line,
      column,
      url: event.page_url,
      title: '',
      project: SITE.id,
      client_id: null,
      client_email: null,
      count: 1,
      ...(facts.http ? { http: facts.http } : {}),
      ...(facts.console_args ? { console_args: facts.console_args } : {}),
      user_agent: '',
      browser: event.browser,
      browser_version: '',
      frame_id: 0,
    },
  };
}
