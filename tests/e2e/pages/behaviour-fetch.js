Object.assign(behaviour, {
  'fetch: answers': async () => {
    const answers = [];
    for (const status of [200, 204, 304, 403, 404, 500]) {
      const response = await fetch(`/status/${status}/behaviour`);
      answers.push({ ...describeResponse(response), used: response.bodyUsed, body: await response.text() });
    }
    return answers;
  },
  'fetch: refused': () => outcomeOf(() => fetch('__DEAD_ORIGIN__/x')),
  'fetch: dropped': () => outcomeOf(() => fetch('/drop/behaviour')),
  'fetch: cross-origin without CORS': () => outcomeOf(() => fetch('__OTHER_ORIGIN__/status/500/x?closed=')),
  'fetch: opaque': () => outcomeOf(() => fetch('__OTHER_ORIGIN__/status/500/x', { mode: 'no-cors' })),
  'fetch: manual redirect': () => outcomeOf(() => fetch('/redirect?to=/status/404/x', { redirect: 'manual' })),
  'fetch: followed redirect': () => outcomeOf(() => fetch('/redirect?to=/status/404/x')),
  'fetch: no address': () => outcomeOf(() => fetch()),
  'fetch: bad address': () => outcomeOf(() => fetch('http://[bad')),
  'fetch: bad options': () => outcomeOf(() => fetch('/status/200/x', 'options')),
  'fetch: wrong this': () => outcomeOf(() => fetch.call({}, '/status/200/x')),
  'fetch: this undefined': () => outcomeOf(() => Reflect.apply(fetch, undefined, ['/status/200/x'])),
  'fetch: new': () => outcomeOf(() => new fetch('/status/200/x')),
  'fetch: address that throws': () =>
    outcomeOf(() =>
      fetch({
        toString() {
          throw new RangeError('no address');
        },
      }),
    ),
  'fetch: how often an address is read': async () => {
    let reads = 0;
    const address = {
      toString() {
        reads += 1;
        return '/status/500/reads';
      },
    };
    await fetch(address);
    return reads;
  },
  'fetch: how often options are read': async () => {
    const reads = [];
    const options = new Proxy(
      {},
      {
        get(target, key) {
          reads.push(String(key));
          return Reflect.get(target, key);
        },
        has(target, key) {
          reads.push(`has ${String(key)}`);
          return Reflect.has(target, key);
        },
      },
    );
    await fetch('/status/500/options', options);
    return reads;
  },
  'fetch: a request keeps its body': async () => {
    const request = new Request('/status/500/body', { method: 'POST', body: 'text' });
    await fetch(request.clone());
    return { used: request.bodyUsed, body: await request.text() };
  },
  'fetch: aborted': () => outcomeOf(() => fetch('/status/200/x', { signal: AbortSignal.abort() })),
  'fetch: aborted with a reason keeps its identity': async () => {
    const reason = { mine: true };
    try {
      await fetch('/slow/500', { signal: AbortSignal.abort(reason) });
      return 'no rejection';
    } catch (error) {
      return error === reason;
    }
  },
  'fetch: one reason for everybody who waits': async () => {
    const failing = fetch('/drop/identity');
    const reasons = await Promise.all([failing.catch((error) => error), failing.then(undefined, (error) => error)]);
    return reasons[0] === reasons[1];
  },
  'fetch: a promise of the page, with its own then': () => {
    const promise = fetch('/status/200/x');
    return {
      promise: promise instanceof Promise,
      own: Reflect.ownKeys(promise).length,
      prototype: Object.getPrototypeOf(promise) === Promise.prototype,
    };
  },
  'fetch: an unhandled failure reaches the page once': async () => {
    const heard = [];
    const listener = (event) => {
      heard.push({ ...describeThrown(event.reason), cancelable: event.cancelable });
      event.preventDefault();
    };
    addEventListener('unhandledrejection', listener);
    const failing = fetch('/drop/unheard');
    await new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
    removeEventListener('unhandledrejection', listener);
    const reason = await failing.catch((error) => error);
    return { heard, same: heard.length === 1 && describeThrown(reason).message === heard[0].message };
  },
  'fetch: an unhandled failure names the promise that fetch returned': async () => {
    let named;
    const listener = (event) => {
      named = event.promise;
      event.preventDefault();
    };
    addEventListener('unhandledrejection', listener);
    const failing = fetch('/drop/named');
    await new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
    removeEventListener('unhandledrejection', listener);
    return named === failing;
  },
  'fetch: a handled failure stays unheard': async () => {
    let heard = 0;
    const listener = () => {
      heard += 1;
    };
    addEventListener('unhandledrejection', listener);
    await fetch('/drop/handled').catch(() => undefined);
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    removeEventListener('unhandledrejection', listener);
    return heard;
  },
});
