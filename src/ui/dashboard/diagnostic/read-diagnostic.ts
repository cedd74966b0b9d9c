import type { SettingFailure, Settings } from '../../../core/settings.ts';
import type { Counters } from '../../../storage/counters.ts';
import { mailCounts, type MailCounts } from '../../../storage/mail-queries.ts';
import { ownFailures, type OwnFailure } from '../../../storage/own-failures.ts';
import { counters, settings } from '../../../storage/queries.ts';
import { setAsideTallies, type SetAsideTallies } from '../../../storage/set-aside.ts';
import { db } from '../../data/database.ts';
import { unusableMasking } from './unusable-masking.ts';

/** What the background has written of its own state. */
export interface Diagnostic {
  counters: Counters;
  /** Latest first. */
  failures: OwnFailure[];
  aside: SetAsideTallies;
  /** Those that cannot be read, and masking rules that cannot work. */
  broken: SettingFailure[];
  ignore: Settings['ignore'];
  notifications: Settings['notifications'];
  mails: MailCounts;
}

/** A few rows, each of bounded size, whatever was captured. */
export async function readDiagnostic(): Promise<Diagnostic> {
  const [totals, failures, aside, stored, masking, mails] = await Promise.all([
    counters(db),
    ownFailures(db),
    setAsideTallies(db),
    settings(db),
    db.cm_settings.get('redaction'),
    mailCounts(db),
  ]);
  const { broken } = stored;
  const unreadable = broken.some(({ key }) => key === 'redaction');
  return {
    counters: totals,
    failures,
    aside,
    broken: unreadable ? broken : [...broken, ...unusableMasking(masking, failures)],
    ignore: stored.settings.ignore,
    notifications: stored.settings.notifications,
    mails,
  };
}
