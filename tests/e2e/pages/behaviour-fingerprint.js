const WATCHED = {
  'window.fetch': [window, 'fetch'],
  'console.error': [console, 'error'],
  'console.warn': [console, 'warn'],
  'console.assert': [console, 'assert'],
  'XMLHttpRequest.prototype.open': [XMLHttpRequest.prototype, 'open'],
  'XMLHttpRequest.prototype.send': [XMLHttpRequest.prototype, 'send'],
  'XMLHttpRequest.prototype.setRequestHeader': [XMLHttpRequest.prototype, 'setRequestHeader'],
  'EventTarget.prototype.addEventListener': [EventTarget.prototype, 'addEventListener'],
  'EventTarget.prototype.dispatchEvent': [EventTarget.prototype, 'dispatchEvent'],
  'Document.prototype.open': [Document.prototype, 'open'],
  'Document.prototype.write': [Document.prototype, 'write'],
  'Promise.prototype.then': [Promise.prototype, 'then'],
  'history.pushState': [History.prototype, 'pushState'],
  setTimeout: [window, 'setTimeout'],
  Error: [window, 'Error'],
  Worker: [window, 'Worker'],
  WebSocket: [window, 'WebSocket'],
};

function describeFunction([owner, key]) {
  const descriptor = Object.getOwnPropertyDescriptor(owner, key);
  if (!descriptor) return 'none';
  const { value, ...flags } = descriptor;
  return {
    flags: JSON.stringify(flags),
    text: Function.prototype.toString.call(value),
    ownText: String(value),
    name: value.name,
    length: value.length,
    keys: Reflect.ownKeys(value).map(String).toSorted(), // Engines make them when they are first asked for.
    prototype: Object.getPrototypeOf(value) === Function.prototype,
    extensible: Object.isExtensible(value),
  };
}

/** Names that only this page's own scripts and the server's addresses put there. */
const globalsOf = (target) => Reflect.ownKeys(target).map(String).toSorted();

Object.assign(behaviour, {
  'fingerprint: functions': () =>
    Object.fromEntries(Object.entries(WATCHED).map(([name, place]) => [name, describeFunction(place)])),
  'fingerprint: functions of a new frame': () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const { console: theirs, fetch: theirFetch } = frame.contentWindow;
    const seen = [String(theirFetch), String(theirs.error), theirs.error.name, theirFetch.length];
    frame.remove();
    return seen;
  },
  'fingerprint: names of window': () => globalsOf(window),
  'fingerprint: names of document': () => globalsOf(document),
  'fingerprint: names of console': () => globalsOf(console),
  'fingerprint: names of prototypes': () =>
    [Object, Array, Function, Error, Promise, EventTarget, Node, Element, Event].map(({ prototype }) =>
      globalsOf(prototype),
    ),
  'fingerprint: handlers': () => [window.onerror, window.onunhandledrejection, document.onvisibilitychange].map(String),
  'fingerprint: elements': () => [...document.querySelectorAll('*')].map(({ localName }) => localName),
  'fingerprint: resources': () =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => withoutHost(name))
      .filter((name) => !name.startsWith('/') && !name.startsWith('http')),
  'fingerprint: stacks of the page': () =>
    withoutHost(
      (() => {
        try {
          return JSON.parse('{');
        } catch (error) {
          return error.stack;
        }
      })(),
    ),
  'fingerprint: settings of errors': () => [Error.stackTraceLimit, 'prepareStackTrace' in Error],
  'fingerprint: last regular expression': () => {
    /(seen)/.exec('seen before');
    console.error('between');
    return RegExp.$1;
  },
  'fingerprint: storage': () => [localStorage.length, sessionStorage.length, document.cookie],
});
