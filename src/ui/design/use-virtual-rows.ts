import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
  type Range,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

/** A row that is in the document. */
interface VirtualRow {
  key: string;
  index: number;
  /** Height of the rows that are left out between it and the one before, in pixels. */
  gap: number;
}

interface VirtualRows {
  rows: VirtualRow[];
  /** Height of the rows that are left out after the last one. */
  rest: number;
  body: RefObject<HTMLTableSectionElement>;
  measure: (row: HTMLTableRowElement | null) => void;
}

/** Rows above and below the window: as many as one sees while the next are being drawn. */
const OVERSCAN = 10;

/** The index of the row that has the focus: it stays in the document wherever one scrolls, or the focus would be lost. */
function focusedIndex(body: HTMLElement | null): number[] {
  const row = document.activeElement?.closest<HTMLElement>('tr[data-index]');
  return row && body?.contains(row) ? [Number(row.dataset['index'])] : [];
}

/**
 * Which rows of a long list are worth having in the document while the window is scrolled where it is.
 *
 * @param keys of all rows, in order. @param estimate height of a row that was not drawn yet, in pixels.
 */
export function useVirtualRows(keys: readonly string[], estimate: number): VirtualRows {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const body = useRef<HTMLTableSectionElement>(null);
  const top = useRef(0);
  const options = {
    count: keys.length,
    getScrollElement: () => window,
    estimateSize: () => estimate,
    getItemKey: (index: number) => keys[index] ?? index,
    overscan: OVERSCAN,
    scrollMargin: top.current,
    initialRect: { width: innerWidth, height: innerHeight },
    initialOffset: () => scrollY,
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range);
      const kept = focusedIndex(body.current).filter((index) => index < range.count && !shown.includes(index));
      return [...shown, ...kept].toSorted((a, b) => a - b);
    },
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    onChange: () => draw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, HTMLTableRowElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => {
    virtualizer._willUpdate();
    const found = body.current === null ? 0 : body.current.getBoundingClientRect().top + scrollY;
    if (Math.abs(found - top.current) < 1) return;
    top.current = found;
    draw(undefined);
  });
  return { ...placed(virtualizer), body, measure: virtualizer.measureElement };
}

function placed(virtualizer: Virtualizer<Window, HTMLTableRowElement>): Pick<VirtualRows, 'rows' | 'rest'> {
  const { scrollMargin } = virtualizer.options;
  let end = scrollMargin;
  const rows = virtualizer.getVirtualItems().map((item) => {
    const gap = item.start - end;
    end = item.end;
    return { key: String(item.key), index: item.index, gap };
  });
  return { rows, rest: virtualizer.getTotalSize() + scrollMargin - end };
}
