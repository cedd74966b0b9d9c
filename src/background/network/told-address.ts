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
