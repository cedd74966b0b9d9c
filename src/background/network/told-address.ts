import { missingModule } from '../../core/signature/from-request.ts';
import type { StampedRecord } from '../../relay/wire.ts';

/** The address that a record tells of: of its request, of its element's file, or of the module that could not be imported. */
export function addressIn({ http, kind, message, source }: StampedRecord): string {
  return http?.url ?? (kind === 'resource_error' ? source : moduleIn(message));
}

/** Chromium's words for the script of a worklet that is missing. */
const WORKLET = /^Failed to load worklet module script: (\S+) \(/;

/** The address of a module that could not be imported; '' when the message is of something else. */
export function moduleIn(message: string): string {
  return missingModule(message) ?? WORKLET.exec(message)?.[1] ?? '';
}

/** With what browsers reject a request without answer, and the reading of an answer that broke off. */
const UNNAMED =
  /^(?:Failed to fetch|network error|NetworkError when attempting to fetch resource\.|Content-Length header of network response exceeds response Body\.|Error in body stream)$/i;

export function isUnnamed(message: string): boolean {
  return UNNAMED.test(message);
}

/** Whether a rejection is that of a request, whose address it does not tell. Those that pages make have a place. */
export function isOfUnnamed({ kind, name, message, source }: StampedRecord): boolean {
  return kind === 'unhandled_rejection' && name === 'TypeError' && source === '' && isUnnamed(message);
}
