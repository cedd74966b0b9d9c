import { useLayoutEffect, useRef } from 'preact/hooks';
import { useSettings } from '../shell/stored-settings.tsx';
import { listenForShortcuts, registerShortcuts, type Shortcut } from './registry.ts';

/** Gives keys to what a part of the screen can do, for as long as it is shown. Their number and keys may change meanwhile. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const keys = shortcuts.map((shortcut) => shortcut.keys).join('|');
  // Before it is painted: what can be seen to be there can be used.
  useLayoutEffect(() => registerShortcuts(() => latest.current), [keys]);
}

/**
 * Whether single keys are shortcuts. They can be turned off: somebody who speaks to the computer, or whose hand slips, would run
 * commands without meaning to (WCAG 2.1.4).
 */
export function useShortcutsOn(): boolean {
  const settings = useSettings();
  return settings.state === 'ready' && settings.data.shortcuts;
}

/** Listens to the keys of the whole page while shortcuts are on. For the page's root. */
export function useShortcutListener(): void {
  const on = useShortcutsOn();
  useLayoutEffect(() => (on ? listenForShortcuts() : undefined), [on]);
}
