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
    'jquery zepto react react-dom react-router react-router-dom react-query react-dom-client preact vue vue-router vuex pinia angular angularjs zone zone-evergreen svelte solid ' +
    'alpine alpinejs htmx stimulus turbo turbolinks backbone underscore lodash ember knockout mithril lit rxjs redux mobx immer axios ' +
    'superagent core-js regenerator-runtime tslib babel-polyfill polyfill polyfills runtime framework vendor vendors lib libs modernizr require ' +
    'requirejs systemjs es-module-shims bootstrap popper foundation materialize semantic uikit select2 chosen slick swiper splide flatpickr ' +
    'pikaday litepicker daterangepicker moment moment-timezone dayjs luxon date-fns chart chartjs d3 highcharts echarts plotly apexcharts leaflet mapbox-gl maplibre-gl ol ' +
    'openlayers three pixi gsap anime lottie video videojs plyr hls dash socket.io sockjs pusher ably firebase firebase-app supabase supabase-js parse aws-sdk ' +
    'stripe paypal gtm gtag ga analytics matomo piwik hotjar segment mixpanel amplitude posthog sentry bugsnag rollbar raven ' +
    'datadog newrelic nr-loader logrocket fullstory clarity crisp intercom tawk zendesk recaptcha hcaptcha tinymce ckeditor quill codemirror ' +
    'monaco ace prism highlight marked dompurify purify handlebars mustache ejs pug nunjucks datatables tabulator ag-grid fullcalendar sweetalert ' +
    'sweetalert2 toastr notyf tippy dropzone filepond cropper sortable hammer fastclick lazysizes lazyload masonry isotope imagesloaded ' +
    'i18next intl-messageformat yup zod ajv webcomponents custom-elements workbox prototype scriptaculous mootools dojo ' +
    'ext-all yui tarteaucitron photoswipe fancybox lightbox magnific-popup owl.carousel parsley cleave inputmask numeral accounting papaparse pdf pdf.worker xlsx'
  ).split(' '),
);

/** What may stand behind a package's name without changing whose code it is. */
const FLAVOUR =
  /[-.](?:min|slim|esm|umd|cjs|mjs|global|browser|browserify|runtime|prod|production|development|dev|full|pkgd|bundle|bundled|core|all|cdn|dist|module|modern|legacy|es5|es6|compat|common|auto|latest|js|next)$/i;
const VERSION_OR_HASH = /[-._@]v?(?:\d[\w.]*|[\w]{8}|[0-9a-f]{12,40})$/i;

/** Stems that name a package by their form: jQuery plugins, chunks of packages. */
const PACKAGE_FORM =
  /^(?:jquery(?:[.-]|ui).+|(?:vendors?|npm|pkg|chunk-vendors?|lib|libs|framework|polyfills?|runtime)[-~._@].*|.+[.-](?:vendors?|polyfills?)|@[\w-]+)$/i;

export interface Where {
  host: string;
  folders: readonly string[];
  /** File name without its last extension. */
  stem: string;
}

function isPackage(stem: string): boolean {
  if (PACKAGE_FORM.test(stem)) return true;
  let name = stem.toLowerCase();
  for (let pass = 0; pass < 5; pass += 1) {
    if (PACKAGES.has(name)) return true;
    const shorter = FLAVOUR.test(name) ? name.replace(FLAVOUR, '') : name.replace(VERSION_OR_HASH, '');
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
export function isLibrary({ host, folders, stem }: Where): boolean {
  return isLibraryHost(host) || folders.some((folder) => FOLDER.test(folder)) || isPackage(stem);
}
