/**
 * What crosses from the page's world to the relay, and from the relay to the background. The page side of it runs inside every
 * page: types, numbers and names only, no code to ship, no package.
 */

/** Version of this format. Hooks of an older version can still be alive in open pages after an update. */
export const WIRE_VERSION = 1;

/**
 * Types of the events by which the two worlds of a page meet. `HOOK` (from the page's world, `relatedTarget` the channel) and `RELAY`
 * (from the relay: "who has a channel?") are dispatched on window, at the start only; all others on the channel, a detached element
 * that no code of the page can reach. To cancel an event is to answer "yes".
 */
export const HOOK_EVENT = 'vigie:hook';
export const RELAY_EVENT = 'vigie:relay';
/** Page's world → relay: `detail` is a packet as JSON text. Not cancelled: there is no living relay. */
export const RECORDS_EVENT = 'records';
/** Relay → page's world: are you there? Listen again, the document may have been replaced; stand in for what you watch. */
export const PING_EVENT = 'ping';
/** The same, but stand in for nothing: take everything back and only listen. */
export const QUIET_EVENT = 'quiet';
/** Relay → page's world: take everything back and be silent. */
export const STOP_EVENT = 'stop';

/** The same, by name. */
export const CHANNEL = {
  hook: HOOK_EVENT,
  relay: RELAY_EVENT,
  records: RECORDS_EVENT,
  ping: PING_EVENT,
  quiet: QUIET_EVENT,
  stop: STOP_EVENT,
} as const;

// Single constants, so that the scripts of pages carry only those that they use.
export const MAX_MESSAGE = 8_192;
export const MAX_STACK = 16_384;
export const MAX_FRAMES = 50;
export const MAX_URL = 2_048;
export const MAX_ARGUMENT = 1_024;
export const MAX_ARGUMENTS = 20;
export const MAX_CAUSES = 5;
export const MAX_TITLE = 300;
export const MAX_PENDING = 200;
export const MAX_BATCH = 100;
export const MAX_BATCH_BYTES = 512_000;
export const MAX_CRUMBS = 50;
export const MAX_CRUMB = 200;

/** Longest texts that leave the page, in UTF-16 units. Cut texts end in "…". */
export const LIMITS = {
  message: MAX_MESSAGE,
  stack: MAX_STACK,
  frames: MAX_FRAMES,
  url: MAX_URL,
  argument: MAX_ARGUMENT,
  arguments: MAX_ARGUMENTS,
  causes: MAX_CAUSES,
  title: MAX_TITLE,
  /** Distinct records held back in one frame before the page side counts instead of keeping. */
  pending: MAX_PENDING,
  /** Records in one message to the background, and its size as JSON. */
  batch: MAX_BATCH,
  batchBytes: MAX_BATCH_BYTES,
  /** Breadcrumbs beside a message, and the length of each. */
  crumbs: MAX_CRUMBS,
  crumb: MAX_CRUMB,
} as const;

/** The kinds that the page's world can tell; names are those of `cm_error_logs.error_type`. */
export type WireKind =
  | 'js_error'
  | 'unhandled_rejection'
  | 'console_error'
  | 'console_warn'
  | 'http_error'
  | 'network_error'
  | 'resource_error'
  | 'csp_violation'
  | 'worker_error';

/** The kinds as the hook tells them; `refine` makes those of the wire of them. */
export type HookKind = WireKind | 'console_assert';

export interface WireCause {
  name: string;
  message: string;
  stack: string;
}

export interface WireHttp {
  method: string;
  /** Absolute address as requested, without fragment. */
  url: string;
  /** 0: no answer. */
  status: number;
  duration_ms: number;
  /** Text of the failure, or the status text. */
  error: string;
}

/**
 * One captured thing as the page's world saw it. `message` follows one rule per kind: js_error, the event's message with the browser's
 * prefix; unhandled_rejection, the error's message, else the reason as text; console, the arguments joined with `%s` and the like
 * filled in; http_error, `METHOD url status (text)`; network_error, the message of the rejected error; resource_error,
 * `Failed to load tag: url`.
 */
export interface WireRecord {
  kind: WireKind;
  message: string;
  name: string;
  /** The browser's text, without our own frames. */
  stack: string;
  /** Position as the event gave it, else of the top frame; '' and 0 when unknown. */
  source: string;
  line: number;
  column: number;
  /** How many identical ones this record stands for. */
  count: number;
  /** How many of `count` were not examined because of the page's limits. */
  suppressed: number;
  /** Milliseconds between the first of them and the moment the record was handed over. */
  age: number;
  args?: string[];
  causes?: WireCause[];
  http?: WireHttp;
}

