import type { ComponentChildren } from 'preact';

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
  children: ComponentChildren;
}

/**
 * Rows of facts: a table where there is room, a list of small cards where there is not. The roles are written out because the
 * narrow form changes `display`, and browsers then forget that it is a table.
 */
export function Table({ label, columns, children }: TableProps) {
  return (
    <table class="table" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              class={column.align === 'number' ? 'cell-number' : undefined}
            >
              {column.control ?? column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

export function Row({ selected, children }: { selected?: boolean; children: ComponentChildren }) {
  return (
    <tr role="row" data-selected={selected || undefined}>
      {children}
    </tr>
  );
}

/** Names the rows that follow. */
export function SectionRow({ columns, children }: { columns: number; children: ComponentChildren }) {
  return (
    <tr role="row" class="section-row">
      <th role="rowheader" scope="rowgroup" colSpan={columns}>
        {children}
      </th>
    </tr>
  );
}

interface CellProps {
  kind?: 'main' | 'number' | 'time' | 'badge' | 'client' | 'check' | 'actions';
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
