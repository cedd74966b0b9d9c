import { Search } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { paletteTexts } from '../../../platform/texts/palette.ts';
import { IconButton } from '../../design/button.tsx';
import { useTranslator } from '../../shell/language.tsx';
import { OPTIONS_PAGE } from '../../shell/links.ts';
import { presentShortcuts, type Shortcut } from '../../shortcuts/registry.ts';
import { useShortcuts } from '../../shortcuts/use-shortcuts.ts';
import { CommandPalette } from './command-palette.tsx';

const KEYS = '$mod+k';

/** Opens the palette, by mouse or by its key. */
export function PaletteButton() {
  const { t } = useTranslator();
  const [shown, setShown] = useState<Shortcut[] | null>(null);
  const options: Shortcut = { keys: '', label: t(paletteTexts.options), run: () => location.assign(OPTIONS_PAGE) };
  const open = () => setShown([...presentShortcuts().filter(({ keys }) => keys !== KEYS), options]);
  useShortcuts([{ keys: KEYS, label: t(paletteTexts.title), run: open }]);
  return (
    <>
      <IconButton icon={Search} label={t(paletteTexts.open)} onClick={open} />
      {shown !== null && <CommandPalette shortcuts={shown} onClose={() => setShown(null)} />}
    </>
  );
}
