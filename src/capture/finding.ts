import type { WireCause, WireHttp, WireKind } from '../relay/wire.ts';

/** What a probe saw, before it is counted. The texts are those of `WireRecord`, except that `stack` is still the browser's raw text. */
export interface Finding {
  kind: WireKind;
  message: string;
  name: string;
  /** Raw: may still hold our own frames and be of any length. */
  stack: string;
  /** The first line of `stack` is not the error's name and text: it was taken at a call. */
  ofCall: boolean;
  /** '' and 0: take them from the stack. */
  source: string;
  line: number;
  column: number;
  /** When it happened, by `now()`. */
  at: number;
  args: TextList | null;
  causes: CauseList | null;
  http: WireHttp | null;
}

/** Lists are chained, not arrays: filling an array could run an accessor that the page put on `Array.prototype`. */
export interface TextList {
  text: string;
  next: TextList | null;
}

export interface CauseList extends WireCause {
  next: CauseList | null;
}
