import type { CapturedFacts } from '../../core/occurrence.ts';
import type { ErrorLogRow, SiteRow } from '../../core/rows.ts';
import type { Settings } from '../../core/settings.ts';

/** What every occurrence is judged and stored with; made from the settings once, and again when they change. */
export interface CaptureContext {
  /** Whether capture was agreed to; nothing of a page is looked at before. */
  agreed: boolean;
  /** When a person agreed, ISO 8601: what happened before is not theirs to be kept. Absent where nobody was asked. */
  notBefore?: string;
  settings: Settings;
  sites: readonly SiteRow[];
  /** Match patterns of the hosts that the extension may see. */
  granted: readonly string[];
  install: string;
  epoch: number;
  /** The rule that takes an occurrence out, or null. */
  ignoredBy: (facts: CapturedFacts) => string | null;
  redact: (row: ErrorLogRow) => ErrorLogRow;
}
