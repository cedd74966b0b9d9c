const { fetch: get } = window;
get('/status/500/detached');
fetch.call(undefined, '/status/500/called');
fetch.bind(window)('/status/500/bound');
