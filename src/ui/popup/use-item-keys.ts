import { shortcutTexts } from '../../platform/texts/shortcuts.ts';
import { useTranslator } from '../shell/language.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';

/** Moves the focus from error to error, over both lists; the first key enters them at their beginning. */
export function useItemKeys(): void {
  const { t } = useTranslator();
  useShortcuts([
    { keys: 'j', label: t(shortcutTexts.next), run: () => step(1) },
    { keys: 'k', label: t(shortcutTexts.previous), run: () => step(-1) },
  ]);
}

function step(by: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>('.error-item')];
  const present = items.findIndex((item) => item.contains(document.activeElement));
  const next = items[present < 0 ? 0 : present + by];
  next?.querySelector<HTMLElement>('.row-link')?.focus();
}
