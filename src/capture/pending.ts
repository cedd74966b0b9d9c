import type { WireKind } from '../relay/wire.ts';
import { LIMITS } from '../relay/wire.ts';
import type { Finding } from './finding.ts';
import { attempt } from './guard.ts';
import { NativeMap, create, later, mapClear, mapGet, mapSet, now } from './natives.ts';

/** A finding that waits to be handed over, and how often it was seen meanwhile. */
export interface Entry {
  /** null once handed over: what still points here must keep no text alive. */
  finding: Finding | null;
  count: number;
  suppressed: number;
  /** Same kind and message, other stack or place. */
  sibling: Entry | null;
  next: Entry | null;
}

/** What is handed over at once: entries in order of first sight, and how many findings were given up. */
export interface Parcel {
  first: Entry | null;
  lost: number;
}

/** Longest time an entry waits. */
const WINDOW_MS = 100;
/** Findings of one message looked at closely (stack taken and compared) in one window; the others only add to its last entry. */
const CLOSE_LOOKS = 50;
/** Distinct findings a frame may hand over in a burst, and how many more each second. */
const BURST = 1_000;
const REFILL_PER_SECOND = 100;

/**
 * Counts what is identical and holds the rest back for a moment. Memory and work are bounded whatever the page does: a message that
 * keeps coming costs one look-up, and beyond the burst distinct findings are only counted (on the last entry with the same
 * stack, whose message most likely differs by an id only; else as lost).
 */
export interface Pending {
  /** True when `kind` and `message` come so often that only counting is left, which has then been done. */
  onlyCount(kind: WireKind, message: string): boolean;
  add(finding: Finding): Entry | null;
  flush(): void;
  /** From now on nothing waits: the page is going away and its timers with it. */
  immediate(on: boolean): void;
}

export function createPending(handOver: (parcel: Parcel) => void): Pending {
  const byKind = create(null) as { [kind: string]: Map<string, Entry> };
  let first: Entry | null = null;
  let last: Entry | null = null;
  let size = 0;
  let lost = 0;
  let tokens = BURST;
  let refilled = now();
  let scheduled = false;
  let hurry = false;

  function messages(kind: WireKind): Map<string, Entry> {
    return (byKind[kind] ??= new NativeMap<string, Entry>());
  }

  function takeToken(): boolean {
    const time = now();
    tokens += ((time - refilled) / 1_000) * REFILL_PER_SECOND;
    if (tokens > BURST) tokens = BURST;
    refilled = time;
    if (tokens < 1) return false;
    tokens--;
    return true;
  }

  function flush(): void {
    const parcel = { first, lost };
    if (!first && !lost) return;
    first = last = null;
    size = lost = 0;
    for (const kind in byKind) mapClear(byKind[kind] as Map<string, Entry>);
    handOver(parcel);
    for (let entry = parcel.first; entry; entry = entry.next) entry.finding = null;
  }

  function onTimer(): void {
    scheduled = false;
    attempt(flush, undefined, undefined);
  }

  function schedule(): void {
    if (hurry || size >= LIMITS.pending) return flush();
    if (scheduled) return;
    scheduled = true;
    later(onTimer, WINDOW_MS);
  }

  function keep(finding: Finding, sibling: Entry | null): Entry {
    const entry: Entry = { finding, count: 1, suppressed: 0, sibling, next: null };
    if (last) last.next = entry;
    else first = entry;
    last = entry;
    size++;
    mapSet(messages(finding.kind), finding.message, entry);
    schedule();
    return entry;
  }

  /** Counts a finding for which there is no room. */
  function fold(finding: Finding): Entry | null {
    const alike = last?.finding;
    if (last && alike && alike.kind === finding.kind && alike.stack === finding.stack && alike.stack !== '') {
      last.count++;
      last.suppressed++;
      return last;
    }
    lost++;
    schedule();
    return null;
  }

  return {
    onlyCount(kind, message) {
      const entry = mapGet(messages(kind), message);
      if (!entry || entry.count < CLOSE_LOOKS) return false;
      entry.count++;
      entry.suppressed++;
      return true;
    },
    add(finding) {
      const newest = mapGet(messages(finding.kind), finding.message) ?? null;
      for (let entry = newest; entry; entry = entry.sibling) {
        if (!entry.finding || !isSame(entry.finding, finding)) continue;
        entry.count++;
        if (finding.at < entry.finding.at) entry.finding.at = finding.at;
        return entry;
      }
      return takeToken() ? keep(finding, newest) : fold(finding);
    },
    flush,
    immediate(on) {
      hurry = on;
      if (on) flush();
    },
  };
}

function isSame(a: Finding, b: Finding): boolean {
  if (a.stack !== b.stack || a.line !== b.line || a.column !== b.column) return false;
  if (a.source !== b.source || a.name !== b.name) return false;
  return a.http === b.http || (a.http?.url === b.http?.url && a.http?.method === b.http?.method);
}
