{
  const { apply, defineProperty, getOwnPropertyDescriptor, getOwnPropertyNames, listen } = natives;
  const ours = { writable: true, configurable: true, enumerable: false };

  /** Replaces a method by one that tells, and breaks whoever relies on it. */
  const replace = (owner, label, key) => {
    const descriptor = getOwnPropertyDescriptor(owner, key);
    if (!descriptor?.configurable || typeof descriptor.value !== 'function') return;
    ours.value = function replaced() {
      note(`${label}.${key} called`);
      throw new RangeError(`${label}.${key} is broken`);
    };
    defineProperty(owner, key, ours);
  };

  const replaceAll = (owner, label, except) => {
    const names = getOwnPropertyNames(owner);
    for (let i = 0; i < names.length; i += 1) {
      let kept = names[i] === 'constructor';
      for (let j = 0; j < except.length; j += 1) kept ||= except[j] === names[i];
      if (!kept) replace(owner, label, names[i]);
    }
  };

  // Events first: what a page hears, of any name an intruder's may have.
  const targets = [window, document, document.documentElement];
  const types = [
    'message',
    'messageerror',
    'click',
    'mouseover',
    'mousemove',
    'custom',
    'vigie',
    'storage',
    'DOMNodeInserted',
    'DOMAttrModified',
    'DOMSubtreeModified',
    'beforescriptexecute',
  ];
  // The names of our own channel, which anybody can read in the extension's source; the test hands them over.
  const names = natives.apply(natives.split, location.search, [/[?,]/]);
  for (let i = 0; i < names.length; i += 1) if (names[i]) types[types.length] = names[i];
  for (let i = 0; i < targets.length; i += 1) {
    for (let j = 0; j < types.length; j += 1) {
      apply(listen, targets[i], [types[j], (event) => note(`event ${event.type}`), true]);
    }
  }
  const observer = new natives.Observer((records) => {
    for (let i = 0; i < records.length; i += 1) {
      const { addedNodes, attributeName, target } = records[i];
      for (let j = 0; j < addedNodes.length; j += 1) {
        const { nodeName } = addedNodes[j];
        const known = nodeName === 'SCRIPT' || nodeName === 'BODY' || nodeName === 'P' || nodeName === '#text';
        if (!known) note(`node ${nodeName}`);
      }
      if (attributeName) note(`attribute ${attributeName} of ${target.nodeName}`);
    }
  });
  observer.observe(document, { childList: true, subtree: true, attributes: true });

  replaceAll(Array.prototype, 'Array.prototype', []);
  replaceAll(String.prototype, 'String.prototype', []);
  replaceAll(Number.prototype, 'Number.prototype', []);
  replaceAll(RegExp.prototype, 'RegExp.prototype', []);
  replaceAll(Map.prototype, 'Map.prototype', []);
  replaceAll(Set.prototype, 'Set.prototype', []);
  replaceAll(WeakMap.prototype, 'WeakMap.prototype', []);
  replaceAll(WeakSet.prototype, 'WeakSet.prototype', []);
  replaceAll(Promise.prototype, 'Promise.prototype', []);
  replaceAll(Date.prototype, 'Date.prototype', []);
  replaceAll(Date, 'Date', ['prototype']);
  replaceAll(Math, 'Math', []);
  replaceAll(JSON, 'JSON', []);
  replaceAll(Error.prototype, 'Error.prototype', ['toString']);
  replaceAll(EventTarget.prototype, 'EventTarget.prototype', []);
  replaceAll(Event.prototype, 'Event.prototype', []);
  replaceAll(CustomEvent.prototype, 'CustomEvent.prototype', []);
  replaceAll(MouseEvent.prototype, 'MouseEvent.prototype', []);
  replaceAll(MutationObserver.prototype, 'MutationObserver.prototype', []);
  replaceAll(Performance.prototype, 'Performance.prototype', []);
  replaceAll(URL.prototype, 'URL.prototype', []);
  replaceAll(Document.prototype, 'Document.prototype', []);
  replaceAll(Node.prototype, 'Node.prototype', []);
  replaceAll(Crypto.prototype, 'Crypto.prototype', []);
  replaceAll(Object.prototype, 'Object.prototype', ['toString', 'valueOf', 'hasOwnProperty', '__proto__']);
  replaceAll(Function.prototype, 'Function.prototype', ['toString']);
  replaceAll(Object, 'Object', ['prototype']);
  replaceAll(Reflect, 'Reflect', []);

  // Globals that an intruder would construct or call.
  const globals = [
    'CustomEvent',
    'Event',
    'MouseEvent',
    'MessageChannel',
    'BroadcastChannel',
    'Proxy',
    'Date',
    'Map',
    'Set',
    'WeakMap',
    'WeakSet',
    'URL',
    'MutationObserver',
    'setTimeout',
    'setInterval',
    'queueMicrotask',
    'postMessage',
    'structuredClone',
    'dispatchEvent',
    'addEventListener',
    'removeEventListener',
    'parseInt',
    'String',
    'Number',
    'Array',
  ];
  for (let i = 0; i < globals.length; i += 1) {
    const name = globals[i];
    ours.value = function replaced() {
      note(`${name} called`);
      throw new RangeError(`${name} is broken`);
    };
    defineProperty(window, name, ours);
  }

  // Properties that appear on objects which do not define them, read or written.
  const traps = [
    'kind',
    'message',
    'name',
    'stack',
    'source',
    'line',
    'column',
    'count',
    'suppressed',
    'age',
    'args',
    'causes',
    'http',
    'method',
    'url',
    'status',
    'duration_ms',
    'error',
    'type',
    'wire',
    'records',
    'title',
    'dropped',
    'detail',
    'bubbles',
    'cancelable',
    'composed',
    'relatedTarget',
    'toJSON',
    'then',
    'apply',
    'construct',
    'get',
    'set',
    'value',
    'writable',
    'enumerable',
    'configurable',
    'next',
    'first',
    'entry',
    'finding',
    'childList',
    'capture',
    'once',
    'passive',
    'signal',
  ];
  for (let i = 0; i < traps.length; i += 1) {
    const key = traps[i];
    const accessor = {
      __proto__: null,
      configurable: true,
      enumerable: false,
      get() {
        note(`Object.prototype.${key} read`);
        return undefined;
      },
      set() {
        note(`Object.prototype.${key} written`);
      },
    };
    defineProperty(Object.prototype, key, accessor);
  }
  for (let i = 0; i < 60; i += 1) {
    const index = `${i}`;
    defineProperty(Array.prototype, index, {
      __proto__: null,
      configurable: true,
      get() {
        note(`Array.prototype[${index}] read`);
        return undefined;
      },
      set() {
        note(`Array.prototype[${index}] written`);
      },
    });
  }
}
