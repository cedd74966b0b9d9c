import * as selfTest from '../../../src/self-test/compare.ts';
import type { BrowserName } from './built.ts';
import { type NamedCase, pagePathOf } from './case-files.ts';
import { type ExportedData, pagePath } from './exported.ts';
import { resolveCase } from './resolve.ts';
import type { Site } from './site.ts';

/** Whether all that the case expects has arrived, at least. */
export function hasArrived(testCase: NamedCase, browser: BrowserName, site: Site, data: ExportedData): boolean {
  return selfTest.hasArrived(resolveCase(testCase, browser, site), groupsOf(testCase, data));
}

/** What the case wanted and what was stored, in the same order, for one comparison with a readable difference. */
export function compare(testCase: NamedCase, browser: BrowserName, site: Site, data: ExportedData): selfTest.Outcome {
  return selfTest.compare(resolveCase(testCase, browser, site), groupsOf(testCase, data));
}

function groupsOf(testCase: NamedCase, data: ExportedData): selfTest.Group[] {
  const folder = pagePathOf(testCase.name, '');
  const rows = data.cm_error_logs.filter((row) => pagePath(row).startsWith(folder));
  return selfTest.groupsOf(rows, ({ metadata: { signature, project } }) => {
    const tickets = data.cm_support_tickets.filter(
      (ticket) => ticket.error_signature === signature && ticket.metadata.project === project,
    );
    return tickets.length;
  });
}
