import type { SeenViolation } from './wire.ts';

/** What is read of the browser's event. */
export type Violation = Omit<SeenViolation, 'kind'> & Pick<SecurityPolicyViolationEvent, 'disposition' | 'isTrusted'>;

/**
 * Something that the page's content security policy blocked. Seen in the isolated world, where the page can neither forge nor stop
 * it. Null for a policy that only reports.
 */
export function readViolation(event: Violation): SeenViolation | null {
  const { effectiveDirective, blockedURI, disposition, sourceFile, lineNumber, columnNumber } = event;
  if (disposition === 'report' || !event.isTrusted) return null;
  return { kind: 'csp_violation', effectiveDirective, blockedURI, sourceFile, lineNumber, columnNumber };
}
