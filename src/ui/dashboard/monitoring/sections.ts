import type { ErrorType } from '../../../core/rows.ts';
import type { ErrorRow, Grouping } from './read-errors.ts';

/** Errors that have their type, or their source, in common. */
export interface Section {
  key: string;
  type: ErrorType;
  source: string;
  rows: ErrorRow[];
  occurrences: number;
}

/** The rows under the heads that they share, in the order in which the list comes to each; a section's own order stays. */
export function sectionsOf(rows: readonly ErrorRow[], grouping: Grouping): Section[] {
  const sections = new Map<string, Section>();
  for (const row of rows) {
    const { error_type: type, source, count } = row.group;
    const key = grouping === 'type' ? type : source;
    const section = sections.get(key) ?? { key, type, source, rows: [], occurrences: 0 };
    section.rows.push(row);
    section.occurrences += count;
    sections.set(key, section);
  }
  return [...sections.values()];
}
