import { fillIn } from './console-text.ts';
import { type Fields, chained, fieldsOf, whole } from './fields.ts';
import { readHttp, requestMessage } from './read-http.ts';
import { type Place, cleanStack, placeOf } from './stack-text.ts';
import { harmless } from './text.ts';
import {
  MAX_ARGUMENT,
  MAX_ARGUMENTS,
  MAX_CAUSES,
  MAX_MESSAGE,
  MAX_PENDING,
  MAX_STACK,
  MAX_URL,
  WIRE_VERSION,
  type WireCause,
  type WireKind,
  type WireRecord,
} from './wire.ts';

/** Longest packet that is parsed at all, in UTF-16 units: several times what ours can be. */
const LONGEST_PACKET = 2_000_000;
const MOST_RECORDS = 2 * MAX_PENDING;
const NAME = 200;

/** What the page's world may say it saw. Resources and policy violations are the relay's own to see. */
const KINDS: readonly unknown[] = [
  'js_error',
  'unhandled_rejection',
  'console_error',
  'console_warn',
  'http_error',
  'network_error',
  'worker_error',
] satisfies WireKind[];

export interface ReadPacket {
  records: WireRecord[];
  lost: number;
}

/**
 * Reads what came from the page's world; of what is none of ours nothing is left. A page that got hold of the channel can send anything, so
 * nothing is believed: what has no known kind or no message is left out, all else is made what it should be, within the limits.
 */
export function readPacket(text: unknown): ReadPacket {
  const packet = typeof text === 'string' && text.length <= LONGEST_PACKET ? parse(text) : {};
  if (packet['v'] !== WIRE_VERSION) return { records: [], lost: 0 };
  const own = placeOf(harmless(packet['own'], MAX_STACK)).source;
  const records = chained(packet['first'], MOST_RECORDS).flatMap((item) => readRecord(item, own, packet['now']) ?? []);
  return { records, lost: whole(packet['lost']) };
}

function parse(text: string): Fields {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
}

function isKind(value: unknown): value is WireKind {
  return KINDS.includes(value);
}

function readRecord(item: Fields, own: string, now: unknown): WireRecord | null {
  const { kind, message, at } = item;
  if (!isKind(kind) || typeof message !== 'string') return null;
  const texts = chained(item['args'], MAX_MESSAGE).map(({ text }) => harmless(text, MAX_MESSAGE));
  const causes = chained(item['causes'], MAX_CAUSES).map((cause) => readCause(cause, own));
  const http = item['http'] ? readHttp(fieldsOf(item['http'])) : undefined;
  const stack = cleanStack(harmless(item['stack'], MAX_STACK), item['ofCall'] === true, own);
  const words = item['template'] === true ? fillIn(texts) : message;
  const count = Math.max(1, whole(item['count']));
  return {
    kind,
    message: harmless(words || (http && requestMessage(http)), MAX_MESSAGE),
    name: harmless(item['name'], NAME),
    stack,
    ...readPlace(item, stack, own),
    count,
    suppressed: Math.min(whole(item['suppressed']), count),
    age: whole(Number(now) - Number(at)),
    ...(texts.length > 0 && { args: texts.slice(0, MAX_ARGUMENTS).map((arg) => harmless(arg, MAX_ARGUMENT)) }),
    ...(causes.length > 0 && { causes }),
    ...(http && { http }),
  };
}

/** The place that the event gave, else that of the stack. */
function readPlace(item: Fields, stack: string, own: string): Place {
  const source = harmless(item['source'], MAX_URL);
  const given = { source, line: whole(item['line']), column: whole(item['column']) };
  if (source && source !== own) return given;
  const found = placeOf(stack);
  return found.source || source ? found : given;
}

function readCause(cause: Fields, own: string): WireCause {
  return {
    name: harmless(cause['name'], NAME),
    message: harmless(cause['message'], MAX_MESSAGE),
    stack: cleanStack(harmless(cause['stack'], MAX_STACK), false, own),
  };
}
