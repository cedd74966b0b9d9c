import type { RefObject } from 'preact';
import { shortcutTexts } from '../../platform/texts/shortcuts.ts';
import { useTranslator } from '../shell/language.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/**
 * Moves the focus from row to row of a table by single keys; Enter then follows the row's link, as always. From outside the table the
 * first key enters it at its beginning.
 */
export function useRowKeys(table: RefObject<HTMLElement>): void {
  const { t } = useTranslator();
  const step = (by: 1 | -1) => {
    const rows = [...(table.current?.querySelectorAll<HTMLElement>('tbody > tr') ?? [])];
    const present = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[present < 0 ? 0 : present + by];
    next?.querySelector<HTMLElement>('.row-link')?.focus();
  };
  useShortcuts([
    { keys: 'j', label: t(shortcutTexts.next), run: () => step(1) },
    { keys: 'k', label: t(shortcutTexts.previous), run: () => step(-1) },
  ]);
}
