/** What a page that looks for us would try at functions. Entries named "trace: …" may tell, by what the README says of the usual mode; no others. */

/** A stack as lines, without the host and without what differs from one load to the next. */
const linesOf = (stack) => withoutHost(stack).split('\n');

/** Class, text and stack of what a call throws. */
function thrownBy(work) {
  try {
    work();
    return 'nothing';
  } catch (error) {
    return {
      ...describeThrown(error),
      constructor: error.constructor === globalThis[error.name],
      stack: linesOf(error.stack),
    };
  }
}

const withoutStack = ({ stack: _, ...facts }) => facts;

/** Everything about the properties of an object, in their order. */
const propertiesOf = (owner) =>
  Object.entries(Object.getOwnPropertyDescriptors(owner)).map(([key, { value, get, set, ...flags }]) => [
    key,
    JSON.stringify(flags),
    ...[value, get, set].map((member) => (typeof member === 'function' ? [member.name, member.length] : typeof member)),
  ]);

const OWNERS = {
  console,
  'XMLHttpRequest.prototype': XMLHttpRequest.prototype,
  'XMLHttpRequestEventTarget.prototype': XMLHttpRequestEventTarget.prototype,
  'Document.prototype': Document.prototype,
  'Function.prototype': Function.prototype,
  Error,
  'Error.prototype': Error.prototype,
  'Promise.prototype': Promise.prototype,
  'EventTarget.prototype': EventTarget.prototype,
  'Response.prototype': Response.prototype,
  'Performance.prototype': Performance.prototype,
  document,
  location,
  history,
  'navigation of window': globalThis.navigation ?? {},
  // Firefox lists the names of window in the order of their first use, whoever uses them.
  window: navigator.userAgent.includes('Firefox') ? {} : window,
};

/** A frame with a realm of its own, there before anything in it has run. */
function newFrame() {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  return frame;
}

/** Illegal calls of everything that could be stood in for. */
const ILLEGAL = {
  'fetch of nothing': () => Reflect.apply(fetch, 7, []),
  'new fetch': () => new fetch('/x'),
  'open of nothing': () => XMLHttpRequest.prototype.open.call({}),
  'open of null': () => XMLHttpRequest.prototype.open.call(null, 'GET', '/x'),
  'open without arguments': () => new XMLHttpRequest().open(),
  'send unopened': () => new XMLHttpRequest().send(),
  'send of nothing': () => XMLHttpRequest.prototype.send.call({}),
  'new send': () => new XMLHttpRequest.prototype.send(),
  'document.open of nothing': () => Document.prototype.open.call({}),
  'document.write of nothing': () => Document.prototype.write.call({}, 'x'),
  'document.writeln of null': () => Document.prototype.writeln.call(null),
  'toString of an object': () => Function.prototype.toString.call({}),
  'toString of undefined': () => Function.prototype.toString.call(undefined),
  'new toString': () => new Function.prototype.toString(),
  'new console.error': () => new console.error(),
  'class from fetch': () => class extends fetch {},
  'console text': () => console.error('%s', Symbol.iterator, { toString: () => undefined }),
};

const outcomes = (describe) =>
  Object.fromEntries(Object.entries(ILLEGAL).map(([name, work]) => [name, describe(thrownBy(work))]));

Object.assign(behaviour, {
  'adversary: properties and their order': () =>
    Object.fromEntries(Object.entries(OWNERS).map(([name, owner]) => [name, propertiesOf(owner)])),
  'adversary: own keys of functions, in their order': () =>
    [
      fetch,
      console.error,
      console.assert,
      XMLHttpRequest.prototype.send,
      document.write,
      Function.prototype.toString,
    ].map((native) => Reflect.ownKeys(native).map(String)),
  'adversary: illegal calls': () => outcomes((thrown) => (typeof thrown === 'string' ? thrown : withoutStack(thrown))),
  'trace: stacks of illegal calls': () => outcomes((thrown) => thrown.stack ?? thrown),
  'trace: a stack taken inside of a call': async () => {
    let inside;
    await fetch({
      toString() {
        inside = new Error('here').stack;
        return '/status/200/inside';
      },
    });
    return linesOf(inside);
  },
  'trace: few frames are recorded': async () => {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 2;
    const thrown = thrownBy(ILLEGAL['open of nothing']);
    Error.stackTraceLimit = stackTraceLimit;
    return thrown.stack;
  },
  'adversary: texts of functions, by any way': () => {
    const { toString } = Function.prototype;
    const ways = [
      (f) => toString.call(f),
      (f) => Reflect.apply(toString, f, []),
      (f) => toString.call.call(toString, f),
      (f) => toString.bind(f)(),
      (f) => `${f}`,
      (f) => Object(f) + '',
      (f) => toString.call(f.bind(null)),
      (f) => toString.call(new Proxy(f, {})),
    ];
    return [
      fetch,
      console.warn,
      document.open,
      XMLHttpRequest.prototype.open,
      toString,
      toString.toString,
      class A {},
    ].map((f) => ways.map((way) => way(f)));
  },
  'adversary: functions of this page in the prototype chain': () =>
    [fetch, console.error, toString].map((f) => [
      Object.getPrototypeOf(f) === Function.prototype,
      f instanceof Function,
      Object.isFrozen(f),
      Object.isSealed(f),
      'prototype' in f,
      'caller' in f,
      Object.prototype.toString.call(f),
      typeof f,
    ]),
  'adversary: one function, however it is reached': () => [
    fetch === window.fetch,
    fetch === self.fetch,
    fetch === Object.getOwnPropertyDescriptor(window, 'fetch').value,
    console.error === Reflect.get(console, 'error'),
    XMLHttpRequest.prototype.open === new XMLHttpRequest().open,
    document.write === Document.prototype.write,
  ],
  'adversary: a frame made and asked in one go': () => {
    const frame = newFrame();
    const { contentWindow: realm } = frame;
    const seen = [
      realm.fetch === fetch,
      realm.fetch === frame.contentWindow.fetch,
      realm.fetch.name,
      realm.Function.prototype.toString.call(realm.fetch),
      realm.Function.prototype.toString.call(realm.console.error),
      Reflect.ownKeys(realm.console).map(String),
      realm.document.childNodes.length,
      realm.length,
      realm.performance.getEntries().length,
    ];
    frame.remove();
    return seen;
  },
  'trace: texts of functions by the function of another frame': () => {
    const frame = newFrame();
    const { toString } = frame.contentWindow.Function.prototype;
    const texts = [fetch, console.error, XMLHttpRequest.prototype.send].map((f) => toString.call(f));
    frame.remove();
    return texts;
  },
});
