import { Fragment, type ComponentChildren } from 'preact';
import { Table, type Column, type RowPlace } from './table.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';

/** Height of a row of two lines, in pixels: what was not drawn yet is taken to be of it. */
const ROW_HEIGHT = 69;

interface VirtualTableProps {
  label: string;
  columns: readonly Column[];
  sorted?: { key: string; ascending?: boolean };
  /** Of all rows, in order. */
  keys: readonly string[];
  /** Draws a `Row` (or `SectionRow`) in its place. */
  row: (place: RowPlace) => ComponentChildren;
}

/** A table that may be thousands of rows long: only those near the window are in the document. */
export function VirtualTable({ keys, row, ...table }: VirtualTableProps) {
  const { rows, rest, body, measure } = useVirtualRows(keys, ROW_HEIGHT);
  return (
    <Table {...table} rowCount={keys.length + 1} body={body}>
      {rows.map(({ key, index, gap }) => (
        <Fragment key={key}>
          <Gap height={gap} columns={table.columns.length} />
          {row({ index, measure })}
        </Fragment>
      ))}
      <Gap height={rest} columns={table.columns.length} />
    </Table>
  );
}

/** Stands for rows that are left out. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr class="row-gap" aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
