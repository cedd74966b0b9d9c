import { LIMITS, WIRE_VERSION } from '../relay/wire.ts';
import type { CauseList, Finding, TextList } from './finding.ts';
import { now, quote } from './natives.ts';
import type { Entry, Parcel } from './pending.ts';
import { cleanStack, placeOf } from './stacks.ts';
import { clip } from './text.ts';

/** Longest packet, in UTF-16 units: a larger parcel is handed over in several. */
const PACKET = 250_000;

/**
 * A parcel as JSON texts, `{"v":1,"lost":0,"records":[…]}` each, passed to `send` one by one. Built by hand from quoted strings:
 * `JSON.stringify` on an array would look up `Array.prototype.toJSON`, which the page may have put there.
 */
export function writePackets(parcel: Parcel, send: (packet: string) => void): void {
  let records = '';
  let { lost } = parcel;
  for (let entry = parcel.first; entry; entry = entry.next) {
    if (!entry.finding || entry.count <= 0) continue;
    if (records) records += ',';
    records += record(entry, entry.finding);
    if (records.length < PACKET) continue;
    send(packet(records, lost));
    records = '';
    lost = 0;
  }
  if (records || lost) send(packet(records, lost));
}

function packet(records: string, lost: number): string {
  return '{"v":' + WIRE_VERSION + ',"lost":' + lost + ',"records":[' + records + ']}';
}

function record(entry: Entry, finding: Finding): string {
  const stack = cleanStack(finding.stack, finding.ofCall);
  const place = finding.source ? finding : placeOf(stack);
  const age = now() - finding.at;
  return (
    '{"kind":' +
    quote(finding.kind) +
    text('message', finding.message) +
    text('name', finding.name) +
    text('stack', stack) +
    text('source', place.source) +
    number('line', place.line) +
    number('column', place.column) +
    number('count', entry.count) +
    number('suppressed', entry.suppressed) +
    number('age', age > 0 ? age : 0) +
    args(finding.args) +
    causes(finding.causes) +
    http(finding) +
    '}'
  );
}

function text(key: string, value: string): string {
  return ',"' + key + '":' + quote(value);
}

function number(key: string, value: number): string {
  return ',"' + key + '":' + value;
}

function args(list: TextList | null): string {
  let items = '';
  let count = 0;
  for (let item = list; item && count < LIMITS.arguments; item = item.next, count++) {
    items += (items && ',') + quote(clip(item.text, LIMITS.argument));
  }
  return items && ',"args":[' + items + ']';
}

function causes(list: CauseList | null): string {
  let items = '';
  for (let item = list; item; item = item.next) {
    items +=
      (items && ',') + '{"name":' + quote(item.name) + text('message', item.message) + text('stack', item.stack) + '}';
  }
  return items && ',"causes":[' + items + ']';
}

function http({ http: facts }: Finding): string {
  if (!facts) return '';
  return (
    ',"http":{"method":' +
    quote(facts.method) +
    text('url', facts.url) +
    number('status', facts.status) +
    number('duration_ms', facts.duration_ms) +
    text('error', facts.error) +
    '}'
  );
}
