import { tinykeys } from 'tinykeys';

/** What a key does on the present screen. */
export interface Shortcut {
  /**
   * As `KeyboardEvent.key` names it, `$mod+` before it for Ctrl (⌘ on a Mac); the keys of a sequence are separated by spaces: "g t". '' for what
   * is found by its name alone.
   */
  keys: string;
  /** In the reader's language. */
  label: string;
  run: () => void;
}

type Read = () => readonly Shortcut[];

/** The parts of the screen that have shortcuts, latest first. */
const parts: Read[] = [];
let listening = false;
let unbind = () => {};

/** Adds the shortcuts of a part of the screen; what they do is read anew at every press. Returns what takes them away. */
export function registerShortcuts(read: Read): () => void {
  parts.unshift(read);
  bind();
  return () => {
    parts.splice(parts.indexOf(read), 1);
    bind();
  };
}

/** Begins to listen to the keys. Returns what ends it. */
export function listenForShortcuts(): () => void {
  listening = true;
  bind();
  return () => {
    listening = false;
    bind();
  };
}

/** Everything that has a key or a name now. Where two parts use one, the later part has it. */
export function presentShortcuts(): Shortcut[] {
  const byKeys = new Map<string, Shortcut>();
  for (const shortcut of parts.flatMap((read) => read())) {
    const name = shortcut.keys || shortcut.label;
    if (!byKeys.has(name)) byKeys.set(name, shortcut);
  }
  return [...byKeys.values()];
}

/**
 * One binding for the whole page, sequences first: "g m" must not also run what "m" alone does, whichever part of the page has that.
 */
function bind(): void {
  unbind();
  unbind = () => {};
  if (!listening) return;
  const keys = presentShortcuts()
    .map((shortcut) => shortcut.keys)
    .filter((key) => key !== '')
    .toSorted((a, b) => b.length - a.length);
  const bindings = keys.map((key) => [binding(key), (event: KeyboardEvent) => run(key, event)] as const);
  unbind = tinykeys(window, Object.fromEntries(bindings), { ignore: isNoShortcut });
}

/** Signs need Shift on some keyboards and not on others. */
function binding(keys: string): string {
  return /^[?/]$/u.test(keys) ? `[Shift]+${keys}` : keys;
}

function run(keys: string, event: KeyboardEvent): void {
  const shortcut = presentShortcuts().find((one) => one.keys === keys);
  if (shortcut === undefined) return;
  event.preventDefault();
  shortcut.run();
}

/** A letter that is being typed, or a key meant for an open question. */
function isNoShortcut(event: KeyboardEvent): boolean {
  if (event.repeat || event.isComposing || event.defaultPrevented) return true;
  const target = event.target instanceof Element ? event.target : null;
  const typing = event.ctrlKey || event.metaKey ? '' : 'input, select, textarea, [contenteditable], ';
  return target?.closest(`${typing}dialog`) != null;
}
