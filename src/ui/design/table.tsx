import type { ComponentChildren, Ref } from 'preact';

export interface Column {
  key: string;
  title: string;
  align?: 'number';
  /** Stands in the head instead of a title: what selects all rows. */
  control?: ComponentChildren;
}

interface TableProps {
  /** What the rows are, for readers of the screen. */
  label: string;
  columns: readonly Column[];
  /** Key of the column that the rows are sorted by, greatest or latest first unless `ascending`. */
  sorted?: { key: string; ascending?: boolean };
  /** Rows there are, the head included, where only some of them are in the document. */
  rowCount?: number;
  /** The rows' place in the document. */
  body?: Ref<HTMLTableSectionElement>;
  children: ComponentChildren;
}

/**
 * Rows of facts: a table where there is room, a list of small cards where there is not. The roles are written out because the
 * narrow form changes `display`, and browsers then forget that it is a table.
 */
export function Table({ label, columns, sorted, rowCount, body, children }: TableProps) {
  return (
    <table class="table" role="table" aria-label={label} aria-rowcount={rowCount}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              class={column.align === 'number' ? 'cell-number' : undefined}
              aria-sort={sorted?.key === column.key ? (sorted.ascending ? 'ascending' : 'descending') : undefined}
            >
              {column.control ?? column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" {...(body && { ref: body })}>
        {children}
      </tbody>
    </table>
  );
}

/** The place of a row among all rows, where only some of them are in the document; see `VirtualTable`. */
export interface RowPlace {
  index: number;
  measure: (row: HTMLTableRowElement | null) => void;
}

function placeProps(place: RowPlace | undefined) {
  // The head is the first row, and rows are counted from one.
  return place && { ref: place.measure, 'data-index': place.index, 'aria-rowindex': place.index + 2 };
}

interface RowProps {
  selected?: boolean;
  place?: RowPlace | undefined;
  children: ComponentChildren;
}

export function Row({ selected, place, children }: RowProps) {
  return (
    <tr role="row" data-selected={selected || undefined} {...placeProps(place)}>
      {children}
    </tr>
  );
}

interface SectionRowProps {
  columns: number;
  place?: RowPlace | undefined;
  children: ComponentChildren;
}

/** Names the rows that follow. */
export function SectionRow({ columns, place, children }: SectionRowProps) {
  return (
    <tr role="row" class="section-row" {...placeProps(place)}>
      <th role="rowheader" scope="rowgroup" colSpan={columns}>
        {children}
      </th>
    </tr>
  );
}

interface CellProps {
  kind?: 'main' | 'number' | 'trend' | 'time' | 'badge' | 'client' | 'check' | 'actions';
  /** The column's title, shown before the value in the narrow form. */
  label?: string;
  children: ComponentChildren;
}

export function Cell({ kind, label, children }: CellProps) {
  return (
    <td role="cell" class={kind === undefined ? undefined : `cell-${kind}`}>
      {label !== undefined && (
        <span class="cell-label" aria-hidden="true">
          {`${label} `}
        </span>
      )}
      {children}
    </td>
  );
}
