import { type HookKind, type HookRecord, MAX_MESSAGE } from '../relay/wire.ts';
import { causesOf } from './causes.ts';
import { isFailure, textAt } from './failure.ts';
import { now } from './natives.ts';
import { clip } from './text.ts';

/**
 * A record of something that just happened; `thrown` is its error, if it is one. What a kind has besides is put in by its probe.
 */
export function newRecord(kind: HookKind, message: string, thrown: unknown): HookRecord {
  const error = isFailure(thrown) ? thrown : null;
  return {
    toJSON: undefined,
    kind,
    message: clip(message || textAt(error, 'message'), MAX_MESSAGE),
    name: textAt(error, 'name'),
    stack: textAt(error, 'stack'),
    ofCall: false,
    source: '',
    line: 0,
    column: 0,
    at: now(),
    holdUntil: 0,
    count: 1,
    suppressed: 0,
    template: false,
    args: null,
    causes: error && causesOf(error),
    http: null,
    next: null,
  };
}
