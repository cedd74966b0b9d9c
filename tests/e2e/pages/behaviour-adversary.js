/** What else a page that looks for us would try. Entries named "trace: …" may tell, by what the README says of the usual mode. */
Object.assign(behaviour, {
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
    // How often depends on when the browser has time for it.
    return [kept, full > 0];
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
  'adversary: numbers of timers': async () => {
    const before = setTimeout(() => {});
    console.error('between two timers');
    await fetch('/status/404/numbered');
    await new Promise((resolve) => {
      setTimeout(resolve, 800);
    });
    const after = setTimeout(() => {});
    return [firstTimer, after - before];
  },
  'trace: reports of the browser about this page': async () => {
    const reports = [];
    const observer = new ReportingObserver((list) => reports.push(...list), { buffered: true });
    observer.observe();
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    observer.disconnect();
    return reports.map(({ type, body }) => [type, body.id, withoutHost(body.sourceFile)]);
  },
  'trace: source of a refused request': async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="connect-src 'none'"><script>
      addEventListener('securitypolicyviolation', ({ sourceFile, lineNumber, effectiveDirective }) =>
        parent.postMessage([sourceFile, lineNumber, effectiveDirective]));
      fetch('/status/200/forbidden').catch(() => undefined);
    </script>`;
    const told = new Promise((resolve) => {
      addEventListener('message', ({ data }) => resolve(data), { once: true });
    });
    document.body.append(frame);
    const seen = await told;
    frame.remove();
    return seen.map(String).map(withoutHost);
  },
  'adversary: errors and rejections of the whole page': () => heardErrors.toSorted(),
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
