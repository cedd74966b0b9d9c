import type { SettingRow } from '../../../core/rows.ts';
import type { SettingFailure } from '../../../core/settings.ts';
import type { OwnFailure } from '../../../storage/own-failures.ts';

/**
 * Masking rules that can be read and cannot work: no form lets one through, but an import does, and every text is then dropped. The
 * engine that runs the rules is large and the background's alone, so its word is taken: it complains whenever it loads them.
 *
 * @param row of the setting, as stored. A complaint older than the row was about the rules before it.
 */
export function unusableMasking(row: SettingRow | undefined, failures: readonly OwnFailure[]): SettingFailure[] {
  const complaint = failures.find(({ where, last_at }) => where === 'redaction' && row && last_at > row.updated_at);
  return complaint
    ? [{ code: 'invalid-setting', key: 'redaction', detail: `${complaint.detail}: ${complaint.code}` }]
    : [];
}
