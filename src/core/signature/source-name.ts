import { readAddress } from './address.ts';
import { clip, oneLine } from './text.ts';
import { isId, isLanguage, isVersion, stableStem } from '../stack/path-segment.ts';

/** Stems that say nothing without their folder. */
const VAGUE = new Set(
  (
    'index main app application bundle chunk page layout route routes script scripts entry client server core init start all common ' +
    'default module component components view views controller controllers model models store hook hooks +page +layout'
  ).split(' '),
);

/** Folders that only say that scripts lie there. */
const PLAIN_FOLDERS = new Set(
  (
    'assets static dist build js scripts script src source public javascript javascripts lib libs bundles chunks _next _nuxt _app ' +
    'immutable media files content resources res web www app client out output entry nodes .'
  ).split(' '),
);

/** Code in the page itself: its address is the page's, which does not count. */
export const PAGE = '(page)';

/** What extensions run in the page. */
export const EXTENSION = '(extension)';

/** Compiled code: the same module is named by its address, by a hash of it, or by the script that made it, even in one browser. */
export const WASM = '(wasm)';

/** Schemes whose address is no place of the application: it may hold data, or an id made for one visit. */
const OPAQUE: Readonly<Record<string, string>> = {
  data: '(data)',
  blob: '(blob)',
  javascript: PAGE,
  about: PAGE,
  'chrome-extension': EXTENSION,
  'moz-extension': EXTENSION,
  'safari-extension': EXTENSION,
  'safari-web-extension': EXTENSION,
  'ms-browser-extension': EXTENSION,
  'webkit-masked-url': '(masked)',
  chrome: '(browser)',
  resource: '(browser)',
};

function folderOf(segments: readonly string[]): string {
  const named = segments.filter(
    (segment) => !PLAIN_FOLDERS.has(segment) && !isVersion(segment) && !isLanguage(segment) && !isId(segment),
  );
  return named.at(-1) ?? '';
}

/**
 * Lines beyond this in a file whose name is a build's: everything an entry page needs, in one file. Its name says which page was
 * entered, not where the code is; what several pages share stands at the same lines of each.
 */
const BUNDLE_LINE = 700;

/**
 * The name of a script, stylesheet or picture that survives another host, a rebuild and a new version: its file name without hash,
 * version, query and `.min`. Names that say nothing (`index.js`, a bare hash) take their folder along. An opaque address gives a word
 * in parentheses; what has no file name gives ''.
 * @param line where in it, as far as known: see `BUNDLE_LINE`.
 */
export function sourceName(address: string, line = 0): string {
  const { scheme, segments } = readAddress(address);
  const opaque = OPAQUE[scheme];
  if (opaque) return opaque;
  const [, stem = '', extension = ''] = /^(.+?)((?:\.[a-z][a-z0-9]{0,4}){1,2})$/i.exec(segments.at(-1) ?? '') ?? [];
  if (extension === '') return '';
  const file = fileName(stem, line);
  const folder = file === '*' || VAGUE.has(file.toLowerCase()) ? folderOf(segments.slice(0, -1)) : '';
  const ending = extension.replace(/^\.(?:min|esm|umd|prod|bundle|chunk|global|runtime)\./i, '.');
  return clip(oneLine(`${folder === '' ? '' : `${folder}/`}${file}${ending}`), 120);
}

function fileName(stem: string, line: number): string {
  const stable = stableStem(stem);
  const nameless = stable === '' || isId(stable) || (line > BUNDLE_LINE && stable !== stem);
  return nameless ? '*' : stable;
}
