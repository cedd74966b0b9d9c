const XHR_EVENTS = ['readystatechange', 'loadstart', 'progress', 'load', 'error', 'timeout', 'abort', 'loadend'];

/** All that a page hears of one request, handlers and listeners alike, in order. */
globalThis.historyOf = (method, url, { prepare, sync = false } = {}) =>
  new Promise((resolve) => {
    const heard = [];
    const request = new XMLHttpRequest();
    for (const type of XHR_EVENTS) {
      if (type === 'progress') continue; // How many there are depends on the network's mood.
      request.addEventListener(type, () => heard.push(`${type} ${request.readyState} ${request.status}`));
      request[`on${type}`] = () => heard.push(`on${type}`);
    }
    request.addEventListener('loadend', () => {
      setTimeout(() =>
        resolve({ heard, status: request.status, text: request.responseText, url: withoutHost(request.responseURL) }),
      );
    });
    request.open(method, url, !sync);
    prepare?.(request);
    try {
      request.send();
    } catch (error) {
      setTimeout(() => resolve({ heard, thrown: describeThrown(error) }));
    }
  });

Object.assign(behaviour, {
  'xhr: fine': () => historyOf('GET', '/status/200/x'),
  'xhr: missing': () => historyOf('GET', '/status/404/x'),
  'xhr: broken': () => historyOf('POST', '/status/500/x'),
  'xhr: refused': () => historyOf('GET', '__DEAD_ORIGIN__/x'),
  'xhr: dropped': () => historyOf('GET', '/drop/x'),
  'xhr: forbidden by CORS': () => historyOf('GET', '__OTHER_ORIGIN__/status/200/x?closed='),
  'xhr: timed out': () =>
    historyOf('GET', '/slow/3000', {
      prepare(request) {
        request.timeout = 30;
      },
    }),
  'xhr: aborted': () =>
    historyOf('GET', '/slow/3000', {
      prepare(request) {
        setTimeout(() => request.abort(), 30);
      },
    }),
  'xhr: synchronous': () => historyOf('GET', '/status/500/sync', { sync: true }),
  'xhr: synchronous and dropped': () => historyOf('GET', '/drop/sync', { sync: true }),
  'xhr: reused for a second request': () =>
    new Promise((resolve) => {
      const statuses = [];
      const request = new XMLHttpRequest();
      request.onload = () => {
        statuses.push(request.status);
        if (statuses.length === 2) return resolve(statuses);
        request.open('GET', '/status/200/second');
        request.send();
      };
      request.open('GET', '/status/500/first');
      request.send();
    }),
  'xhr: sent without being opened': () => outcomeOf(() => new XMLHttpRequest().send()),
  'xhr: wrong this': () => outcomeOf(() => XMLHttpRequest.prototype.open.call({}, 'GET', '/x')),
  'xhr: too few arguments': () => outcomeOf(() => new XMLHttpRequest().open('GET')),
  'xhr: own properties': () => {
    const request = new XMLHttpRequest();
    request.open('GET', '/status/200/x');
    request.send();
    return Reflect.ownKeys(request).map(String);
  },
  'xhr: a subclass of the page': () =>
    new Promise((resolve) => {
      const calls = [];
      class Watched extends XMLHttpRequest {
        open(...args) {
          calls.push(`open ${args.length}`);
          super.open(...args);
        }

        send(...args) {
          calls.push(`send ${args.length}`);
          super.send(...args);
        }
      }
      const request = new Watched();
      request.onloadend = () => resolve(calls);
      request.open('GET', '/status/404/subclass');
      request.send();
    }),
});
