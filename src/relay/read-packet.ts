import { LIMITS, WIRE_VERSION, type WireCause, type WireHttp, type WireKind, type WireRecord } from './wire.ts';
import { harmless } from './text.ts';

/** Longest packet that is parsed at all, in UTF-16 units; ours are a quarter of it. */
const LONGEST_PACKET = 1_000_000;
const MOST_RECORDS = 1_000;
const LARGEST_NUMBER = 1_000_000_000;

const KINDS: Record<WireKind, true> = {
  js_error: true,
  unhandled_rejection: true,
  console_error: true,
  console_warn: true,
  http_error: true,
  network_error: true,
  resource_error: true,
  csp_violation: true,
  worker_error: true,
};

/** What a packet of the page holds, made harmless; null if it is none of ours. */
export interface ReadPacket {
  records: WireRecord[];
  lost: number;
}

/**
 * Reads what came from the page's world. A page that got hold of the channel can send anything: whatever has not the exact shape is
 * left out, texts are cut to the limits and made well-formed, numbers are made whole and bounded.
 */
export function readPacket(text: unknown): ReadPacket | null {
  if (typeof text !== 'string' || text.length > LONGEST_PACKET) return null;
  const packet = parse(text);
  if (!isRecord(packet) || packet['v'] !== WIRE_VERSION || !Array.isArray(packet['records'])) return null;
  const records: WireRecord[] = [];
  for (const item of packet['records'].slice(0, MOST_RECORDS)) {
    const record = readRecord(item);
    if (record) records.push(record);
  }
  return { records, lost: whole(packet['lost'], 0) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKind(value: unknown): value is WireKind {
  return typeof value === 'string' && Object.hasOwn(KINDS, value);
}

function whole(value: unknown, least: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return least;
  return Math.min(Math.max(Math.round(value), least), LARGEST_NUMBER);
}

function readRecord(item: unknown): WireRecord | null {
  if (!isRecord(item) || !isKind(item['kind'])) return null;
  const { message, name, stack, source } = item;
  if (typeof message !== 'string' || typeof name !== 'string') return null;
  if (typeof stack !== 'string' || typeof source !== 'string') return null;
  const count = whole(item['count'], 1);
  const record: WireRecord = {
    kind: item['kind'],
    message: harmless(message, LIMITS.message),
    name: harmless(name, 200),
    stack: harmless(stack, LIMITS.stack),
    source: harmless(source, LIMITS.url),
    line: whole(item['line'], 0),
    column: whole(item['column'], 0),
    count,
    suppressed: Math.min(whole(item['suppressed'], 0), count),
    age: whole(item['age'], 0),
  };
  return withDetails(record, item);
}

function withDetails(record: WireRecord, item: Record<string, unknown>): WireRecord {
  const { args, causes, http } = item;
  if (Array.isArray(args)) {
    const texts = args.slice(0, LIMITS.arguments).filter((text): text is string => typeof text === 'string');
    record.args = texts.map((text) => harmless(text, LIMITS.argument));
  }
  if (Array.isArray(causes)) {
    record.causes = causes.slice(0, LIMITS.causes).flatMap((cause) => readCause(cause) ?? []);
  }
  const facts = readHttp(http);
  if (facts) record.http = facts;
  return record;
}

function readCause(value: unknown): WireCause | null {
  if (!isRecord(value)) return null;
  const { name, message, stack } = value;
  if (typeof name !== 'string' || typeof message !== 'string' || typeof stack !== 'string') return null;
  return {
    name: harmless(name, 200),
    message: harmless(message, LIMITS.message),
    stack: harmless(stack, LIMITS.stack),
  };
}

function readHttp(value: unknown): WireHttp | null {
  if (!isRecord(value)) return null;
  const { method, url, error } = value;
  if (typeof method !== 'string' || typeof url !== 'string' || typeof error !== 'string') return null;
  return {
    method: harmless(method, 50),
    url: harmless(url, LIMITS.url),
    status: Math.min(whole(value['status'], 0), 999),
    duration_ms: whole(value['duration_ms'], 0),
    error: harmless(error, LIMITS.message),
  };
}
