import type { StackFrame } from './frame.ts';

/** Who wrote a frame's code. `helper`: the application's, but called from everywhere (assertions, request wrappers, formats). */
export type Origin = 'app' | 'helper' | 'library' | 'extension' | 'native';

const EXTENSION = /^(?:chrome|moz|safari|safari-web|ms-browser|edge)-extension:/i;

/** Firefox gives a content script in the page's world no address; pages' own code always has one. */
const GECKO_CONTENT_SCRIPT = '<anonymous code>';

/** Folders of packages and of what servers hand out for others. */
const LIBRARY_FOLDER =
  /(?:^|[/.~@])(?:node_modules|bower_components|jspm_packages|vendors?|third[-_]?party|polyfills?|wp-includes|cdn-cgi|webpack\/(?:runtime|bootstrap)|~)(?:[/.~@_-]|$)/i;

/** Hosts that serve packages or tags only. Sub-domains count. */
const LIBRARY_HOST =
  /^(?:[\w-]+\.)*(?:unpkg\.com|jsdelivr\.net|cdnjs\.cloudflare\.com|esm\.sh|esm\.run|skypack\.dev|jspm\.(?:io|dev)|bootstrapcdn\.com|googleapis\.com|gstatic\.com|googletagmanager\.com|google-analytics\.com|googlesyndication\.com|doubleclick\.net|code\.jquery\.com|polyfill\.io|polyfill-fastly\.io|stripe\.com|paypal\.com|paypalobjects\.com|facebook\.net|hotjar\.com|clarity\.ms|hs-scripts\.com|intercomcdn\.com|zdassets\.com|newrelic\.com|nr-data\.net|sentry-cdn\.com|datadoghq-browser-agent\.com|cookielaw\.org|axept\.io|tarteaucitron\.io|recaptcha\.net|hcaptcha\.com|typekit\.net|licdn\.com|tiktok\.com|bing\.com|segment\.com|matomo\.cloud|cloudflareinsights\.com)$/i;

/** Well-known packages by the stem of their file, with what may follow: `.min`, `-3.7.1`, a hash, `.slim`. */
const LIBRARY_FILE =
  /^(?:(?:jquery|zepto|react(?:-dom|-router|-query)?|preact|vue(?:-router)?|vuex|pinia|angular(?:js)?|zone|svelte|solid|alpine(?:js)?|htmx|stimulus|turbo|turbolinks|backbone|underscore|lodash|ember|knockout|mithril|lit|rxjs|redux|mobx|immer|axios|superagent|ky|core-js|regenerator-runtime|tslib|babel|polyfills?|runtime|framework|vendors?|libs?|modernizr|require|systemjs|es-module-shims|bootstrap|popper|foundation|materialize|select2|chosen|slick|swiper|splide|owl\.carousel|flatpickr|pikaday|moment(?:-timezone)?|dayjs|luxon|date-fns|chart|d3|highcharts|echarts|plotly|apexcharts|leaflet|mapbox-gl|maplibre-gl|ol|openlayers|three|pixi|gsap|anime|video|plyr|hls|dash|socket\.io|sockjs|pusher|ably|firebase|supabase|parse|aws-sdk|stripe|paypal|sdk|gtm|gtag|ga|analytics|matomo|piwik|hotjar|segment|mixpanel|amplitude|posthog|sentry|bugsnag|rollbar|raven|datadog|newrelic|nr-loader|logrocket|fullstory|clarity|crisp|intercom|tawk|zendesk|recaptcha|hcaptcha|tinymce|ckeditor|quill|codemirror|monaco|ace|prism|highlight|marked|dompurify|handlebars|mustache|ejs|pug|nunjucks|datatables|tabulator|ag-grid|fullcalendar|sweetalert2?|toastr|notyf|tippy|dropzone|filepond|cropper|sortable|hammer|fastclick|lazysizes|lazyload|masonry|isotope|imagesloaded|i18next|intl-messageformat|validator|yup|zod|ajv|webcomponents|custom-elements|workbox|prototype|scriptaculous|mootools|dojo|ext-all|yui|tarteaucitron)(?:[.-](?:js|esm|umd|global|browser|runtime|prod|production|full|slim|pkgd|bundle|core|all|cdn|dist|module|modern|legacy|min))*(?:[-._@~](?:v?\d[\w.-]*|[\w-]{6,40}))?|jquery[.-][\w.-]+|vendors?[-~._].*|(?:npm|pkg)[.~].*|chunk-vendors.*|zone-flags.*|.*[.-]polyfills?(?:[-._].*)?|\d+\.vendor.*)$/i;

/** Words that a team gives to files and folders which everything else calls; English and French. */
const HELPER_WORDS = new Set(
  (
    'util utils utility utilities helper helpers tool tools toolbox misc common shared assert asserts assertion assertions invariant invariants ' +
    'guard guards ensure http https fetch fetcher ajax xhr request requests rest rpc httpclient apiclient api-client http-client logger loggers logging log logs ' +
    'errors exceptions error-handler errorhandler reporter format formats formatter formatters parse parser parsers date-utils ' +
    'outil outils utilitaire utilitaires commun communs commune communes partage partages aide aides assertion garde gardes requete requetes ' +
    'journal journaux journalisation erreur erreurs exceptions formatage'
  ).split(' '),
);

/** Functions that only pass on what their caller did wrong. */
const HELPER_FUNCTION =
  /^(?:assert|invariant|ensure|expect|panic|fail|raise|throwError|throwIf|abort|must|precondition|check(?=[A-Z]|$)|require(?=[A-Z]|d$|$)|verify|affirmer|exiger|garantir|verifier|echouer|lever(?=[A-Z]|$)|controler)(?:$|[A-Z_\d])/;

function pathOf(source: string): { host: string; path: string } {
  const bare = source.replace(/[?#].*$/s, '');
  const found = /^[a-z][a-z0-9+.-]*:\/\/([^/]*)(.*)$/is.exec(bare);
  return { host: found?.[1]?.replace(/^.*@|:\d+$/g, '') ?? '', path: found?.[2] ?? bare };
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:[cm]?[jt]sx?|vue|svelte|php|html?)$/i, '');
}

function isLibrary(source: string): boolean {
  const { host, path } = pathOf(source);
  return LIBRARY_HOST.test(host) || LIBRARY_FOLDER.test(path) || LIBRARY_FILE.test(stemOf(path));
}

function isHelperFile(source: string): boolean {
  const { path } = pathOf(source);
  const parts = path.split('/').filter((part) => part !== '');
  const stem = stemOf(path).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const words = [...parts.slice(0, -1).map((part) => part.toLowerCase()), stem, ...stem.split(/[-_.]/)];
  return words.some((word) => HELPER_WORDS.has(word));
}

/** Who wrote the code of a frame, told from its address and name alone. */
export function originOf(frame: StackFrame): Origin {
  if (frame.source === GECKO_CONTENT_SCRIPT || EXTENSION.test(frame.source)) return 'extension';
  if (frame.code === 'native' || (frame.source === '' && frame.code !== 'evaluated')) return 'native';
  // What a library evaluates is a template or an attribute of the application.
  if (frame.code === 'evaluated') return 'app';
  if (isLibrary(frame.source)) return 'library';
  return HELPER_FUNCTION.test(lastName(frame.name)) || isHelperFile(frame.source) ? 'helper' : 'app';
}

function lastName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/'), name.lastIndexOf(' ')) + 1);
}
