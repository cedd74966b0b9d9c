import { useState } from 'preact/hooks';
import type { TicketRow } from '../../../core/rows.ts';

/** Tickets that are marked in the list. One that is no longer shown is not selected either: nobody sees that it is. */
export interface Selection {
  selected: TicketRow[];
  has: (ticket: TicketRow) => boolean;
  toggle: (ticket: TicketRow) => void;
  setAll: (on: boolean) => void;
  clear: () => void;
}

export function useSelection(shown: readonly TicketRow[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    selected: shown.filter(({ id }) => ids.has(id)),
    has: ({ id }) => ids.has(id),
    toggle: ({ id }) =>
      setIds((before) =>
        before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
      ),
    setAll: (on) => setIds(new Set(on ? shown.map(({ id }) => id) : [])),
    clear: () => setIds(new Set()),
  };
}
