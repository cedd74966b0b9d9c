import type { StackFrame } from './frame.ts';
import { functionName } from './function-name.ts';
import { isHelperFile } from './helpers.ts';
import { isLibrary } from './libraries.ts';
import type { Where } from './libraries.ts';
import { stableStem } from './path-segment.ts';

/**
 * Who wrote a frame's code. `helper`: the application's own, but called from everywhere, so that its caller is the bug. `extension`: a
 * browser extension. `native`: the browser.
 */
export type Origin = 'app' | 'helper' | 'library' | 'extension' | 'native';

const EXTENSION = /^(?:chrome|moz|safari|safari-web|ms-browser|edge)-extension:/i;

/** Firefox gives a content script that runs in the page's own world this for an address; the page's own code always has a real one. */
const GECKO_CONTENT_SCRIPT = '<anonymous code>';

/** What compilers to WebAssembly bring along: every panic and every failed allocation goes through it. */
const RUNTIME = /^(?:_*rust_|_?abort$|_*cxa_|emscripten_|runtime\.|(?:core|std|alloc)::)/;

function whereOf(source: string): Where {
  const bare = source.replace(/[?#].*$/s, '');
  const found = /^[a-z][a-z0-9+.-]*:\/\/([^/]*)(.*)$/is.exec(bare);
  const folders = (found?.[2] ?? bare).split('/');
  const file = (folders.pop() ?? '').replace(/\.(?:[cm]?[jt]sx?|vue|svelte)$/i, '');
  const host = (found?.[1] ?? '').replace(/^.*@|:\d+$/g, '').toLowerCase();
  return { host, folders, file, stem: stableStem(file) || file };
}

/** Who wrote the code of a frame, told from its address and name alone. */
export function originOf(frame: StackFrame): Origin {
  if (frame.source === GECKO_CONTENT_SCRIPT || EXTENSION.test(frame.source)) return 'extension';
  if (frame.code === 'native') return 'native';
  // What a library evaluates is a template or an attribute of the application.
  if (frame.code === 'evaluated') return 'app';
  // A number changes with every build: who called tells the place.
  if (frame.code === 'wasm') return functionName(frame.name) === '' || RUNTIME.test(frame.name) ? 'library' : 'app';
  if (frame.source === '') return 'native';
  const where = whereOf(frame.source);
  if (isLibrary(where)) return 'library';
  return isHelperFile(where.folders, where.stem) ? 'helper' : 'app';
}
