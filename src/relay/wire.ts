/**
 * What crosses from the page's world to the relay, and from the relay to the background. The page side of it runs inside every
 * page: types, numbers and names only, no code to ship, no package.
 */

/** Version of this format. Hooks of an older version can still be alive in open pages after an update. */
export const WIRE_VERSION = 1;

/**
 * Types of the events by which the two worlds of a page meet. `hook` (from the page's world, on window, `relatedTarget` the channel) and
 * `relay` (from the relay, on window, "who has a channel?") are dispatched at the start only; all others on the channel, a detached
 * element that no code of the page can reach. To cancel an event is to answer "yes".
 */
export const CHANNEL = {
  hook: 'vigie:hook',
  relay: 'vigie:relay',
  /** Page's world → relay: `detail` is a packet as JSON text. Not cancelled: no living relay. */
  records: 'records',
  /** Relay → page's world: are you there? */
  ping: 'ping',
  /** Relay → page's world: take everything back and be silent. */
  stop: 'stop',
  /** Relay → page's world: the document may have been replaced, listen again. */
  restore: 'restore',
} as const;

/** Longest texts that leave the page, in UTF-16 units. Cut texts end in "…". */
export const LIMITS = {
  message: 8_192,
  stack: 16_384,
  frames: 50,
  url: 2_048,
  argument: 1_024,
  arguments: 20,
  causes: 5,
  title: 300,
  /** Distinct records held back in one frame before the page side counts instead of keeping. */
  pending: 200,
  /** Records in one message to the background, and its size as JSON. */
  batch: 100,
  batchBytes: 512_000,
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

/** What the page's world hands to the relay, as JSON text. `lost`: findings given up because the page produced too many. */
export interface WirePacket {
  v: number;
  lost: number;
  records: WireRecord[];
}

/** A record with what the relay adds: its own id and clock, which the page cannot fake. */
export interface StampedRecord extends WireRecord {
  /** UUID version 4. */
  id: string;
  /** ISO 8601, the relay's clock. */
  timestamp: string;
}

/** The relay's message to the background. */
export interface CaptureBatch {
  type: 'capture.batch';
  wire: number;
  records: StampedRecord[];
  title: string;
  /** Records given up because too many were waiting. */
  dropped: number;
}

/** The background's answer: ids that are safely stored (or refused for good), which the relay may now forget. */
export interface CaptureReceipt {
  done: string[];
}

/** Sent by the relay of a tab's top page each time a page is shown, so that the counter of the tab starts again. */
export interface PageShown {
  type: 'capture.page';
  wire: number;
}
