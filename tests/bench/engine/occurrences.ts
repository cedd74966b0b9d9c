import { deterministicId } from '../../../src/core/ids.ts';
import { defaultSite } from '../../../src/core/project.ts';
import type { ErrorLogRow } from '../../../src/core/rows.ts';
import type { NewOccurrence } from '../../../src/storage/local-rows.ts';

const PAGE_URL = 'https://shop.example/booking/dates';
const START = Date.parse('2026-01-05T08:00:00.000Z');
const SITE = defaultSite(PAGE_URL, new Date(START).toISOString());
const CLIENTS = 20;
const TABS = 5;

/** A run of numbers that is the same each time. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state;
  };
}

/** When the n-th occurrence happened: one every ten seconds. */
export function timeOf(number: number): string {
  return new Date(START + number * 10_000).toISOString();
}

/** The n-th occurrence, of one of so many errors, about a kilobyte as most are. Its errors are as mixed as can be: the hard case. */
export function nthOccurrence(number: number, errors: number, random: () => number): NewOccurrence {
  const error = number < errors ? number : random() % errors;
  const client = random() % CLIENTS;
  return {
    row: rowOf(number, error, client),
    site: SITE,
    tab: random() % TABS,
    origin: 'https://shop.example',
  };
}

function rowOf(number: number, error: number, client: number): ErrorLogRow {
  const source = `booking-${error % 40}.js`;
  const line = 10 + Math.floor(error / 40);
  const message = `Cannot read properties of undefined (reading 'field${error}')`;
  const address = `https://shop.example/js/${source}`;
  return {
    id: deterministicId('bench', String(number)),
    error_type: 'js_error',
    message: `Uncaught TypeError: ${message}`,
    source: address,
    stack_trace: `TypeError: ${message}\n${stackOf(address, line)}`,
    resolved: false,
    timestamp: timeOf(number),
    metadata: {
      signature: `${source}|${message}|${line}`,
      signature_version: 1,
      signature_parts: { source, message, line, because: 'in-app frame' },
      lineless: `${source}|${message}|field${error} in quote`,
      name: 'TypeError',
      line,
      column: 17,
      url: PAGE_URL,
      title: 'Choose your dates',
      project: SITE.id,
      client_id: client === 0 ? null : deterministicId('bench-client', String(client)),
      client_email: client === 0 ? null : `client${client}@example.com`,
      count: 1,
      user_agent:
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
      browser: 'chromium',
      browser_version: '156.0',
      frame_id: 0,
    },
  };
}

function stackOf(address: string, line: number): string {
  const frames = ['quote', 'showPrice', 'onDates', 'HTMLButtonElement.click'];
  return frames.map((name, index) => `    at ${name} (${address}:${line + index * 7}:17)`).join('\n');
}
