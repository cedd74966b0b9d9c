import { useState } from 'preact/hooks';
import { ignoreTexts } from '../../../platform/texts/ignore.ts';
import { monitoringTexts } from '../../../platform/texts/monitoring.ts';
import type { GroupWithTicket } from '../../../storage/queries.ts';
import type { Found } from '../../data/search-pages.ts';
import { useFrozenList } from '../../data/use-frozen-list.ts';
import { FieldError } from '../../design/field.tsx';
import { FreshButton } from '../../design/fresh-button.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { focusedRow, neighbourRow } from '../../shortcuts/use-row-keys.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.ts';
import { ListFoot } from '../list-foot.tsx';
import { ErrorTable } from './error-table.tsx';
import { NoErrors } from './no-errors.tsx';
import { useOnScreen } from './on-screen.ts';
import type { ErrorRow, Grouping } from './read-errors.ts';
import { sectionsOf } from './sections.ts';
import { IgnoreDialog } from '../../triage/ignore-dialog.tsx';
import { useErrorActions, type ErrorActions } from '../../triage/use-error-actions.ts';

interface ErrorListProps {
  /** The filter that `found` answers. */
  question: string;
  found: Found<ErrorRow>;
  grouping: Grouping | '';
  more: () => void;
  /** Takes the filters away, where there are some. */
  clear: (() => void) | undefined;
}

/** The errors that were found, standing still while one reads. */
export function ErrorList({ question, found, grouping, more, clear }: ErrorListProps) {
  const { t } = useTranslator();
  const list = useFrozenList(found.rows, found.complete, question);
  const rows = grouping === '' ? list.rows : sectionsOf(list.rows, grouping).flatMap((section) => section.rows);
  const actions = useErrorActions();
  useOnScreen(rows.map(({ group }) => group));
  const [ignoring, ignore] = useState<string | null>(null);
  useRowShortcuts(rows, actions, ignore);
  const { stoppedAfter } = found;
  const stopped = stoppedAfter === null ? undefined : t(monitoringTexts.searchedAll, { count: stoppedAfter });
  if (rows.length === 0) return <NoErrors clear={clear} stopped={stopped} />;
  return (
    <>
      <FreshButton count={list.fresh} label={t(monitoringTexts.fresh, { count: list.fresh })} onClick={list.refresh} />
      <div role="alert">
        <FieldError text={actions.failure} />
      </div>
      <ErrorTable rows={rows} grouping={grouping} actions={actions} ignore={ignore} />
      <ListFoot
        shown={rows.length}
        text={monitoringTexts.shown}
        more={found.complete || stoppedAfter !== null ? undefined : more}
        stopped={stopped}
      />
      {ignoring !== null && <IgnoreDialog id={ignoring} onClose={() => ignore(null)} />}
    </>
  );
}

/** Keys for the row that has the focus. */
function useRowShortcuts(rows: readonly ErrorRow[], actions: ErrorActions, ignore: (id: string) => void): void {
  const { t } = useTranslator();
  const texts = monitoringTexts.actions;
  const onFocused = (act: (error: GroupWithTicket, row: Element) => void) => () => {
    const row = focusedRow();
    const key = row?.querySelector<HTMLElement>('[data-row]')?.dataset['row'];
    const found = rows.find((one) => one.key === key);
    if (row && found) act(found.group, row);
  };
  const resolve = onFocused((error, row) => {
    const next = neighbourRow(row);
    if (!error.resolved) actions.setResolved(error, true, () => next?.focus());
  });
  const createTicket = onFocused((error) => {
    if (!error.ticket) actions.createTicket(error);
  });
  useShortcuts([
    { keys: 'r', label: t(texts.resolve), run: resolve },
    { keys: 't', label: t(texts.createTicket), run: createTicket },
    { keys: 'i', label: t(ignoreTexts.like.action), run: onFocused(({ last_error_id: id }) => ignore(id)) },
  ]);
}
