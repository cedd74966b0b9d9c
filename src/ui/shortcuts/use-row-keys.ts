import type { RefObject } from 'preact';
import { shortcutTexts } from '../../platform/texts/shortcuts.ts';
import { useTranslator } from '../shell/language.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** Rows that lead somewhere; heads of sections do not. */
const ROWS = 'tbody > tr:has(.row-link)';

/** The link of the row after the one that holds the control, else of the one before it: where to go on when that row goes. */
export function neighbourRow(control: Element): HTMLElement | null {
  const rows = [...(control.closest('table')?.querySelectorAll<HTMLElement>(ROWS) ?? [])];
  const index = rows.findIndex((row) => row.contains(control));
  const neighbour = rows[index + 1] ?? rows[index - 1];
  return neighbour?.querySelector<HTMLElement>('.row-link') ?? null;
}

/** The control that has the focus, if it is in a row of a table. */
export function focusedRow(): Element | null {
  return document.activeElement?.closest('tbody > tr') ?? null;
}

/**
 * Moves the focus from row to row of a table by single keys; Enter then follows the row's link, as always. From outside the table the
 * first key enters it at its beginning.
 */
export function useRowKeys(table: RefObject<HTMLElement>): void {
  const { t } = useTranslator();
  const step = (by: 1 | -1) => {
    const rows = [...(table.current?.querySelectorAll<HTMLElement>(ROWS) ?? [])];
    const present = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[present < 0 ? 0 : present + by];
    next?.querySelector<HTMLElement>('.row-link')?.focus();
  };
  useShortcuts([
    { keys: 'j', label: t(shortcutTexts.next), run: () => step(1) },
    { keys: 'k', label: t(shortcutTexts.previous), run: () => step(-1) },
  ]);
}
