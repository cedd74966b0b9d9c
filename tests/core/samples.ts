import { deterministicId } from '../../src/core/ids.ts';
import type { DecideContext } from '../../src/core/decide-context.ts';
import type { ErrorLogRow, OccurrenceMetadata } from '../../src/core/rows.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';

export const NOW = '2026-03-02T12:00:00.000Z';
export const PROJECT = deterministicId('project', 'shop.example');
export const INSTALL = '7b1f6f0e-3b1c-4d6e-9d5a-2f7f4f1c9a10';
export const HOUR = 3_600_000;

/** A time so many milliseconds before NOW. */
export function ago(milliseconds: number): string {
  return new Date(Date.parse(NOW) - milliseconds).toISOString();
}

/** A stable UUID for a number. */
export function uuid(number: number): string {
  return deterministicId('sample', String(number));
}

type Sample = Partial<Omit<ErrorLogRow, 'metadata'>> & { metadata?: Partial<OccurrenceMetadata> };

/** An occurrence like those that ingest makes; `number` gives the id. */
export function occurrence(number: number, { metadata, ...rest }: Sample = {}): ErrorLogRow {
  const message = rest.message ?? 'Uncaught TypeError: total is not a function';
  const parts = {
    source: 'cart.js',
    message,
    line: 12,
    because: 'in-app frame' as const,
    ...metadata?.signature_parts,
  };
  return {
    id: uuid(number),
    error_type: 'js_error',
    message,
    source: 'https://shop.example/js/cart.js',
    stack_trace: 'TypeError: total is not a function\n    at pay (https://shop.example/js/cart.js:12:5)',
    resolved: false,
    timestamp: ago(HOUR),
    ...rest,
    metadata: {
      signature: `${parts.source}|${parts.message}|${parts.line}`,
      signature_version: 1,
      signature_parts: parts,
      name: 'TypeError',
      line: 12,
      column: 5,
      url: 'https://shop.example/cart',
      title: 'Cart',
      project: PROJECT,
      client_id: null,
      client_email: null,
      count: 1,
      user_agent: 'Mozilla/5.0',
      browser: 'chromium',
      browser_version: '150.0',
      frame_id: 0,
      ...metadata,
    },
  };
}

export function settings(tickets: Partial<Settings['tickets']> = {}): Settings {
  return { ...DEFAULT_SETTINGS, tickets: { ...DEFAULT_SETTINGS.tickets, ...tickets } };
}

export function context(tickets: Partial<Settings['tickets']> = {}, now = NOW): DecideContext {
  return { settings: settings(tickets), install: INSTALL, epoch: 1, now };
}