/** What the page's world hands to the relay, as JSON text. */
export interface HookPacket {
  v: number;
  /** The hook's clock at this moment, in milliseconds, to which `at` of the records compares. */
  now: number;
  /** Records given up because the page produced too many. */
  lost: number;
  /** The oldest of them; `next` leads to later ones. */
  first: HookRecord | null;
}

/**
 * A record before it is a `WireRecord`: with our own frames in its stack, without place and message where those follow from the
 * rest. What is the same text work for every page is done where the record arrives (`refine`), not in the page. Lists are chained: arrays could run accessors that a page put on `Array.prototype`. The own,
 * empty `toJSON` keeps `JSON.stringify` from asking the page's.
 */
export interface HookRecord {
  toJSON: undefined;
  /** `worker_error`: an error without its object, which is a worker's or one of those that browsers hide. */
  kind: HookKind;
  /** Of console kinds the joined arguments, nothing filled in; of http_error, and network_error without an error, empty. */
  message: string;
  name: string;
  stack: string;
  /** The stack was taken at a call: a first line that names an error is not part of it. */
  ofCall: boolean;
  source: string;
  line: number;
  column: number;
  at: number;
  /** Not handed over before this, by the hook's clock: it may be called off. 0: nothing to wait for. */
  holdUntil: number;
  count: number;
  suppressed: number;
  /** The first of `args` is a text of the page: `%s` and the like in it are to be filled in with the others. */
  template: boolean;
  args: HookText | null;
  causes: HookCause | null;
  http: HookHttp | null;
  next: HookRecord | null;
}

export interface HookText {
  toJSON: undefined;
  text: string;
  next: HookText | null;
}

export interface HookCause extends WireCause {
  toJSON: undefined;
  next: HookCause | null;
}

/** A request as the page made it: `url` may be relative to `base`, `method` in any case. */
export interface HookHttp extends WireHttp {
  toJSON: undefined;
  base: string;
}

/** What the relay sees of an element that could not load its file. */
export interface SeenResource {
  kind: 'resource_error';
  element: string;
  /** As it stands in the document, which may be relative to `base`. */
  address: string;
  base: string;
}

/** What the relay sees of a violation of the page's policy. */
export interface SeenViolation extends Pick<
  SecurityPolicyViolationEvent,
  'effectiveDirective' | 'blockedURI' | 'sourceFile' | 'lineNumber' | 'columnNumber'
> {
  kind: 'csp_violation';
}

/** What the relay adds to a record: its own id and clock, which the page cannot fake. */
export interface Stamp {
  /** Any text that nobody else has; the background makes a UUID of what is none. */
  id: string;
  /** Milliseconds since 1970, the relay's clock. */
  timestamp: number;
}

export interface StampedRecord extends WireRecord, Pick<Stamp, 'id'> {
  /** ISO 8601. */
  timestamp: string;
}

export interface SentRecord extends Stamp {
  count: number;
  suppressed: number;
}

/**
 * Something that happened in the page before an occurrence. `text` by kind: click, the facts of the element and of those around it, a line each,
 * separated by tabs; navigation, an address; console, the arguments of a call, a line each; request, `status duration address`.
 */
export interface Crumb {
  kind: 'click' | 'navigation' | 'console' | 'request';
  text: string;
  /** Milliseconds since 1970, the relay's clock. */
  at: number;
}

/** The relay's message to the background. */
export interface CaptureBatch {
  type: 'capture.batch';
  wire: number;
  /**
   * Each a `HookRecord`, a `SeenResource` or a `SeenViolation` with a `Stamp` and its `age`, still raw: `refine` makes a `StampedRecord`
   * of it. Only what the relay itself needs of them is certain.
   */
  records: readonly SentRecord[];
  title: string;
  /** Occurrences given up because too many were waiting. */
  dropped: number;
  /** What led to them, and may reach beyond them. */
  crumbs?: readonly Crumb[];
}

/** The background's answer: ids that are safely stored (or refused for good), which the relay may now forget. */
export interface CaptureReceipt {
  done: string[];
}

/** What of a window's scheduler is used. Firefox has it since version 142. */
export interface Scheduling {
  scheduler?: { postTask?: (work: () => void, options: { delay: number }) => unknown };
}

/** Sent by the relay of a tab's top page each time a page is shown, so that the counter of the tab starts again. */
export interface PageShown {
  type: 'capture.page';
  wire: number;
}
