import type { WireRecord } from './wire.ts';

/** What is read of the browser's event. */
export type Violation = Pick<
  SecurityPolicyViolationEvent,
  'effectiveDirective' | 'blockedURI' | 'disposition' | 'sourceFile' | 'lineNumber' | 'columnNumber' | 'isTrusted'
>;

/**
 * Something that the page's content security policy blocked. Seen in the isolated world, where the page can neither forge nor stop
 * it. Null for a policy that only reports.
 */
export function readViolation(event: Violation): WireRecord | null {
  const { effectiveDirective, blockedURI, disposition, sourceFile, lineNumber, columnNumber } = event;
  if (disposition === 'report' || !event.isTrusted) return null;
  // Chromium and Firefox may blame our script, which made the call, or their own code: only addresses of the web are of the page.
  const ofPage = /^https?:/.test(sourceFile);
  return {
    kind: 'csp_violation',
    message: `Blocked by ${effectiveDirective}: ${blockedURI}`,
    name: '',
    stack: '',
    source: ofPage ? sourceFile : '',
    line: ofPage ? lineNumber : 0,
    column: ofPage ? columnNumber : 0,
    count: 1,
    suppressed: 0,
    age: 0,
  };
}
