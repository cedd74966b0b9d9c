import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { useSiteNames } from '../../data/use-site-names.ts';
import { Captured } from '../../design/captured.tsx';
import { SectionRow, type Column, type RowPlace } from '../../design/table.tsx';
import { VirtualTable } from '../../design/virtual-table.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { ErrorTableRow } from './error-table-row.tsx';
import type { ErrorRow, Grouping } from './read-errors.ts';
import { sectionsOf, type Section } from './sections.ts';
import type { ErrorActions } from '../../triage/use-error-actions.ts';

interface ErrorTableProps {
  rows: readonly ErrorRow[];
  grouping: Grouping | '';
  actions: ErrorActions;
  /** Asks how to ignore errors like this occurrence. */
  ignore: (id: string) => void;
}

/** A row of the table: an error, or the head of those that follow. */
type Line = { key: string; row: ErrorRow } | { key: string; section: Section };

function linesOf(rows: readonly ErrorRow[], grouping: Grouping | ''): Line[] {
  if (grouping === '') return rows.map((row) => ({ key: row.key, row }));
  return sectionsOf(rows, grouping).flatMap((section) => [
    { key: `section ${section.key}`, section },
    ...section.rows.map((row) => ({ key: row.key, row })),
  ]);
}

/** One row per signature; its message leads to the details. */
export function ErrorTable({ rows, grouping, actions, ignore }: ErrorTableProps) {
  const { t } = useTranslator();
  const siteName = useSiteNames();
  const titles = monitoringTexts.columns;
  const columns: Column[] = [
    { key: 'error', title: t(titles.error) },
    { key: 'trend', title: t(titles.trend) },
    { key: 'occurrences', title: t(titles.occurrences), align: 'number' },
    { key: 'clients', title: t(titles.clients), align: 'number' },
    { key: 'firstSeen', title: t(titles.firstSeen) },
    { key: 'lastSeen', title: t(titles.lastSeen) },
    { key: 'ticket', title: t(titles.ticket) },
    { key: 'actions', title: t(titles.actions) },
  ];
  const lines = linesOf(rows, grouping);
  const drawn = (place: RowPlace) => {
    const line = lines[place.index];
    if (line === undefined) return null;
    if ('row' in line) {
      const site = siteName(line.row.group.project);
      return (
        <ErrorTableRow key={line.key} row={line.row} site={site} actions={actions} ignore={ignore} place={place} />
      );
    }
    return (
      <SectionRow key={line.key} columns={columns.length} place={place}>
        <SectionHead section={line.section} grouping={grouping || 'type'} />
      </SectionRow>
    );
  };
  const keys = lines.map(({ key }) => key);
  return (
    <VirtualTable
      label={t(monitoringTexts.heading)}
      columns={columns}
      {...(grouping === '' && { sorted: { key: 'lastSeen' } })}
      keys={keys}
      row={drawn}
    />
  );
}

function SectionHead({ section, grouping }: { section: Section; grouping: Grouping }) {
  const { t } = useTranslator();
  const { type, source, rows, occurrences } = section;
  const name = grouping === 'type' ? t(vocabulary.errorType[type]) : source || t(monitoringTexts.noSource);
  return (
    <>
      <Captured text={name} limit={120} />{' '}
      <span class="muted small">{t(monitoringTexts.section, { errors: rows.length, occurrences })}</span>
    </>
  );
}
