/**
 * How code that the application did not write is told from its own, by address alone. The lists hold what ships most in browsers
 * (npm's front-end packages, public CDNs, tag managers); what is missing here is taken for the application's.
 */

/** Folders of packages and of what servers hand out for others. A part of the name suffices: `vendor-3f2a`, `vendors~main`. */
const FOLDER =
  /^(?:node_modules|bower_components|jspm_packages|vendors?|third[-_]?party|wp-includes|cdn-cgi|polyfills?)(?:$|[-_.~@])/i;

/** Hosts that serve packages or tags only; sub-domains count. Not `cloudfront.net` and the like: applications live there. */
const HOSTS = new Set(
  (
    'unpkg.com jsdelivr.net cdnjs.cloudflare.com esm.sh esm.run skypack.dev jspm.io jspm.dev bootstrapcdn.com ajax.googleapis.com maps.googleapis.com gstatic.com ' +
    'googletagmanager.com google-analytics.com googlesyndication.com googleadservices.com doubleclick.net recaptcha.net code.jquery.com ' +
    'polyfill.io polyfill-fastly.io js.stripe.com paypal.com paypalobjects.com facebook.net hotjar.com clarity.ms hs-scripts.com ' +
    'intercomcdn.com zdassets.com newrelic.com nr-data.net sentry-cdn.com datadoghq-browser-agent.com cookielaw.org axept.io tarteaucitron.io ' +
    'hcaptcha.com typekit.net licdn.com bat.bing.com cdn.segment.com matomo.cloud cloudflareinsights.com consensu.org didomi.io ajax.aspnetcdn.com'
  ).split(' '),
);

/** Packages by the stem of their file, without version, hash and flavour. */
const PACKAGES = new Set(
  (
    'jquery zepto react react-dom react-router react-router-dom react-query react-dom-client preact vue vue-router vuex pinia angular angularjs zone zone-evergreen svelte ' +
    'alpine alpinejs htmx stimulus turbolinks backbone underscore lodash ember knockout mithril rxjs redux mobx immer axios ' +
    'superagent core-js regenerator-runtime tslib babel-polyfill polyfill polyfills vendor vendors framework runtime modernizr ' +
    'requirejs systemjs es-module-shims bootstrap materialize uikit select2 splide flatpickr ' +
    'pikaday litepicker daterangepicker moment moment-timezone dayjs luxon date-fns chartjs d3 highcharts echarts plotly apexcharts mapbox-gl maplibre-gl ol ' +
    'openlayers pixi gsap lottie videojs plyr hls socket.io sockjs pusher ably firebase firebase-app supabase supabase-js aws-sdk ' +
    'gtm gtag ga matomo piwik hotjar mixpanel posthog sentry bugsnag rollbar raven ' +
    'datadog newrelic nr-loader logrocket fullstory tawk zendesk recaptcha hcaptcha tinymce ckeditor quill codemirror ' +
    'monaco dompurify purify handlebars mustache ejs pug nunjucks datatables tabulator ag-grid fullcalendar sweetalert ' +
    'sweetalert2 toastr notyf tippy dropzone filepond fastclick lazysizes lazyload imagesloaded ' +
    'i18next intl-messageformat yup zod ajv webcomponents custom-elements workbox scriptaculous mootools dojo ' +
    'ext-all yui tarteaucitron photoswipe fancybox lightbox magnific-popup owl.carousel parsley cleave inputmask numeral papaparse pdf.worker xlsx'
  ).split(' '),
);

/** Packages whose names an application may give to its own files: these count with a flavour or version only (`chart.min`). */
const AMBIGUOUS = new Set(
  'accounting ace amplitude analytics anime chart chosen clarity crisp cropper dash foundation hammer highlight intercom isotope leaflet lit marked masonry parse paypal pdf popper prism prototype require segment semantic slick solid sortable stripe swiper three turbo video'.split(
    ' ',
  ),
);

/** What may stand behind a package's name without changing whose code it is. */
const FLAVOUR =
  /[-.](?:min|slim|esm|umd|cjs|mjs|global|browser|browserify|runtime|prod|production|development|dev|full|pkgd|bundle|bundled|core|all|cdn|dist|module|modern|legacy|es5|es6|compat|common|auto|latest|js|next)$/i;
const VERSION = /[-._@]v?\d[\w.]*$/i;

/** Stems that name a package by their form: jQuery plugins, chunks of packages. */
const PACKAGE_FORM =
  /^(?:jquery(?:[.-]|ui).+|(?:vendors?|npm|chunk-vendors?|polyfills?)[-~._@].*|.+[.-](?:vendors?|polyfills?))$/i;

export interface Where {
  host: string;
  folders: readonly string[];
  /** File name without its last extension. */
  file: string;
  /** The same without hash, version and `.min`. */
  stem: string;
}

function isPackage({ file, stem }: Where): boolean {
  if (PACKAGE_FORM.test(file) || PACKAGES.has(stem.toLowerCase())) return true;
  let name = file.toLowerCase();
  for (let pass = 0; pass < 5; pass += 1) {
    if (PACKAGES.has(name) || (pass > 0 && AMBIGUOUS.has(name))) return true;
    const shorter = FLAVOUR.test(name) ? name.replace(FLAVOUR, '') : name.replace(VERSION, '');
    if (shorter === name || shorter === '') return false;
    name = shorter;
  }
  return false;
}

function isLibraryHost(host: string): boolean {
  const labels = host.split('.');
  return labels.some((_, index) => HOSTS.has(labels.slice(index).join('.')));
}

/** Is this address the code of a package, of a CDN or of a tag? */
export function isLibrary(where: Where): boolean {
  return isLibraryHost(where.host) || where.folders.some((folder) => FOLDER.test(folder)) || isPackage(where);
}
