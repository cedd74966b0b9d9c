import type { Family } from './engine-family.ts';

/**
 * Exceptions of the browser's own interfaces that applications hardly ever throw themselves: their name says it all, and each browser
 * words the rest in its own way.
 */
const BROWSER_ONLY =
  /^(?:QuotaExceeded|InvalidState|HierarchyRequest|IndexSize|InvalidCharacter|DataClone|Security|NotAllowed|Abort|TypeMismatch|Encoding|InvalidAccess|InvalidNodeType|NoModificationAllowed|Namespace|WrongDocument|InUseAttribute|NotReadable|Overconstrained|TransactionInactive|InvalidModification|NotSupported|ReadOnly|OptOut)Error$/;

/** Names that applications use as well: only the browsers' own texts count. */
const SHARED = /^(?:NotFound|Timeout|Network|Constraint|Data|Version|Unknown|Operation|Syntax)Error$|^DOMException$/;

/** Does the browser itself make errors of this name? */
export function isPlatformName(name: string): boolean {
  return BROWSER_ONLY.test(name) || SHARED.test(name);
}

/** Interfaces of the platform by how their names begin or end: `Planning.load: …` is an application's own text. */
const INTERFACE =
  '(?:(?:HTML|SVG|CSS|DOM|IDB|RTC|WebGL|XML|URL|Web|Media|Audio|Canvas|Message|Service|Custom|Readable|Writable|Transform|Abort|File|Form|Text|Image|Performance|Shadow|Speech|Animation|Font|Push|Cache|Payment|Credential|Broadcast|Offscreen)\\w*|' +
  'Node|Element|Document|DocumentFragment|Window|EventTarget|Event|Storage|History|Location|Range|Selection|Blob|Response|Request|Headers|Navigator|Clipboard|ClipboardItem|Crypto|SubtleCrypto|Worker|SharedWorker|Notification|Permissions|LockManager|Geolocation|CharacterData|\\w+(?:Observer|Element|Event|Context2D|Socket|Source|Stream|Registry|Parser|Manager))';

const OPERATION_V8 = /^Failed to execute '(?<about>\w+)' on '\w+'/;
const OPERATION_GECKO = new RegExp(`^${INTERFACE}\\.(?<about>[a-z]\\w*): `);

/** Failures of compiled code: SpiderMonkey tells less apart than V8. */
const COMPILED: readonly Family[] = [
  { patterns: [/^unreachable(?: executed)?$/], text: 'unreachable' },
  {
    patterns: [/^(?:memory access|index) out of bounds$/, /^table index is out of bounds$/],
    text: 'index out of bounds',
  },
  { patterns: [/^(?:integer )?divide by zero$/, /^remainder by zero$/], text: 'divide by zero' },
  {
    patterns: [/^(?:float|divide result) unrepresentable/, /^integer overflow$/, /^invalid conversion to integer$/],
    text: 'integer overflow',
  },
  {
    patterns: [
      /^null function(?: or function signature mismatch)?$/,
      /^function signature mismatch$/,
      /^indirect call (?:to null|signature mismatch)$/,
    ],
    text: 'indirect call',
  },
].map((family) => ({ names: /^RuntimeError$/, ...family }));

/** Texts of the platform: DOM, fetch, modules; see `engine-messages.ts`. */
export const PLATFORM_FAMILIES: readonly Family[] = [
  ...COMPILED,
  { patterns: [/^Script error\.?$/], text: 'Script error.' },
  { patterns: [/^ResizeObserver loop /], text: 'ResizeObserver loop' },
  {
    patterns: [
      /^(?:Failed to fetch|Load failed|NetworkError when attempting to fetch resource|The network connection was lost|The Internet connection appears to be offline|The request timed out|A network error occurred|Could not connect to the server|A server with the specified hostname could not be found|cancelled)\.?(?: \(.{0,200}\))?$/,
    ],
    text: 'Failed to fetch',
  },
  {
    patterns: [
      /^Invalid URL\b/,
      / is not a valid URL\.?$/,
      / cannot be parsed as a URL/,
      /^Failed to construct 'URL'/,
      /Failed to parse URL from /,
      /^URL is not valid or contains user credentials/,
    ],
    text: 'Invalid URL',
  },
  {
    patterns: [
      /^(?:Failed to execute '\w+' on '\w+': )?Illegal invocation/,
      / called on an object that does not implement interface /,
      /^Can only (?:call|get|set) /,
    ],
    text: 'Illegal invocation',
  },
  { patterns: [/^(?:Failed to construct '\w+': )?Illegal constructor/], text: 'Illegal constructor' },
  {
    patterns: [/^Failed to register a ServiceWorker/, /^ServiceWorker script at /],
    text: 'Failed to register a ServiceWorker',
  },
  { patterns: [/ is not a valid selector\.?$/], text: 'Invalid selector' },
  {
    patterns: [/body stream already read/, /Body has already been consumed/, /^Body is disturbed or locked/],
    text: 'Body has already been consumed',
  },
  { patterns: [/^The quota has been exceeded\.?$/], text: 'QuotaExceededError' },
  { names: BROWSER_ONLY, patterns: [/^/], text: '$name' },
  {
    names: SHARED,
    patterns: [
      OPERATION_V8,
      OPERATION_GECKO,
      /^(?:The object can ?not be found here|The operation (?:was aborted|timed out|is insecure|is not supported)|signal timed out|signal is aborted without reason|Operation is not supported|An invalid or illegal string was specified|The string did not match the expected pattern|Requested device not found|A network error occurred)/,
    ],
    text: '$name',
  },
  {
    patterns: [OPERATION_V8, OPERATION_GECKO, /^Argument \d+ \('\w+'\) to \w+\.(?<about>\w+) must be/],
    text: "Failed to execute '$about'",
  },
  {
    patterns: [/^Failed to construct '(?<about>\w+)'/, /^(?<about>[A-Z]\w+) constructor: /],
    text: "Failed to construct '$about'",
  },
  {
    patterns: [
      /^Failed to (?:set|read) the '(?<about>\w+)' property (?:on|from) '/,
      /^[A-Z]\w+\.(?<about>\w+) (?:setter|getter): /,
    ],
    text: "Failed to set the '$about' property",
  },
];
