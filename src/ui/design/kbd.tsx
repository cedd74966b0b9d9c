import { shortcutTexts } from '../../platform/texts/shortcuts.ts';
import { useTranslator } from '../shell/language.tsx';

/**
 * The keys of a shortcut, as printed on them.
 *
 * @param spoken beside a control, readers of the screen hear the key from `aria-keyshortcuts` instead.
 */
export function Kbd({ keys, spoken = false }: { keys: string; spoken?: boolean }) {
  const { t } = useTranslator();
  return (
    <span class="kbds" aria-hidden={spoken ? undefined : true}>
      {keys.split(' ').map((key, index) => (
        <span key={index}>
          {index > 0 && <span class="muted small">{` ${t(shortcutTexts.andThen)} `}</span>}
          <kbd class="kbd">{keyName(key)}</kbd>
        </span>
      ))}
    </span>
  );
}

function keyName(key: string): string {
  if (key.startsWith('$mod+')) return `${navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl+'}${keyName(key.slice(5))}`;
  return key.length === 1 ? key.toUpperCase() : key;
}
