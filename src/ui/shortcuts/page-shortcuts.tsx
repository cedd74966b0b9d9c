import { Keyboard } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { shortcutTexts } from '../../platform/texts/shortcuts.ts';
import { IconButton } from '../design/button.tsx';
import { useTranslator } from '../shell/language.tsx';
import { DIAGNOSTIC, MONITORING, STATISTICS, TICKETS } from '../shell/links.ts';
import { presentShortcuts, type Shortcut } from './registry.ts';
import { ShortcutHelp } from './shortcut-help.tsx';
import { useShortcutListener, useShortcuts } from './use-shortcuts.ts';

function goTo(hash: string): () => void {
  return () => {
    location.hash = hash;
  };
}

/** The keys of every screen, and a button that shows all there are. @param screens whether there are other screens to go to. */
export function PageShortcuts({ screens = true }: { screens?: boolean }) {
  const { t } = useTranslator();
  const [shown, setShown] = useState<Shortcut[] | null>(null);
  const help = () => setShown(presentShortcuts().filter(({ keys }) => keys !== ''));
  const ways: Shortcut[] = [
    { keys: 'g m', label: t(shortcutTexts.toMonitoring), run: goTo(MONITORING) },
    { keys: 'g t', label: t(shortcutTexts.toTickets), run: goTo(TICKETS) },
    { keys: 'g s', label: t(shortcutTexts.toStatistics), run: goTo(STATISTICS) },
    { keys: 'g d', label: t(shortcutTexts.toDiagnostic), run: goTo(DIAGNOSTIC) },
  ];
  const everywhere = [{ keys: '?', label: t(shortcutTexts.help), run: help }, ...(screens ? ways : [])];
  useShortcutListener();
  useShortcuts(everywhere);
  return (
    <>
      <IconButton icon={Keyboard} label={t(shortcutTexts.title)} keys="?" onClick={help} />
      {shown !== null && (
        <ShortcutHelp
          here={shown.filter(({ keys }) => everywhere.every((one) => one.keys !== keys))}
          everywhere={everywhere}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}
