import { useReducer, useRef } from 'preact/hooks';
import { freeze, type FrozenOrder, type Placed } from './frozen-list.ts';

export interface FrozenList<Row> {
  rows: Row[];
  /** Rows that are waiting to be shown. */
  fresh: number;
  /** Puts the list into its present order, the waiting rows included. */
  refresh: () => void;
}

/** Keeps a live list from moving under the reader, see `freeze`. Another `question` (a filter) starts a new order. */
export function useFrozenList<Row extends Placed>(
  live: readonly Row[],
  complete: boolean,
  question: string,
): FrozenList<Row> {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const held = useRef<{ question: string; order: FrozenOrder<Row> | null }>({ question, order: null });
  if (held.current.question !== question) held.current = { question, order: null };
  const { rows, fresh, order } = freeze(held.current.order, live, complete);
  held.current.order = order;
  const refresh = () => {
    held.current.order = null;
    render(undefined);
  };
  return { rows, fresh, refresh };
}
