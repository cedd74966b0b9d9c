/** Ways in which a careless page tells a text. Each is an expression or two that real pages have. */
const PLACES = {
  thrown(text) {
    throw new Error(text);
  },
  'thrown as it is'(text) {
    throw text;
  },
  'thrown in an object'(text) {
    throw { detail: text, list: [text] };
  },
  'name of an error'(text) {
    const error = new TypeError('badly named');
    error.name = text;
    throw error;
  },
  stack(text) {
    const error = new Error('a stack of its own');
    error.stack = `Error: ${text}\n    at ${text} (${location.origin}/x.js?${encodeURIComponent(text)}:1:2)`;
    throw error;
  },
  cause(text) {
    throw new Error('with a cause', { cause: new Error(text, { cause: text }) });
  },
  aggregate(text) {
    throw new AggregateError([new Error(text), text], 'several');
  },
  'thrown as JSON'(text) {
    throw new Error(`answer ${JSON.stringify({ code: 7, detail: text })}`);
  },
  'thrown as an address'(text) {
    throw new Error(`GET /api?from=${encodeURIComponent(text)} failed`);
  },
  rejected(text) {
    void Promise.reject(new Error(text));
  },
  'rejected as it is'(text) {
    void Promise.reject(text);
  },
  'rejected with an object'(text) {
    void Promise.reject({ status: 401, body: { detail: text } });
  },
  'rejected with an exception of the browser'(text) {
    void Promise.reject(new DOMException(text, 'NotAllowedError'));
  },
  logged(text) {
    console.error(text);
  },
  'logged by a format'(text) {
    console.error('%s went wrong: %o', text, { text });
  },
  'logged as an error'(text) {
    console.error('went wrong', new Error(text));
  },
  'logged deep'(text) {
    console.error('state', { user: { notes: [{ text }] } }, new Map([['value', text]]));
  },
  'logged headers'(text) {
    console.error('headers', { 'x-debug': text, accept: '*/*' }, [['x-debug', text]]);
  },
  warned(text) {
    console.warn(`careful: ${text}`, text);
  },
  asserted(text) {
    console.assert(false, 'must not be %s', text);
  },
  'path of a request'(text) {
    void fetch(`/status/404/${encodeURIComponent(text)}`);
  },
  'query of a request'(text) {
    void fetch(`/status/500/query?value=${encodeURIComponent(text)}&${encodeURIComponent(text)}=1`);
  },
  'fragment of a request'(text) {
    void fetch(`/status/404/fragment#${encodeURIComponent(text)}`);
  },
  'headers of a request'(text) {
    void fetch('/status/401/headers', { headers: { 'x-value': encodeURIComponent(text) } });
  },
  'body of a request'(text) {
    void fetch('/status/422/body', { method: 'POST', body: JSON.stringify({ text }) });
  },
  'request without an answer'(text) {
    fetch(`/drop/${encodeURIComponent(text)}?value=${encodeURIComponent(text)}`).catch(console.error);
  },
  'old request'(text) {
    const request = new XMLHttpRequest();
    request.open('GET', `/status/503/old?value=${encodeURIComponent(text)}`);
    request.send();
  },
  image(text) {
    new Image().src = `/status/404/image.png?value=${encodeURIComponent(text)}`;
  },
  script(text) {
    const script = document.createElement('script');
    script.src = `/status/404/script.js?value=${encodeURIComponent(text)}`;
    document.head.append(script);
  },
  'module asked for later'(text) {
    void import(`/status/404/later.js?value=${encodeURIComponent(text)}`);
  },
  worker(text) {
    const code = `throw new Error(${JSON.stringify(text)})`;
    void new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  },
};

/** Tells a text in every way, after it has been in the title, the address and what was clicked. */
globalThis.leak = (text) => {
  document.title = `Order ${text}`;
  const button = document.querySelector('button');
  button.id = text;
  button.className = `${encodeURIComponent(text)} big`;
  button.name = text;
  button.setAttribute('role', text);
  button.click();
  history.pushState(null, '', `?value=${encodeURIComponent(text)}#value=${encodeURIComponent(text)}`);
  for (const tell of Object.values(PLACES)) {
    setTimeout(() => tell(text));
  }
};
