/** What a page that looks for us would try. Entries named "trace: …" may tell, by what the README says of the usual mode; no others. */

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
  'trace: turns until a promise of fetch is settled': async () => {
    const order = [];
    const note = (text) => () => order.push(text);
    const controller = new AbortController();
    const failing = fetch('http://[bad').catch(note('bad address'));
    const aborted = fetch('/slow/3000', { signal: controller.signal }).catch(note('aborted'));
    controller.abort();
    let turns = Promise.resolve();
    for (const text of ['first', 'second', 'third', 'fourth']) turns = turns.then(note(text));
    await Promise.all([failing, aborted, turns]);
    return order;
  },
  'adversary: order of several requests and of what waits for them': async () => {
    const order = [];
    const one = fetch('/status/200/one').then(() => order.push('one'));
    const two = one.then(() => fetch('/status/404/two')).then(() => order.push('two'));
    const three = two.then(() => fetch('/drop/three')).catch(() => order.push('three'));
    await Promise.all([one, two, three]);
    return order;
  },
  'adversary: a thenable answer is looked at as often as without us': async () => {
    let looks = 0;
    Object.defineProperty(Response.prototype, 'then', {
      configurable: true,
      get() {
        looks += 1;
        return undefined;
      },
    });
    const answer = await fetch('/status/200/then');
    delete Response.prototype.then;
    return [answer.status, looks > 0];
  },
  'adversary: names of ours as events': async () => {
    const heard = [];
    const target = document.createElement('i');
    const types = ['vigie:hook', 'vigie:relay', 'records', 'ping', 'quiet', 'stop'];
    for (const type of types) {
      for (const place of [window, document, target])
        place.addEventListener(type, (event) => heard.push(event.type), true);
      const event = new MouseEvent(type, { cancelable: true, bubbles: true, relatedTarget: target });
      heard.push(window.dispatchEvent(event), event.defaultPrevented);
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    return heard;
  },
  'adversary: changes of the document while it fails': async () => {
    const seen = [];
    const observer = new MutationObserver((records) => seen.push(...records.map(({ type }) => type)));
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    console.error('watched');
    await fetch('/status/404/observed');
    setTimeout(() => {
      throw new Error('observed');
    });
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    observer.disconnect();
    return seen;
  },
  'adversary: entries of the performance timeline': async () => {
    performance.clearResourceTimings();
    const seen = [];
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
    observer.observe({ entryTypes: ['mark', 'measure'] });
    await fetch('/status/404/timeline');
    console.error('timed');
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    const entries = [...performance.getEntriesByType('mark'), ...performance.getEntriesByType('measure'), ...seen];
    const resources = performance
      .getEntriesByType('resource')
      .map(({ name, initiatorType }) => [withoutHost(name), initiatorType]);
    return [entries.map(({ name }) => name), resources];
  },
  'adversary: the buffer of resources, full or cleared': async () => {
    performance.clearResourceTimings();
    performance.setResourceTimingBufferSize(2);
    let full = 0;
    performance.onresourcetimingbufferfull = () => {
      full += 1;
    };
    for (const name of ['a', 'b', 'c', 'd']) await fetch(`/status/200/${name}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    const kept = performance.getEntriesByType('resource').length;
    performance.onresourcetimingbufferfull = null;
    performance.setResourceTimingBufferSize(250);
    performance.clearResourceTimings();
    return [kept, full];
  },
  'adversary: a copy of an error that was reported': async () => {
    const error = new TypeError('copied', { cause: new Error('why') });
    const before = Reflect.ownKeys(error).map(String);
    reportError(error);
    console.error(error);
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    const copy = structuredClone(error);
    return [before, Reflect.ownKeys(error).map(String), copy.message, copy.cause?.message, Object.isExtensible(error)];
  },
  'adversary: frozen and sealed objects, thrown and logged': () => {
    const frozen = Object.freeze(new Error('frozen'));
    const sealed = Object.seal({ message: 'sealed', stack: 'x' });
    console.error(frozen, sealed);
    reportError(sealed);
    return [Object.isFrozen(frozen), Reflect.ownKeys(sealed)];
  },
  'adversary: handlers that end an event': async () => {
    const seen = [];
    const stop = (event) => {
      seen.push([event.type, event.defaultPrevented, event.eventPhase, event.composedPath().length]);
      event.stopImmediatePropagation();
      event.preventDefault();
    };
    addEventListener('error', stop, { capture: true, once: true });
    reportError(new Error('stopped'));
    removeEventListener('error', stop, true);
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    return seen;
  },
  'adversary: what it left behind on built-ins': () => [
    Reflect.ownKeys(window)
      .map(String)
      .filter((name) => /vigie/i.test(name)),
    Reflect.ownKeys(document.documentElement).map(String),
    document.documentElement.attributes.length,
    document.adoptedStyleSheets.length,
    typeof globalThis.capture,
    window.name,
    history.length > 0,
  ],
});
