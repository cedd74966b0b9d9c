import { Fragment } from 'preact';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import { vocabulary } from '../../../platform/texts/vocabulary.ts';
import { useSiteNames } from '../../data/use-site-names.ts';
import { Captured } from '../../design/captured.tsx';
import { SectionRow, Table, type Column } from '../../design/table.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { ErrorTableRow } from './error-table-row.tsx';
import type { ErrorRow, Grouping } from './read-errors.ts';
import { sectionsOf, type Section } from './sections.ts';
import type { ErrorActions } from './use-error-actions.ts';

interface ErrorTableProps {
  rows: readonly ErrorRow[];
  grouping: Grouping | '';
  actions: ErrorActions;
}

/** One row per signature; its message leads to the details. */
export function ErrorTable({ rows, grouping, actions }: ErrorTableProps) {
  const { t } = useTranslator();
  const siteName = useSiteNames();
  const titles = monitoringTexts.columns;
  const columns: Column[] = [
    { key: 'error', title: t(titles.error) },
    { key: 'occurrences', title: t(titles.occurrences), align: 'number' },
    { key: 'clients', title: t(titles.clients), align: 'number' },
    { key: 'firstSeen', title: t(titles.firstSeen) },
    { key: 'lastSeen', title: t(titles.lastSeen) },
    { key: 'ticket', title: t(titles.ticket) },
    { key: 'actions', title: t(titles.actions) },
  ];
  const shown = (row: ErrorRow) => (
    <ErrorTableRow key={row.key} row={row} site={siteName(row.group.project)} actions={actions} />
  );
  return (
    <Table label={t(monitoringTexts.heading)} columns={columns}>
      {grouping === ''
        ? rows.map(shown)
        : sectionsOf(rows, grouping).map((section) => (
            <Fragment key={section.key}>
              <SectionRow columns={columns.length}>
                <SectionHead section={section} grouping={grouping} />
              </SectionRow>
              {section.rows.map(shown)}
            </Fragment>
          ))}
    </Table>
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
